"""The embedded store: a folder, and an engine in this process that the Neo4j driver speaks to."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from ...errors import StoreError
from .bolt import BoltStore, driver_for
from .engine import DATABASE, READER, WRITER, running
from .lock import locked
from .refusals import refusals_of

if TYPE_CHECKING:
    from pathlib import Path

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
        E303: there is no store to read. E304: another process has it. E306: no engine for this platform.
    """
    databases = folder / _DATABASES
    if create:
        databases.mkdir(parents=True, exist_ok=True)
    elif not (databases / DATABASE / "schema.json").is_file():
        raise StoreError("E303", f"run 'acuerdo build' first ({folder} holds none)")
    elif _was_interrupted(databases):
        _recover(databases)
    with ExitStack() as resources:
        resources.enter_context(locked(databases, shared=not create))
        engine = resources.enter_context(running(databases, writable=create))
        with refusals_of(str(folder)):
            drivers = {
                user: resources.enter_context(driver_for(engine.uri, user, engine.passwords[user]))
                for user in ([READER, WRITER] if create else [READER])
            }
        return BoltStore(
            str(folder), drivers[READER], drivers.get(WRITER), DATABASE, resources.pop_all(), transactions=create
        )


def _was_interrupted(databases: Path) -> bool:
    """Tell whether a writer has not closed the store: it was killed, or it is still there."""
    return (databases / DATABASE / "database.lck").exists()


def _recover(databases: Path) -> None:
    """Open for writing once, which brings back a consistent state after a kill; a reader may not."""
    with locked(databases, shared=False), running(databases, writable=True):
        pass
