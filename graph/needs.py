"""What a provision needs, as groups of alternatives, and who has to act on it.

A provision needs what it `requires`, and its steps (what is `step_of` it). Facts of one `group` are alternatives, of
which one is enough; groups, and facts without one, are all needed. Those who have to act are the bodies that it is
addressed to in a role of `ACTING`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .dataset import Index
    from .facts import Fact

__all__ = ["ACTING", "acting", "needed", "needs_of"]

ACTING = ("responsible", "lead", "approves", "funds")
"""Roles without which a provision is not carried out; to take part, to be asked or to gain by it are not among them."""


def needs_of(now: Index, thing: str) -> list[Sequence[Fact]]:
    """What a thing needs: a list of groups, each a list of alternatives in the order of their ids.

    Parameters
    ----------
    now
        The facts that count.
    thing
        Id of a provision.
    """
    groups: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in now.of("requires", thing):
        groups[fact.qualifier("group") or f" {fact.object}"].append(fact)  # no group is named so
    for fact in now.to("step_of", thing):
        groups[f" {fact.subject}"].append(fact)
    return [groups[name] for name in sorted(groups)]


def needed(fact: Fact) -> str:
    """What is needed by a `requires` or `step_of` fact."""
    return fact.object if fact.predicate == "requires" else fact.subject


def acting(now: Index, provision: str) -> Iterator[Fact]:
    """Facts that say who has to act on a provision."""
    return (fact for fact in now.of("addressed_to", provision) if fact.qualifier("role") in ACTING)
