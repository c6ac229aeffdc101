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

__all__ = ["Backend", "InMemory", "InRdf", "InStore"]


class Backend(Protocol):
    """What a question is asked of."""

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""

    def rows(self, question: Question, parameters: Mapping[str, Any]) -> list[Row]:
        """Rows of the answer, in the question's order."""

    def around(self, entity: str, facts: Collection[str]) -> Dataset:
        """The facts of these ids and those about the entity, with all that they name."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A dataset, asked in Python."""

    dataset: Dataset

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        return {key: entity.names() for key, entity in self.dataset.entities.items()}

    def rows(self, question: Question, parameters: Mapping[str, Any]) -> list[Row]:
        """Rows of the answer, in the question's order."""
        return ask_dataset(question, self.dataset, parameters)

    def around(self, entity: str, facts: Collection[str]) -> Dataset:  # noqa: ARG002  (all is at hand)
        """The whole dataset."""
        return self.dataset


@dataclass(frozen=True, slots=True)
class InRdf:
    """An RDF export, asked in SPARQL; the columns that SPARQL cannot give come from the same facts in memory."""

    rdf: RdfStore
    dataset: Dataset

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        return InMemory(self.dataset).names()

    def rows(self, question: Question, parameters: Mapping[str, Any]) -> list[Row]:
        """Rows of the answer, in the question's order."""
        found = self.rdf.ask(question, parameters)
        if not question.without:
            return found
        given = [column.name for column in question.columns if column.name not in question.without]
        full = {_key(row, given): row for row in ask_dataset(question, self.dataset, parameters)}
        missing = dict.fromkeys(question.without)
        return [row | {name: full.get(_key(row, given), missing)[name] for name in question.without} for row in found]

    def around(self, entity: str, facts: Collection[str]) -> Dataset:  # noqa: ARG002  (all is at hand)
        """The whole dataset."""
        return self.dataset


def _key(row: Row, columns: list[str]) -> str:
    return repr([row[name] for name in columns])


@dataclass(frozen=True, slots=True)
class InStore:
    """A graph store, asked in Cypher."""

    store: GraphStore

    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Names of every entity, by id."""
        rows = self.store.run(_NAMES, {})
        return {row["id"]: tuple(name for name in [*row["names"], *row["aliases"]] if name) for row in rows}

    def rows(self, question: Question, parameters: Mapping[str, Any]) -> list[Row]:
        """Rows of the answer, in the question's order."""
        return normalised(question, self.store.run(question.cypher, dict(parameters)))

    def around(self, entity: str, facts: Collection[str]) -> Dataset:
        """The facts of these ids and those about the entity, with all that they name."""
        return self.store.read_around(entity, facts)


_NAMES = """
MATCH (e:Entity)
RETURN e.id AS id, [e.name, e.name_es, e.acronym, e.acronym_es] AS names, coalesce(e.aliases, []) AS aliases
"""
