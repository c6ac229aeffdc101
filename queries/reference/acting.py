"""Who must act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...graph.who_must_act import who_must_act

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ..rows import Row

__all__ = ["ANSWERS"]


def _who_must_act(dataset: Dataset, *, target: str, action: str, as_of: date, lang: str) -> Iterator[Row]:
    for row in who_must_act(dataset, target, action, as_of):
        body = dataset.entities[row.body]
        yield {
            "body": body.id,
            "name": body.name(lang),
            "country": body.jurisdiction,
            "role": row.role,
            "strength": row.strength,
            "standing": row.standing,
            "generic": body.generic,
            "steps": row.steps,
            "chain": [fact.id for fact in row.chain],
        }


ANSWERS: dict[str, Any] = {"who-must-act": _who_must_act}
