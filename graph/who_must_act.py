"""Who must act for something to happen: the reference semantics, over facts in memory.

The question has a body or instrument X, an action and a date D; every fact of a chain is possibly true on D.

1. *Goals* are the provisions that concern X with the action.
2. *Needs*: a provision needs what it `requires`, and its steps (what is `step_of` it); so on, `MAX_NEEDS` facts deep.
3. *Asked*: whom a goal or need is addressed to, in the role given; and a body that is itself required (`condition`).
4. *Members*: the bodies that lead or make up X on D. If X has been active before D and is not on D, those of its
   last active period, marked so: it is they who would have to meet again.
5. A body that no longer exists on D stands for its successors, or else is named as ended.
6. A body has one row for each role: that of its shortest chain; among equals that of the strongest provision, then
   of the best standing, then of the smallest fact ids.

The catalogue's `who-must-act.cypher` and `.rq` say the same; a test compares the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from ..ontology.schema import schema
from .dataset import Index
from .facts import interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ..ontology.model import Entity
    from .dataset import Dataset
    from .facts import Fact

__all__ = ["MAX_NEEDS", "STANDINGS", "MustAct", "needs", "who_must_act"]

MAX_NEEDS = 6
"""How many `requires` and `step_of` facts a chain may have: SPARQL 1.1 has to write every hop out."""

STANDINGS = ("current", "last-period", "ended")
"""How a body stands, best first."""

_MEMBERSHIP = {"leads": "lead", "member_of": "member", "participates_in": "participant", "part_of": "member"}
"""Relations that make up a body, with the role where the fact gives none."""

Chain = tuple["Fact", ...]


@dataclass(frozen=True, slots=True)
class MustAct:
    """One body that must act, in one role, and the chain of facts that makes it necessary."""

    body: str
    role: str
    strength: str
    standing: str
    chain: Chain

    @property
    def steps(self) -> int:
        """Number of facts in the chain."""
        return len(self.chain)


def who_must_act(dataset: Dataset, target: str, action: str, as_of: date) -> list[MustAct]:
    """Find the bodies that must act for `action` to be done to `target`.

    Parameters
    ----------
    dataset
        Entities and facts.
    target
        Id of the body or instrument X.
    action
        Id of a concept of the action scheme, as `restore`.
    as_of
        The date D.

    Returns
    -------
    list of MustAct
        One for each body and role, sorted by steps, strength, standing, body and role.
    """
    now = Index.on(dataset, as_of)
    goals = _best((fact,) for fact in now.to("concerns", target) if fact.qualifier("action") == action)
    rows = [*_asked(dataset, now, _closure(now, goals)), *_members(dataset, goals, target, as_of)]
    best: dict[tuple[str, str], MustAct] = {}
    for row in chain.from_iterable(_living(dataset, now, row, as_of) for row in rows):
        known = best.get((row.body, row.role))
        if known is None or _preference(row) < _preference(known):
            best[row.body, row.role] = row
    return sorted(best.values(), key=lambda row: (*_preference(row)[:3], row.body, row.role))


def _preference(row: MustAct) -> tuple[int, int, int, list[str]]:
    rank = schema().scheme("strengths").index(row.strength)
    return row.steps, rank, STANDINGS.index(row.standing), _ids(row.chain)


def _ids(links: Chain) -> list[str]:
    return [fact.id for fact in links]


def _best(chains: Iterable[Chain]) -> dict[str, Chain]:
    """Goals, each with the smallest fact that makes it one."""
    found: dict[str, Chain] = {}
    for links in sorted(chains, key=_ids):
        found.setdefault(links[-1].subject, links)
    return found


def needs(now: Index, thing: str, hops: int = MAX_NEEDS) -> dict[str, Chain]:
    """Whatever a thing needs, itself included, each with its best chain.

    Parameters
    ----------
    now
        The facts that count.
    thing
        Id of a provision.
    hops
        How many facts a chain may have.
    """
    return _closure(now, {thing: ()}, hops)


def _closure(now: Index, goals: Mapping[str, Chain], hops: int = MAX_NEEDS) -> dict[str, Chain]:
    """Whatever the goals need, the goals included, each with its best chain, breadth first."""
    reached = dict(goals)
    level = reached
    for _ in range(hops):
        following: dict[str, Chain] = {}
        for links, needed in sorted(_longer(now, level), key=lambda found: _ids(found[0])):
            if needed not in reached:
                following.setdefault(needed, links)
        reached = reached | following
        level = following
    return reached


def _longer(now: Index, level: Mapping[str, Chain]) -> Iterator[tuple[Chain, str]]:
    for thing, links in level.items():
        for fact in now.of("requires", thing):
            yield (*links, fact), fact.object
        for fact in now.to("step_of", thing):
            yield (*links, fact), fact.subject


def _asked(dataset: Dataset, now: Index, needs: Mapping[str, Chain]) -> Iterator[MustAct]:
    """Whom the needed provisions are addressed to, and the bodies that are themselves needed."""
    for thing, links in needs.items():
        strength = dataset.entities[thing].strength
        for fact in now.of("addressed_to", thing):
            yield MustAct(fact.object, fact.qualifier("role"), strength, "current", (*links, fact))
        for fact in now.of("requires", thing):
            if len(links) <= MAX_NEEDS and _is_a(dataset.entities[fact.object], "Body", "Person"):
                yield MustAct(fact.object, "condition", strength, "current", (*links, fact))


def _members(dataset: Dataset, goals: Mapping[str, Chain], target: str, as_of: date) -> Iterator[MustAct]:
    """The bodies that lead or make up the target, now or in its last active period."""
    everything = Index.over(dataset.facts.values())
    end = _last_active(everything.of("has_status", target), as_of)
    for fact in (fact for relation in _MEMBERSHIP for fact in everything.to(relation, target)):
        began = fact.time.from_earliest
        then = began < end <= fact.time.until_latest if end else fact.time.possible_on(as_of)
        if not then or not _is_a(dataset.entities[fact.subject], "Body"):
            continue
        role = fact.qualifier("role") or _MEMBERSHIP[fact.predicate]
        standing = "last-period" if end else "current"
        for goal, links in goals.items():
            yield MustAct(fact.subject, role, dataset.entities[goal].strength, standing, (*links, fact))


def _last_active(statuses: Sequence[Fact], as_of: date) -> date | None:
    """First day after the last active period; None while active, or if it never was."""
    ends = [f.time.until_latest for f in statuses if f.object == "active" and f.time.from_earliest <= as_of]
    end = max(ends, default=None)
    return end if end is not None and end <= as_of else None


def _living(dataset: Dataset, now: Index, row: MustAct, as_of: date) -> Iterator[MustAct]:
    """The row, or rows for the successors of a body that has ended."""
    if not _has_ended(dataset.entities[row.body], as_of):
        yield row
        return
    heirs = [f for f in now.to("successor_of", row.body) if not _has_ended(dataset.entities[f.subject], as_of)]
    for fact in heirs:
        yield MustAct(fact.subject, row.role, row.strength, row.standing, (*row.chain, fact))
    if not heirs:
        yield MustAct(row.body, row.role, row.strength, "ended", row.chain)


def _has_ended(entity: Entity, as_of: date) -> bool:
    return interval(entity.life).until_latest <= as_of


def _is_a(entity: Entity, *classes: str) -> bool:
    return any(schema().is_a(entity.cls, cls) for cls in classes)
