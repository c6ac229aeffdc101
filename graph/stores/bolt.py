"""A store behind the official driver: what Neo4j and the embedded store share."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from ...errors import StoreError
from .load import load
from .read import read, read_around
from .refusals import refusals_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from contextlib import ExitStack
    from types import TracebackType

    from neo4j import Driver

    from ..dataset import Dataset
    from .base import LoadReport, Row

__all__ = ["BoltStore", "driver_for"]

_PATIENCE = 10.0  # seconds, for a connection and for trying a transaction again


def driver_for(uri: str, user: str, password: str) -> Driver:
    """Connect with the settings that all stores use.

    Notifications are off: they tell of labels that no node has yet, and the driver would write them to standard error.
    """
    from neo4j import GraphDatabase, NotificationMinimumSeverity

    return GraphDatabase.driver(
        uri,
        auth=(user, password),
        connection_timeout=_PATIENCE,
        max_transaction_retry_time=_PATIENCE,
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )


class BoltStore:
    """A `GraphStore` behind a Bolt address.

    Parameters
    ----------
    name
        An address or a folder, for messages.
    reader, writer
        Drivers for questions and for loads; no writer where the store was opened for reading.
    database
        Name of the database; None for the user's own.
    resources
        Closed with the store; the drivers are among them.
    transactions
        Whether the server lets a reader begin a transaction: the embedded one does not where it is opened for reading.
    """

    def __init__(
        self,
        name: str,
        reader: Driver,
        writer: Driver | None,
        database: str | None,
        resources: ExitStack,
        *,
        transactions: bool = True,
    ) -> None:
        self._name = name
        self._reader = reader
        self._writer = writer
        self._database = database
        self._resources = resources
        self._transactions = transactions

    @property
    def name(self) -> str:
        """An address or a folder, for messages."""
        return self._name

    def load(self, dataset: Dataset, progress: Callable[[int, int], None] | None = None) -> LoadReport:
        """Make the store hold exactly this dataset; see `GraphStore.load`."""
        if self._writer is None:
            raise StoreError("E305", f"{self._name} was opened for reading")
        with refusals_of(self._name), self._writer.session(database=self._database) as session:
            return load(session, dataset, progress)

    def read(self) -> Dataset:
        """Give the dataset back."""
        return read(self.run)

    def read_around(self, entities: Collection[str], facts: Collection[str], subjects: Collection[str]) -> Dataset:
        """Give the facts of these ids and subjects and those about the entities, with all that they name."""
        return read_around(self.run, entities, facts, subjects)

    def run(
        self, cypher: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[Row]:
        """Answer a question that reads; see `GraphStore.run`."""
        from neo4j import READ_ACCESS, unit_of_work

        values = dict(parameters or {})
        with (
            refusals_of(self._name),
            self._reader.session(database=self._database, default_access_mode=READ_ACCESS) as session,
        ):
            if self._transactions:
                work = unit_of_work(timeout=timeout)(lambda transaction: transaction.run(cypher, values).data())
                rows = session.execute_read(work)
            else:
                rows = session.run(cypher, values).data()
        return [{name: _plain(value) for name, value in row.items()} for row in rows]

    def close(self) -> None:
        """Let go of the store; a second time does nothing."""
        self._resources.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _plain(value: Any) -> Any:
    """Replace the driver's dates by Python's; a duration, which Python has no equal of, by its ISO 8601 text."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, date | datetime) or not hasattr(value, "iso_format"):
        return value
    return value.to_native() if hasattr(value, "to_native") else value.iso_format()
