"""What is to be done, by whom and when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from ...graph.dataset import Index
from ...graph.facts import interval
from ...ontology.schema import schema
from .shared import chapter, doers, ids, is_a, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ...graph.facts import Fact
    from ...ontology.model import Entity
    from ..rows import Row

__all__ = ["ANSWERS"]


def _agenda(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for fact in _one_for_each_provision_and_role(now.to("addressed_to", target)):
        provision = dataset.entities[fact.subject]
        yield {
            **_named(provision, lang),
            "kind": provision.cls,
            "role": fact.qualifier("role"),
            "deadline": provision.deadline,
            "chain": ids(fact),
        }


def _commitments(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for fact in _one_for_each_provision_and_role(now.to("addressed_to", target)):
        provision = dataset.entities[fact.subject]
        if is_a(provision, "Commitment"):
            yield {
                **_named(provision, lang),
                "role": fact.qualifier("role"),
                "deadline": provision.deadline,
                "concerns": {concern.object for concern in now.of("concerns", provision.id)},
                "chain": ids(fact),
            }


def _obligations(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    chains: defaultdict[str, list[tuple[Fact, ...]]] = defaultdict(list)
    for tie in (*now.to("part_of", target), *now.to("concerns", target)):
        chains[tie.subject].append((tie,))
    for part in (*now.to("part_of", target), *now.to("established_by", target)):
        for tie in (*now.to("part_of", part.subject), *now.to("step_of", part.subject)):
            chains[tie.subject].append((part, tie))
    for provision in _provisions(dataset):
        if provision.id in chains and is_a(provision, "Obligation"):
            yield {
                **_named(provision, lang),
                "deadline": provision.deadline,
                "bodies": doers(now, provision.id),
                "chain": min((ids(*chain) for chain in chains[provision.id]), key=lambda chain: (len(chain), chain)),
            }


def _joint_action(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for provision in _provisions(dataset):
        asks = doers(now, provision.id)
        bodies = [dataset.entities[body] for body in sorted(asks)]
        countries = {country for body in bodies for country in body.jurisdiction}
        if len(bodies) > 1 and len(countries) > 1:
            yield {
                **_named(provision, lang),
                "bodies": asks,
                "names": "; ".join(body.name(lang) for body in bodies),
                "countries": countries,
                "chain": ids(*(asks[body.id] for body in bodies)),
            }


def _unaddressed(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for provision in _provisions(dataset):
        stated = now.of("stated_in", provision.id)
        if stated and not now.of("addressed_to", provision.id):
            yield {**_named(provision, lang), "kind": provision.cls, "chain": ids(stated[0])}


def _deadlines(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for provision in _provisions(dataset):
        stated = now.of("stated_in", provision.id)
        if stated and provision.deadline:
            until = interval(provision.deadline).until_latest
            yield {
                **_named(provision, lang),
                "deadline": provision.deadline,
                "until": until,
                "overdue": until <= as_of,
                "bodies": doers(now, provision.id),
                "chain": ids(stated[0]),
            }


def _consensus(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    stated: dict[str, dict[str, Fact]] = {}
    for provision in _provisions(dataset):
        chapters: dict[str, Fact] = {}
        for fact in now.of("stated_in", provision.id):
            chapters.setdefault(chapter(dataset, fact.object), fact)
        if len(chapters) > 1:
            stated[provision.id] = chapters
    for provision_id, chapters in stated.items():
        yield {
            **_named(dataset.entities[provision_id], lang),
            "chapters": chapters,
            "number": len(chapters),
            "rank": rank(len(chapters), map(len, stated.values())),
            "chain": ids(*(chapters[name] for name in sorted(chapters))),
        }


def _outcomes(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for provision in _provisions(dataset):
        asked: dict[tuple[str, str], Fact] = {}
        for fact in sorted(now.of("concerns", provision.id), key=_begun):
            asked.setdefault((fact.object, fact.qualifier("action")), fact)
        for (target, action), concern in asked.items():
            result = schema().concepts[action].results_in if action else None
            if result:
                reached = [
                    status
                    for status in now.of("has_status", target)
                    if status.object == result and status.time.from_earliest >= concern.time.from_earliest
                ]
                # the latest to begin; of those that begin together the first, as `reached` is in the order of the ids
                status = max(reached, key=lambda status: status.time.from_earliest, default=None)
                yield {
                    "provision": provision.id,
                    "title": provision.name(lang),
                    "action": action,
                    "target": target,
                    "name": dataset.entities[target].name(lang),
                    "status": result if status else "",
                    "since": status.valid if status else "",
                    "chain": ids(concern, status) if status else ids(concern),
                }


def _begun(fact: Fact) -> tuple[date, str]:
    return fact.time.from_earliest, fact.id


def _provisions(dataset: Dataset) -> Iterator[Entity]:
    return (entity for entity in dataset.entities.values() if is_a(entity, "Provision"))


def _named(provision: Entity, lang: str) -> Row:
    return {"provision": provision.id, "title": provision.name(lang), "strength": provision.strength}


def _one_for_each_provision_and_role(asks: Iterable[Fact]) -> Iterable[Fact]:
    """The first fact of each provision and role; others say the same of another time."""
    first: dict[tuple[str, str], Fact] = {}
    for fact in asks:
        first.setdefault((fact.subject, fact.qualifier("role")), fact)
    return first.values()


ANSWERS: dict[str, Any] = {
    "agenda": _agenda,
    "commitments": _commitments,
    "consensus": _consensus,
    "deadlines": _deadlines,
    "joint-action": _joint_action,
    "obligations": _obligations,
    "outcomes": _outcomes,
    "unaddressed": _unaddressed,
}
