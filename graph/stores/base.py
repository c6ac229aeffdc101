"""What every store can do: take a dataset, give it back, answer questions in Cypher."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from types import TracebackType

    from ..dataset import Dataset

__all__ = ["Changes", "GraphStore", "LoadReport", "Row"]

Row = dict[str, Any]
"""One row of an answer, by column; dates are `datetime.date`."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes, or relationships, a load created, updated and deleted."""

    created: int = 0
    updated: int = 0
    deleted: int = 0

    def __str__(self) -> str:
        return f"{self.created} created, {self.updated} updated, {self.deleted} deleted"


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did.

    Parameters
    ----------
    nodes, relationships
        What the dataset asked for.
    counters
        What the store says it did: the counters of the driver's summaries (`nodes_created`, `properties_set`, …) added
        up, those that are zero left out.

    Examples
    --------
    >>> LoadReport(Changes(created=2), Changes(), Counter(nodes_created=2)).contains_updates
    True
    >>> LoadReport(Changes(), Changes()).contains_updates
    False
    """

    nodes: Changes
    relationships: Changes
    counters: Counter[str] = field(default_factory=Counter)

    @property
    def contains_updates(self) -> bool:
        """Whether anything was written at all."""
        return bool(self.counters)

    def __str__(self) -> str:
        if not self.contains_updates:
            return "Nothing was written: all of it was there."
        counted = ", ".join(f"{name} {count}" for name, count in sorted(self.counters.items()))
        return f"Nodes: {self.nodes}. Relationships: {self.relationships}. The store counted: {counted}."


class GraphStore(Protocol):
    """A place that keeps a dataset as nodes and relationships.

    All methods raise `StoreError`: E301 (cannot be reached), E302 (password), E305 (refused).
    """

    @property
    def name(self) -> str:
        """An address or a folder, for messages."""

    def load(self, dataset: Dataset, progress: Callable[[int, int], None] | None = None) -> LoadReport:
        """Make the store hold exactly this dataset; what it holds already is not written again.

        An interrupted load goes on where it was when it is run again. `progress` is called after each batch with the
        rows written so far and the rows to write in all.
        """

    def read(self) -> Dataset:
        """Give the dataset back."""

    def read_around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:
        """Give the facts of these ids and subjects and those about the entities, with all that they name."""

    def run(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        """Answer a question that reads; writing is refused. A Neo4j ends what takes more than `timeout` seconds."""

    def close(self) -> None:
        """Let go of the store."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
