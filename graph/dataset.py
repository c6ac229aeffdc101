"""A dataset: the entities, facts and passages that stores load and exports write, and that both read back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..ontology.model import Entity, Passage, Section, Source
from ..ontology.schema import schema
from .facts import Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from ..ontology.model import Claim, Evidence, Registry

__all__ = ["Dataset", "Index", "as_of", "assemble", "orphans", "with_quotes"]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Everything that is known, each part keyed by id and in the order of the ids."""

    sources: Mapping[str, Source]
    sections: Mapping[str, Section]
    passages: Mapping[str, Passage]
    entities: Mapping[str, Entity]
    facts: Mapping[str, Fact]

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        sections: Iterable[Section],
        passages: Iterable[Passage],
        entities: Iterable[Entity],
        facts: Iterable[Fact],
    ) -> Dataset:
        """Make a dataset of parts in any order."""
        return cls(_by_id(sources), _by_id(sections), _by_id(passages), _by_id(entities), _by_id(facts))


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Part = TypeVar("_Part", bound=_Identified)


def _by_id(parts: Iterable[_Part]) -> dict[str, _Part]:
    return {part.id: part for part in sorted(parts, key=lambda part: part.id)}


@dataclass(frozen=True, slots=True)
class Index:
    """Facts by (predicate, subject) and by (predicate, object), in the order of their ids."""

    outgoing: Mapping[tuple[str, str], Sequence[Fact]] = field(default_factory=dict)
    incoming: Mapping[tuple[str, str], Sequence[Fact]] = field(default_factory=dict)

    @classmethod
    def over(cls, facts: Iterable[Fact]) -> Index:
        """Index some facts."""
        outgoing: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        incoming: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in sorted(facts, key=lambda fact: fact.id):
            outgoing[fact.predicate, fact.subject].append(fact)
            incoming[fact.predicate, fact.object].append(fact)
        return cls(dict(outgoing), dict(incoming))

    @classmethod
    def on(cls, dataset: Dataset, day: date) -> Index:
        """Index the facts that are possible on a day."""
        return cls.over(fact for fact in dataset.facts.values() if fact.time.possible_on(day))

    def of(self, predicate: str, subject: str) -> Sequence[Fact]:
        """Facts with this subject."""
        return self.outgoing.get((predicate, subject), ())

    def to(self, predicate: str, obj: str) -> Sequence[Fact]:
        """Facts with this object."""
        return self.incoming.get((predicate, obj), ())


def assemble(registry: Registry) -> Dataset:
    """Turn a registry into a dataset: claims that say the same become one fact with all their evidence.

    Concepts come along where a fact joins them; sources and passages where evidence or a section names them.
    """
    evidence: defaultdict[str, set[Evidence]] = defaultdict(set)
    facts: dict[str, Fact] = {}
    for claim in registry.claims:
        fact = _fact(claim)
        facts[fact.id] = fact
        evidence[fact.id].update(claim.evidence)
    merged = [replace(fact, evidence=tuple(sorted(evidence[fact.id]))) for fact in facts.values()]
    joined = {fact.object for fact in merged} & schema().concepts.keys()
    concepts = [Entity(name, "Concept", schema().concepts[name].label) for name in joined]
    return Dataset.of(
        registry.sources.values(),
        registry.sections.values(),
        registry.passages.values(),
        [*registry.entities.values(), *concepts],
        merged,
    )


def orphans(dataset: Dataset) -> list[str]:
    """Ids of the entities that no fact is about."""
    joined = {end for fact in dataset.facts.values() for end in (fact.subject, fact.object)}
    return [key for key in dataset.entities if key not in joined]


def as_of(dataset: Dataset, day: date) -> Dataset:
    """The dataset with the facts only that are possible on a day."""
    return replace(dataset, facts={key: fact for key, fact in dataset.facts.items() if fact.time.possible_on(day)})


def with_quotes(dataset: Dataset, texts: Mapping[str, str]) -> Dataset:
    """Fill in the quotes of the passages whose source's text is at hand.

    Parameters
    ----------
    dataset
        Its passages keep their quotes where `texts` lacks the source.
    texts
        Text by source id; each text is the one that the source's sha256 names.
    """
    quotes = {
        passage.id: texts[passage.source][passage.start : passage.end]
        for passage in dataset.passages.values()
        if passage.source in texts
    }
    passages = [replace(passage, quote=quotes.get(key, passage.quote)) for key, passage in dataset.passages.items()]
    return replace(dataset, passages=_by_id(passages))


def _fact(claim: Claim) -> Fact:
    return Fact(claim.subject, claim.predicate, claim.object, tuple(sorted(claim.qualifiers.items())), claim.valid)
