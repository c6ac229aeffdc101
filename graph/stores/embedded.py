"""The embedded store: a folder, and an engine in this process that the Neo4j driver speaks to."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from ...errors import StoreError
from .bolt import BoltStore, driver_for
from .engine import DATABASE, READER, WRITER, running
from .lock import locked
from .refusals import refusals_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .engine import Engine

__all__ = ["open_embedded"]

_DATABASES = "embedded"  # a folder of its own: the engine takes every folder beside the database for one more database


def open_embedded(folder: Path, *, create: bool = False) -> BoltStore:
    """Open the embedded store in a folder.

    Any number of processes may read a store at once; one that writes must have it alone.

    Parameters
    ----------
    folder
        Holds the store.
    create
        Open for loading, and make the store where it is not there. Otherwise it can only be read.

    Raises
    ------
    StoreError
        E301: it is damaged. E303: there is none to read. E304: another process has it. E306: no engine for this
        platform.
    """
    databases = folder / _DATABASES
    if create:
        databases.mkdir(parents=True, exist_ok=True)
    elif not _schema(databases).is_file():
        raise StoreError("E303", f"run 'acuerdo build' first ({folder} holds none)")
    elif _was_interrupted(databases):
        _recover(databases)
    with ExitStack() as resources:
        engine = resources.enter_context(_running_alone(databases, writable=create))
        with refusals_of(str(folder)):
            drivers = {
                user: resources.enter_context(driver_for(engine.uri, user, engine.passwords[user]))
                for user in ([READER, WRITER] if create else [READER])
            }
        return BoltStore(
            str(folder), drivers[READER], drivers.get(WRITER), DATABASE, resources.pop_all(), transactions=create
        )


@contextmanager
def _running_alone(databases: Path, *, writable: bool) -> Iterator[Engine]:
    """Run the engine with the lock held, on a database that is whole."""
    with locked(databases, shared=not writable):
        if _schema(databases).is_file():
            _check(databases)
        with running(databases, writable=writable) as engine:
            yield engine


def _schema(databases: Path) -> Path:
    return databases / DATABASE / "schema.json"


def _check(databases: Path) -> None:
    """Refuse a damaged schema: the engine would leave out the types that it cannot read, and answer without them."""
    try:
        json.loads(_schema(databases).read_text(encoding="utf-8"))
    except ValueError as error:
        raise StoreError("E301", f"{databases} is damaged; remove it and run 'acuerdo build' again") from error


def _was_interrupted(databases: Path) -> bool:
    """Tell whether a writer has not closed the store: it was killed, or it is still there."""
    return (databases / DATABASE / "database.lck").exists()


def _recover(databases: Path) -> None:
    """Open for writing once, which brings back a consistent state after a kill; a reader may not."""
    with _running_alone(databases, writable=True):
        pass
