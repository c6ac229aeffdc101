"""Conflicts: facts of different sources that cannot all be so. All of them stand; the better-sourced one comes first.

Three kinds are found:

- *status*: a thing certainly has two statuses on one day (`unknown` contradicts nothing);
- *time*: one fact is given two times that end alike and begin on days that cannot be the same (a time within another
  is only a narrower view of it);
- *origin*: a thing was established by two different parts of one instrument.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from .dataset import Index

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..ontology.model import Source
    from .dataset import Dataset
    from .facts import Evidence, Fact

__all__ = ["Conflict", "conflicts"]

_KINDS = ("primary", "copy", "secondary")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts that cannot both be so, the better-sourced one first; `kind` is status, time or origin."""

    kind: str
    better: Fact
    other: Fact


def conflicts(dataset: Dataset) -> list[Conflict]:
    """Find the conflicts of a dataset, sorted by what they are about.

    A fact is better sourced whose best evidence is of a better kind of source (primary, copy, secondary); then whose
    evidence is surer; then who has more of it.
    """
    index = Index.over(dataset.facts.values())
    found = [
        *_pairs("status", dataset, "has_status", lambda f: (f.subject,), _other_status),
        *_pairs("time", dataset, "", lambda f: (f.subject, f.predicate, f.object, f.qualifiers), _other_start),
        *_pairs("origin", dataset, "established_by", lambda f: (f.subject,), lambda a, b: _other_part(index, a, b)),
    ]
    return sorted(found, key=lambda c: (c.better.subject, c.kind, c.better.id, c.other.id))


def _pairs(
    kind: str,
    dataset: Dataset,
    predicate: str,
    group: Callable[[Fact], tuple[object, ...]],
    differ: Callable[[Fact, Fact], bool],
) -> Iterator[Conflict]:
    groups: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in dataset.facts.values():
        if predicate in {"", fact.predicate}:
            groups[group(fact)].append(fact)
    for facts in groups.values():
        for pair in combinations(facts, 2):
            if differ(*pair):
                better, other = sorted(pair, key=lambda fact: (*_standing(fact, dataset.sources), fact.id))
                yield Conflict(kind, better, other)


def _standing(fact: Fact, sources: Mapping[str, Source]) -> tuple[int, float, int]:
    """How well a fact is sourced; the smallest is best."""
    return min(_rank(fact.evidence, sources)), -max(e.confidence for e in fact.evidence), -len(fact.evidence)


def _rank(evidence: Iterable[Evidence], sources: Mapping[str, Source]) -> list[int]:
    return [_KINDS.index(sources[each.source].kind) for each in evidence]


def _other_status(one: Fact, other: Fact) -> bool:
    if one.object == other.object or "unknown" in {one.object, other.object}:
        return False
    begin = max(one.time.from_latest, other.time.from_latest)
    return begin < min(one.time.until_earliest, other.time.until_earliest)


def _other_start(one: Fact, other: Fact) -> bool:
    ends = {fact.valid.partition("/")[2] for fact in (one, other)}
    first, second = sorted((one.time, other.time), key=lambda time: time.from_earliest)
    return len(ends) == 1 and "" not in ends and first.from_latest < second.from_earliest


def _other_part(index: Index, one: Fact, other: Fact) -> bool:
    wholes = ({fact.object for fact in index.of("part_of", end)} for end in (one.object, other.object))
    return one.object != other.object and bool(set.intersection(*wholes))
