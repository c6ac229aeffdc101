"""What provisions need, what waits for them, and what joins the bodies that have to act."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any

from ...graph.dataset import Index
from ...graph.needs import ACTING, acting, needed
from ...graph.who_must_act import needs
from .shared import ids, is_a, on, rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ...graph.facts import Fact
    from ..rows import Row

    Chain = tuple[Fact, ...]
    Link = tuple[Fact, str]

__all__ = ["ANSWERS"]

_LINKS = 6


def _requirements(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    seen = set()
    for of, chain in needs(now, target, 5).items():
        facts = [*now.of("requires", of), *now.to("step_of", of)]
        for fact in sorted(facts, key=lambda fact: fact.id):
            need = needed(fact)
            key = (need, fact.predicate, of, fact.qualifier("group"))
            if key not in seen:
                seen.add(key)
                yield {
                    "need": need,
                    "name": dataset.entities[need].name(lang),
                    "relation": fact.predicate,
                    "of": of,
                    "group": fact.qualifier("group"),
                    "steps": len(chain) + 1,
                    "chain": ids(*chain, fact),
                }


def _unlocks(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)

    def unlocked_by(thing: str) -> Iterator[Link]:
        yield from ((fact, fact.subject) for fact in now.to("requires", thing))
        yield from ((fact, fact.object) for fact in now.of("enables", thing))
        yield from ((fact, fact.object) for fact in now.of("step_of", thing))

    for unlocked, chain in _reached(unlocked_by(target), unlocked_by).items():
        if unlocked != target:
            yield {
                "unlocked": unlocked,
                "name": dataset.entities[unlocked].name(lang),
                "relation": chain[-1].predicate,
                "steps": len(chain),
                "chain": ids(*chain),
            }


def _stalled_without(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)

    def cannot_do_without(thing: str) -> Iterator[Link]:
        for fact in now.to("requires", thing):
            if not _has_alternative(now, fact):
                yield fact, fact.subject

    def waiting_for(provision: str) -> Iterator[Link]:
        yield from cannot_do_without(provision)
        yield from ((fact, fact.object) for fact in now.of("step_of", provision))

    asked = [(fact, fact.subject) for fact in now.to("addressed_to", target) if fact.qualifier("role") in ACTING]
    for provision, chain in _reached([*asked, *cannot_do_without(target)], waiting_for).items():
        yield {
            "provision": provision,
            "title": dataset.entities[provision].name(lang),
            "strength": dataset.entities[provision].strength,
            "steps": len(chain),
            "chain": ids(*chain),
        }


def _has_alternative(now: Index, requirement: Fact) -> bool:
    group = requirement.qualifier("group")
    others = now.of("requires", requirement.subject)
    return bool(group) and any(o.qualifier("group") == group and o.object != requirement.object for o in others)


def _reached(first: Iterable[Link], following: Callable[[str], Iterable[Link]]) -> dict[str, Chain]:
    """Whatever chains of links lead to: the shortest chain, among equals that of the smallest fact ids."""
    found: dict[str, Chain] = {}
    chains: list[tuple[Chain, str]] = [((fact,), end) for fact, end in first]
    for _ in range(_LINKS):
        new: dict[str, Chain] = {}
        for chain, end in sorted(chains, key=lambda found: ids(*found[0])):
            if end not in found:
                new.setdefault(end, chain)
        found |= new
        chains = [((*chain, fact), end) for here, chain in new.items() for fact, end in following(here)]
    return found


def _bottlenecks(dataset: Dataset, *, most: int, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    waiting: defaultdict[str, set[str]] = defaultdict(set)
    for provision, entity in dataset.entities.items():
        if is_a(entity, "Provision"):
            for need in needs(now, provision):
                for fact in acting(now, need):
                    waiting[fact.object].add(provision)
    bodies = Counter({body: len(provisions) for body, provisions in waiting.items()})
    ranks = {body: rank(count, bodies.values()) for body, count in bodies.items()}
    for body in sorted(bodies, key=lambda body: (ranks[body], body))[:most]:
        yield {
            "body": body,
            "name": dataset.entities[body].name(lang),
            "country": dataset.entities[body].jurisdiction,
            "generic": dataset.entities[body].generic,
            "provisions": bodies[body],
            "rank": ranks[body],
        }


def _path(dataset: Dataset, *, one: str, other: str, as_of: date, lang: str) -> Iterator[Row]:
    links: defaultdict[str, list[Link]] = defaultdict(list)
    for fact in on(dataset, as_of):
        ends = [dataset.entities.get(end) for end in (fact.subject, fact.object)]
        if all(end is not None and end.cls != "Concept" for end in ends):
            links[fact.subject].append((fact, fact.object))
            links[fact.object].append((fact, fact.subject))
    paths: list[tuple[Chain, tuple[str, ...]]] = [((), (one,))]
    for _ in range(3):
        paths = [
            ((*chain, fact), (*visited, end))
            for chain, visited in paths
            for fact, end in links[visited[-1]]
            if end not in visited
        ]
        found = [(ids(*chain), visited) for chain, visited in paths if visited[-1] == other]
        if found:
            for chain, visited in sorted(found)[:10]:
                names = " – ".join(dataset.entities[each].name(lang) for each in visited)
                yield {"names": names, "steps": len(chain), "through": visited[1:-1], "chain": chain}
            return


def _common_ground(dataset: Dataset, *, one: str, other: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    belonging = ("leads", "member_of", "participates_in", "part_of", "party_to")
    facts = [[fact for relation in belonging for fact in now.of(relation, body)] for body in (one, other)]
    pairs = [pair for pair in product(*facts) if one != other and pair[0].object == pair[1].object]
    seen = set()
    for of_one, of_other in sorted(pairs, key=lambda pair: ids(*pair)):
        place = dataset.entities[of_one.object]
        if is_a(place, "Body", "Instrument") and place.id not in seen:
            seen.add(place.id)
            yield {
                "place": place.id,
                "name": place.name(lang),
                "one_relation": of_one.predicate,
                "other_relation": of_other.predicate,
                "chain": ids(of_one, of_other),
            }


ANSWERS: dict[str, Any] = {
    "requirements": _requirements,
    "unlocks": _unlocks,
    "stalled-without": _stalled_without,
    "bottlenecks": _bottlenecks,
    "path": _path,
    "common-ground": _common_ground,
}
