"""Loading as a difference: read the hashes that are there, write in batches what differs, and nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ...errors import StoreError
from . import statements
from .base import LoadReport
from .content import content_of
from .difference import EdgeState, NodeState, State, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from neo4j import ManagedTransaction, Session, SummaryCounters

    from ..dataset import Dataset
    from .difference import Step

__all__ = ["BATCH", "load"]

BATCH = 5000
"""Rows of one transaction: fewer cost round trips, more gain nothing and hold locks for longer."""

_COUNTERS = (
    "nodes_created", "nodes_deleted", "relationships_created", "relationships_deleted", "properties_set",
    "labels_added", "labels_removed", "indexes_added", "indexes_removed", "constraints_added", "constraints_removed",
)  # fmt: skip


def load(session: Session, dataset: Dataset, progress: Callable[[int, int], None] | None = None) -> LoadReport:
    """Make a database hold exactly this dataset.

    Parameters
    ----------
    session
        Of a user who may write data and schema.
    dataset
        All that is to be there.
    progress
        Called after each batch with the rows written so far and the rows to write in all.

    Raises
    ------
    StoreError
        E305: somebody else changed the database during the load.
    """
    wanted = content_of(dataset)
    counters = _constrain(session)
    todo = plan(wanted, _state(session, wanted.nodes))
    done, total = 0, sum(len(step.rows) for step in todo.steps)
    for step, batch in _batches(todo.steps):
        counters += session.execute_write(_write, step.statement, batch)
        done += len(batch)
        if progress is not None:
            progress(done, total)
    return LoadReport(todo.nodes, todo.relationships, counters)


def _constrain(session: Session) -> Counter[str]:
    """Make the constraints that are not there; each in a transaction of its own, as Neo4j wants it."""
    there = {row["name"] for row in _rows(session, statements.CONSTRAINT_NAMES)}
    counters: Counter[str] = Counter()
    for name, statement in statements.constraints().items():
        if name not in there:
            counters += session.execute_write(_constrain_one, statement)
    return counters


def _constrain_one(transaction: ManagedTransaction, statement: str) -> Counter[str]:
    return _counted(transaction.run(statement).consume().counters)


def _state(session: Session, kinds: Mapping[str, object]) -> State:
    nodes = {
        kind: {
            row["id"]: NodeState(row["hash"], frozenset(row["labels"]))
            for row in _rows(session, statements.state_of_nodes(kind))
        }
        for kind in kinds
    }
    found = _rows(session, statements.STATE_OF_EDGES)
    return State(nodes, {row["fact"]: EdgeState(row["subject"], row["hash"]) for row in found})


def _rows(session: Session, statement: str) -> list[dict[str, Any]]:
    return session.execute_read(lambda transaction: transaction.run(statement).data())


def _batches(steps: Sequence[Step]) -> Iterator[tuple[Step, Sequence[Mapping[str, Any]]]]:
    for step in steps:
        for start in range(0, len(step.rows), BATCH):
            yield step, step.rows[start : start + BATCH]


def _write(transaction: ManagedTransaction, statement: str, rows: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """Write one batch; it counts only if every row found what it was to change."""
    result = transaction.run(statement, rows=rows)
    done = result.single(strict=True)["done"]
    if done != len(rows):
        raise StoreError(
            "E305", f"something else changes the store ({done} of {len(rows)} rows were found); load again"
        )
    return _counted(result.consume().counters)


def _counted(counters: SummaryCounters) -> Counter[str]:
    return Counter({name: count for name in _COUNTERS if (count := getattr(counters, name))})
