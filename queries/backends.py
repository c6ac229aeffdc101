"""Where a question can be asked: facts in memory, a graph store, or an RDF export. All give the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from .reference import ask_dataset
from .rows import Row, normalised

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from ..graph.dataset import Dataset
    from ..graph.stores import GraphStore
    from .catalogue import Question
    from .sparql import RdfStore

__all__ = ["Backend", "Found", "InMemory", "InRdf", "InStore"]


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: rows in its order, and the subjects of their facts where the place says them."""

    rows: list[Row]
    subjects: frozenset[str] = frozenset()


class Backend(Protocol):
    """What a question is asked of."""

    def has(self, entity: str) -> bool:
        """Whether there is an entity of this id."""

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> Found:
        """Answer a question."""

    def around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:
        """The facts of these ids and subjects and those about the entities, with all that they name."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A dataset, asked in Python."""

    dataset: Dataset

    def has(self, entity: str) -> bool:
        """Whether there is an entity of this id."""
        return entity in self.dataset.entities

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        return {key: entity.names() for key, entity in self.dataset.entities.items()}

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> Found:
        """Answer a question."""
        return Found(ask_dataset(question, self.dataset, parameters))

    def around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:  # noqa: ARG002
        """The whole dataset: all is at hand."""
        return self.dataset


@dataclass(frozen=True, slots=True)
class InRdf:
    """An RDF export, asked in SPARQL; the columns that SPARQL cannot give come from the same facts in memory."""

    rdf: RdfStore
    dataset: Dataset

    def has(self, entity: str) -> bool:
        """Whether there is an entity of this id."""
        return entity in self.dataset.entities

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        return InMemory(self.dataset).names()

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> Found:
        """Answer a question."""
        found = self.rdf.ask(question, parameters)
        if not question.without:
            return Found(found)
        given = [column.name for column in question.columns if column.name not in question.without]
        full = {_key(row, given): row for row in ask_dataset(question, self.dataset, parameters)}
        missing = dict.fromkeys(question.without)
        rows = [row | {name: full.get(_key(row, given), missing)[name] for name in question.without} for row in found]
        return Found(rows)

    def around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:  # noqa: ARG002
        """The whole dataset: all is at hand."""
        return self.dataset


def _key(row: Row, columns: list[str]) -> str:
    return repr([row[name] for name in columns])


@dataclass(frozen=True, slots=True)
class InStore:
    """A graph store, asked in Cypher."""

    store: GraphStore

    def has(self, entity: str) -> bool:
        """Whether there is an entity of this id."""
        return bool(self.store.run("MATCH (e:Entity {id: $entity}) RETURN e.id AS id", {"entity": entity}))

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        rows = self.store.run(_NAMES, {})
        return {row["id"]: tuple(name for name in [*row["names"], *row["aliases"]] if name) for row in rows}

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> Found:
        """Answer a question."""
        rows = self.store.run(question.cypher, dict(parameters))
        subjects = frozenset(subject for row in rows for subject in row.get("subjects", ()))
        return Found(normalised(question, rows), subjects)

    def around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:
        """The facts of these ids and subjects and those about the entities, with all that they name."""
        return self.store.read_around(entities, facts, subjects)


_NAMES = """
MATCH (e:Entity)
RETURN e.id AS id, [e.name, e.name_es, e.acronym, e.acronym_es] AS names, coalesce(e.aliases, []) AS aliases
"""
