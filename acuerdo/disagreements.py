"""Conflicts between sources, as lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .graph.conflicts import conflicts
from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .graph.dataset import Dataset
    from .graph.facts import Fact

__all__ = ["conflicting"]


def conflicting(dataset: Dataset) -> Iterator[str]:
    """Say where sources disagree, a line each after one that counts them; the better-sourced fact is named first."""
    found = conflicts(dataset)
    yield f"{len(found)} conflicts between sources; both facts stand, the better-sourced one first."
    for conflict in found:
        yield f"  {conflict.kind}: {_said(conflict.better, dataset)}, against {_said(conflict.other, dataset)}"


def _said(fact: Fact, dataset: Dataset) -> str:
    names = [dataset.entities[end].name() for end in (fact.subject, fact.object)]
    sources = ", ".join(dict.fromkeys(evidence.source for evidence in fact.evidence))
    time = f" {fact.valid}" if fact.valid else ""
    return f"{names[0]} {schema().relations[fact.predicate].label['en']} {names[1]}{time} ({sources})"
