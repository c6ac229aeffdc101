"""Who may use a folder now: one process that writes, or any number that read.

The embedded engine keeps writers from each other, but lets a writer in while others read. The lock goes with its
process, however that ends.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from ...errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["locked"]

_WAIT = 5.0  # seconds for others to let go: a question takes less than one
_PAUSE = 0.05


@contextmanager
def locked(folder: Path, *, shared: bool) -> Iterator[None]:
    """Hold the lock of a folder while the block runs.

    Parameters
    ----------
    folder
        An existing folder.
    shared
        Whether others may hold it too who share it. (On Windows nobody shares.)

    Raises
    ------
    StoreError
        E304: others do not let go.
    """
    with (folder / "acuerdo.lock").open("ab") as file:
        deadline = time.monotonic() + _WAIT
        while not _take(file, shared=shared):
            if time.monotonic() >= deadline:
                raise StoreError("E304", f"{folder}: wait until the other process has ended")
            time.sleep(_PAUSE)
        yield  # closing the file gives the lock back


def _take(file: IO[bytes], *, shared: bool) -> bool:
    """Try to take the lock."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:  # somebody else has it
        return False
    return True
