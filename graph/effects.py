"""What follows if something does not happen: effects that spread along facts, each with the facts that explain it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .needs import needed, needs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from .dataset import Index
    from .facts import Fact

__all__ = ["Effect", "spread", "unmet"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one thing.

    `outcome` is a concept of the outcomes; `chain` are the facts that lead to it from the cause; `day` is the first on
    which it can be done, where it is late or delayed.
    """

    thing: str
    outcome: str
    chain: tuple[Fact, ...]
    day: date | None = None


Effects = dict[str, Effect]


def spread(causes: Iterable[str], follow: Callable[[Mapping[str, Effect]], Iterator[Effect]]) -> Effects:
    """Let effects follow from causes until nothing new follows.

    Parameters
    ----------
    causes
        Ids of the things with which it begins; they are among the effects, with an empty chain and outcome.
    follow
        Gives what follows from the effects so far; what is known already may be among it.

    Returns
    -------
    dict
        By thing. Of several explanations the one in the earliest round counts, then the shortest, then that of the
        smallest fact ids; so circles end, and the order of the facts does not matter.
    """
    found = {cause: Effect(cause, "", ()) for cause in causes}
    while True:
        new: Effects = {}
        for effect in follow(found):
            known = new.get(effect.thing)
            if effect.thing not in found and (known is None or _key(effect) < _key(known)):
                new[effect.thing] = effect
        if not new:
            return found
        found |= new


def _key(effect: Effect) -> tuple[int, list[str], str]:
    return len(effect.chain), [fact.id for fact in effect.chain], effect.outcome


def unmet(now: Index, provisions: Iterable[str], found: Mapping[str, Effect], outcome: str) -> Iterator[Effect]:
    """What follows for provisions of which a need has no alternative left."""
    for provision in provisions:
        for alternatives in needs_of(now, provision):
            if all(needed(fact) in found for fact in alternatives):
                chain = [link for fact in alternatives for link in (*found[needed(fact)].chain, fact)]
                yield Effect(provision, outcome, tuple(dict.fromkeys(chain)))
