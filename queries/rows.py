"""Rows of answers in one form, whichever store gave them: lists sorted, rows in the question's order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.who_must_act import STANDINGS
from ..ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .catalogue import Question

__all__ = ["Row", "normalised"]

LISTS = {"list", "entities", "ids"}
"""Types of columns whose values are sorted lists."""

Row = dict[str, Any]


def normalised(question: Question, rows: Iterable[Mapping[str, Any]], without: Iterable[str] = ()) -> list[Row]:
    """Bring rows into one form.

    Parameters
    ----------
    question
        Whose columns and order count.
    rows
        As a store gave them.
    without
        Columns that this store cannot give.
    """
    columns = [column for column in question.columns if column.name not in set(without)]
    found = [{c.name: sorted(row[c.name]) if c.type in LISTS else row[c.name] for c in columns} for row in rows]
    return sorted(found, key=lambda row: [_sort_key(name, row[name]) for name in question.order])


def _sort_key(name: str, value: Any) -> tuple[int, str]:
    ranks = {"strength": schema().scheme("strengths"), "standing": STANDINGS}.get(name, ())
    if value in ranks:
        return ranks.index(value), ""
    return (value, "") if isinstance(value, int) else (len(ranks), str(value))
