"""What provisions need, and what waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...graph.dataset import Index
from ...graph.who_must_act import needs
from .shared import ids, on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ..rows import Row

__all__ = ["ANSWERS"]


def _requirements(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.over(on(dataset, as_of))
    seen = set()
    for of, chain in needs(now, target, 5).items():
        facts = [*now.of("requires", of), *now.to("step_of", of)]
        for fact in sorted(facts, key=lambda fact: fact.id):
            need = fact.object if fact.predicate == "requires" else fact.subject
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


ANSWERS: dict[str, Any] = {"requirements": _requirements}
