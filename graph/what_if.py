"""What if: a body does not act, an agreement lapses, a provision is delayed, a mechanism comes back.

Facts count that are possible on the day. A provision *stalls* if a body that has to act on it does not act, or if a
need of it has no alternative left (`needs.py`). What was established by something that lapses, or is part of it, *loses
its basis* (if by several, when it has lost all of them); and a body without basis does not act.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.schema import schema
from .dataset import Index
from .effects import Effect, spread, unmet
from .facts import interval
from .needs import acting, needed, needs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from .dataset import Dataset

__all__ = ["circles", "delayed", "fallen", "restored"]


def fallen(dataset: Dataset, without: Iterable[str], lapsed: Iterable[str], as_of: date) -> list[Effect]:
    """What stalls or loses its basis if some bodies do not act, and some agreements, programmes or mechanisms lapse.

    Parameters
    ----------
    dataset
        Entities and facts.
    without, lapsed
        Ids of bodies, and of whatever can lapse.
    as_of
        The day.
    """
    now, provisions, gone = Index.on(dataset, as_of), _provisions(dataset), set(lapsed)

    def follow(found: Mapping[str, Effect]) -> Iterator[Effect]:
        rootless = gone | {effect.thing for effect in found.values() if effect.outcome == "loses-basis"}
        yield from _losing(now, rootless, found)
        for provision in provisions:
            for fact in acting(now, provision):
                if fact.object in found:
                    yield Effect(provision, "stalls", (*found[fact.object].chain, fact))
        yield from unmet(now, provisions, found, "stalls")

    return _sorted(spread({*without, *gone}, follow))


def _losing(now: Index, gone: set[str], found: Mapping[str, Effect]) -> Iterator[Effect]:
    """What was established only by things that are gone or, if nothing established it, is part of such things only."""
    touched = {fact.subject for each in gone for name in _BASES for fact in now.to(name, each)}
    for thing in sorted(touched):
        bases = next((facts for name in _BASES if (facts := now.of(name, thing))), ())
        if all(fact.object in gone for fact in bases):
            yield Effect(thing, "loses-basis", min(((*found[f.object].chain, f) for f in bases), key=len))


_BASES = ("established_by", "part_of")


def delayed(dataset: Dataset, delays: Mapping[str, date], as_of: date) -> list[Effect]:
    """What cannot be done before which day if some provisions are not done before theirs.

    A provision waits for all its needs, and of alternatives for the earliest. If its deadline has passed by then, it is
    late.

    Parameters
    ----------
    dataset
        Entities and facts.
    delays
        The first day on which each of these provisions is done.
    as_of
        The day.
    """
    now, provisions = Index.on(dataset, as_of), _provisions(dataset)
    effects: dict[str, Effect] = {}
    for day in sorted(set(delays.values()), reverse=True):
        causes = [provision for provision, until in delays.items() if until >= day]
        for effect in spread(causes, lambda found: unmet(now, provisions, found, "delayed")).values():
            effects.setdefault(effect.thing, _dated(dataset, effect, day))
    return _sorted({thing: effect for thing, effect in effects.items() if effect.chain or effect.outcome == "late"})


def _dated(dataset: Dataset, effect: Effect, day: date) -> Effect:
    deadline = dataset.entities[effect.thing].deadline
    late = bool(deadline) and interval(deadline).until_latest <= day
    return Effect(effect.thing, "late" if late else "delayed", effect.chain, day)


def restored(dataset: Dataset, things: Iterable[str], as_of: date) -> list[Effect]:
    """What is completed, can go ahead, comes nearer or is made easier if some things are active again.

    Completed are the provisions that want just that (by an action that results in the status active). Of those that
    need one of these or the thing itself, some can go ahead (nothing else is needed), others come nearer; what a
    completed provision enables is made easier.

    Parameters
    ----------
    dataset
        Entities and facts.
    things
        Ids of mechanisms or agreements.
    as_of
        The day.
    """
    now = Index.on(dataset, as_of)
    found: dict[str, Effect] = {thing: Effect(thing, "", ()) for thing in things}
    for thing in sorted(found):
        for fact in now.to("concerns", thing):
            if schema().concepts[fact.qualifier("action")].results_in == "active":
                found.setdefault(fact.subject, Effect(fact.subject, "completed", (fact,)))
    after: dict[str, Effect] = {}
    for provision in _provisions(dataset):
        groups = needs_of(now, provision)
        met = [next((fact for fact in group if needed(fact) in found), None) for group in groups]
        facts = [fact for fact in met if fact]
        if facts and provision not in found:
            chain = [link for fact in facts for link in (*found[needed(fact)].chain, fact)]
            outcome = "ready" if all(met) else "nearer"
            after[provision] = Effect(provision, outcome, tuple(dict.fromkeys(chain)))
    for thing in sorted(found):
        for fact in now.of("enables", thing):
            if fact.object not in found:
                after.setdefault(fact.object, Effect(fact.object, "helped", (*found[thing].chain, fact)))
    return _sorted(found | after)


def circles(dataset: Dataset, things: Iterable[str], as_of: date) -> list[list[str]]:
    """Provisions among some things that need each other in a circle: they can only be done together."""
    import networkx as nx

    now = Index.on(dataset, as_of)
    needs = nx.DiGraph(
        (thing, needed(fact)) for thing in _provisions(dataset) for group in needs_of(now, thing) for fact in group
    )
    wanted = set(things)
    loops = (part for part in nx.strongly_connected_components(needs) if len(part) > 1 and part & wanted)
    return sorted(sorted(part) for part in loops)


def _provisions(dataset: Dataset) -> list[str]:
    return [key for key, entity in dataset.entities.items() if schema().is_a(entity.cls, "Provision")]


def _sorted(effects: Mapping[str, Effect]) -> list[Effect]:
    """The effects without their causes, by outcome, length of the explanation, and id."""
    ranks = schema().scheme("outcomes")
    found = [effect for effect in effects.values() if effect.outcome]
    return sorted(found, key=lambda effect: (ranks.index(effect.outcome), len(effect.chain), effect.thing))
