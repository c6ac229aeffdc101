"""A dataset back from the nodes and relationships of a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ...ontology.model import Entity, Passage, Section, Source
from ...ontology.names import snake
from ...ontology.schema import schema
from ..dataset import Dataset
from ..properties import KINDS, fact_of, node_of
from . import statements

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from ..facts import Fact
    from .base import Row

__all__ = ["read", "read_around"]


class _Run(Protocol):
    def __call__(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> list[Row]: ...


def read(run: _Run) -> Dataset:
    """Read the dataset of a store; whatever acuerdo did not write is left out.

    Parameters
    ----------
    run
        Answers Cypher.
    """
    nodes = [row for kind in KINDS for row in run(statements.read_nodes(kind))]
    return _dataset(nodes, _facts(run(statements.READ_EDGES)))


def read_around(run: _Run, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:
    """Read the facts of these ids and those about some entities, with all that they name.

    A store has an index of ids, and none of facts that both stores use; so facts are found from their subjects.

    Parameters
    ----------
    run
        Answers Cypher.
    entities
        Ids of entities; they are there even if no fact is about them.
    facts
        Ids of facts.
    subjects
        Ids of their subjects.
    """
    named = {"entities": sorted(entities), "facts": sorted(facts), "subjects": sorted(subjects)}
    found = list({fact.id: fact for text in statements.READ_AROUND for fact in _facts(run(text, named))}.values())
    joined = set(entities) | {end for fact in found for end in (fact.subject, fact.object)}
    evidence = [evidence for fact in found for evidence in fact.evidence]
    passages = _some(run, "Passage", joined | {e.passage for e in evidence})
    sections = _some(run, "Section", joined | {row["properties"].get("section", "") for row in passages})
    documents = {e.source for e in evidence} | {row["properties"]["document"] for row in [*passages, *sections]}
    sources = _some(run, "Document", joined | documents)
    return _dataset([*_some(run, "Entity", joined), *sources, *sections, *passages], found)


def _some(run: _Run, kind: str, ids: Iterable[str]) -> list[Row]:
    return run(statements.read_some_nodes(kind), {"ids": sorted(ids)})


def _dataset(nodes: Iterable[Row], facts: Iterable[Fact]) -> Dataset:
    things = [node_of(_class(row["labels"]), row["properties"]) for row in nodes]
    return Dataset.of(
        [thing for thing in things if isinstance(thing, Source)],
        [thing for thing in things if isinstance(thing, Section)],
        [thing for thing in things if isinstance(thing, Passage)],
        [thing for thing in things if isinstance(thing, Entity)],
        facts,
    )


def _facts(rows: Iterable[Row]) -> list[Fact]:
    return [fact_of(row["subject"], snake(row["type"]), row["object"], row["properties"]) for row in rows]


def _class(labels: Iterable[str]) -> str:
    """The class of a node, whatever further labels people gave it."""
    return schema().most_specific(label for label in labels if label in schema().classes)
