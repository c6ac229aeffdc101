"""Whose action makes a goal reachable: the smallest sets of bodies, over all alternatives.

A provision is reached when all who have to act on it do, and all that it needs is reached; of alternatives, one is
enough. A body that is needed acts itself. Provisions that need each other in a circle are reached together: the circle
asks for nobody beyond those whom its provisions ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InputError
from ..ontology.schema import schema
from .dataset import Index
from .needs import acting, needed, needs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from .dataset import Dataset

__all__ = ["MAX_SETS", "smallest_sets"]

MAX_SETS = 200
"""More sets than anybody reads; beyond them an answer is refused rather than cut."""

Sets = frozenset[frozenset[str]]
_NOBODY: Sets = frozenset({frozenset()})


def smallest_sets(dataset: Dataset, goals: Iterable[str], as_of: date) -> list[list[str]]:
    """The minimal sets of bodies whose action makes one of the goals reachable.

    Parameters
    ----------
    dataset
        Entities and facts.
    goals
        Ids of provisions: any one of them is enough.
    as_of
        The day; facts count that are possible on it.

    Returns
    -------
    list of list of str
        Sets of ids of bodies, none of which contains another; the smallest first.

    Raises
    ------
    InputError
        E110: there are more than `MAX_SETS`.
    """
    now = Index.on(dataset, as_of)
    goals = list(goals)
    reached: dict[str, Sets] = dict.fromkeys(_closure(now, goals), _NOBODY)
    while True:
        longer = {thing: _sets(dataset, now, thing, reached) for thing in reached}
        if longer == reached:
            break
        reached = longer
    found = _minimal(each for goal in goals for each in reached[goal])
    return sorted((sorted(each) for each in found), key=lambda each: (len(each), each))


def _closure(now: Index, goals: Iterable[str]) -> list[str]:
    found, queue = dict.fromkeys(goals), list(goals)
    while queue:
        for group in needs_of(now, queue.pop()):
            for thing in map(needed, group):
                if thing not in found:
                    found[thing] = None
                    queue.append(thing)
    return list(found)


def _sets(dataset: Dataset, now: Index, thing: str, reached: Mapping[str, Sets]) -> Sets:
    entity = dataset.entities[thing]
    if schema().is_a(entity.cls, "Body") or schema().is_a(entity.cls, "Person"):
        return frozenset({frozenset({thing})})
    found: Sets = frozenset({frozenset(fact.object for fact in acting(now, thing))})
    for group in needs_of(now, thing):
        ways = _minimal(each for fact in group for each in reached[needed(fact)])
        found = _minimal(one | other for one in found for other in ways)
    return found


def _minimal(sets: Iterable[frozenset[str]]) -> Sets:
    """The sets that contain no other."""
    kept: list[frozenset[str]] = []
    for each in sorted(set(sets), key=len):
        if not any(smaller <= each for smaller in kept):
            kept.append(each)
        if len(kept) > MAX_SETS:
            raise InputError("E110", f"more than {MAX_SETS} sets of bodies; ask about one of the provisions it needs")
    return frozenset(kept)
