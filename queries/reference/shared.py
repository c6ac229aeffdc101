"""What the answers in Python share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ...graph.facts import Fact
    from ...ontology.model import Entity

__all__ = ["ids", "is_a", "on"]


def on(dataset: Dataset, day: date) -> Iterator[Fact]:
    """The facts that are possible on a day."""
    return (fact for fact in dataset.facts.values() if fact.time.possible_on(day))


def ids(*facts: Fact) -> list[str]:
    """Ids of facts, in their order."""
    return [fact.id for fact in facts]


def is_a(entity: Entity, *classes: str) -> bool:
    """Whether an entity is of one of these classes."""
    return any(schema().is_a(entity.cls, cls) for cls in classes)
