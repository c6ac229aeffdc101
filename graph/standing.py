"""How a body or instrument stands on a date: its status, whether that is what an action wants, and who leads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..ontology.schema import schema
from .dataset import Index

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .dataset import Dataset
    from .facts import Fact

__all__ = ["Standing", "standing"]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a thing stands on a date.

    `reached` is the fact that it has the status an action wants, `again` whether it was active before, with a gap;
    `statuses` are all that are possible on the date, `last_active` the last period in which it was active before;
    `leaders` are the facts of who leads it on the date.
    """

    entity: str
    as_of: date
    reached: Fact | None
    again: bool
    statuses: tuple[Fact, ...]
    last_active: Fact | None
    leaders: tuple[Fact, ...]


def standing(dataset: Dataset, entity: str, action: str, as_of: date) -> Standing:
    """Find how `entity` stands, for someone who wants `action` done to it.

    Parameters
    ----------
    dataset
        Holds at least the facts about the entity.
    entity
        Its id.
    action
        A concept of the action scheme; `restore` wants the status `active`.
    as_of
        The day.
    """
    facts = Index.over(dataset.facts.values())
    statuses = facts.of("has_status", entity)
    wanted = schema().concepts[action].results_in
    possible = _latest_first(fact for fact in statuses if fact.time.possible_on(as_of))
    reached = next((fact for fact in possible if fact.object == wanted), None)
    began = reached.time.from_earliest if reached else as_of
    earlier = [fact for fact in statuses if fact.object == "active" and fact.time.until_latest < began]
    last = next(iter(_latest_first(earlier)), None)
    return Standing(
        entity=entity,
        as_of=as_of,
        reached=reached,
        again=reached is not None and last is not None,
        statuses=tuple(possible),
        last_active=last,
        leaders=tuple(fact for fact in facts.to("leads", entity) if fact.time.possible_on(as_of)),
    )


def _latest_first(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.time.from_earliest, fact.id), reverse=True)
