"""What the answers in Python share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from ...graph.dataset import Dataset, Index
    from ...graph.facts import Fact
    from ...ontology.model import Entity

__all__ = ["chapter", "doers", "ids", "is_a", "on", "rank"]

_DOING = ("responsible", "lead")
"""Roles of those that are to do what a provision says; the others take part, approve, pay, are heard or gain by it."""


def on(dataset: Dataset, day: date) -> Iterator[Fact]:
    """The facts that are possible on a day."""
    return (fact for fact in dataset.facts.values() if fact.time.possible_on(day))


def ids(*facts: Fact) -> list[str]:
    """Ids of facts, in their order."""
    return [fact.id for fact in facts]


def is_a(entity: Entity, *classes: str) -> bool:
    """Whether an entity is of one of these classes."""
    return any(schema().is_a(entity.cls, cls) for cls in classes)


def doers(now: Index, provision: str) -> Mapping[str, Fact]:
    """Those that are to do what a provision says, each with the first fact that says so."""
    asks: dict[str, Fact] = {}
    for fact in now.of("addressed_to", provision):
        if fact.qualifier("role") in _DOING:
            asks.setdefault(fact.object, fact)
    return asks


def chapter(dataset: Dataset, place: str) -> str:
    """The chapter of a passage; a document, or a passage outside all sections, counts under the document."""
    passage = dataset.passages.get(place)
    if passage is None:
        return place
    return "/".join(passage.section.split("/")[:2]) or passage.source


def rank(count: int, counts: Iterable[int]) -> int:
    """The place of a count among counts: 1 is the largest, and equal ones share the smaller number."""
    return 1 + sum(other > count for other in counts)
