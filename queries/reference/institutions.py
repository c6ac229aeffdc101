"""Institutions: who belongs to them, where they come from, how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...graph.dataset import Index
from .shared import ids, is_a, on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ..rows import Row

__all__ = ["ANSWERS"]


def _members(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.over(on(dataset, as_of))
    for relation in ("leads", "member_of", "participates_in", "part_of"):
        for fact in now.to(relation, target):
            member = dataset.entities[fact.subject]
            if is_a(member, "Body", "Person"):
                yield {
                    "member": member.id,
                    "name": member.name(lang),
                    "country": member.jurisdiction,
                    "relation": relation,
                    "role": fact.qualifier("role"),
                    "valid": fact.valid,
                    "chain": ids(fact),
                }


ANSWERS: dict[str, Any] = {"members": _members}
