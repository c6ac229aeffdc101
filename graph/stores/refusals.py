"""What drivers and servers raise, said as acuerdo's errors."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from ...errors import AcuerdoError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from neo4j.exceptions import Neo4jError

__all__ = ["refusals_of"]


@contextmanager
def refusals_of(place: str) -> Iterator[None]:
    """Raise `StoreError` for whatever the driver raises within the block.

    Parameters
    ----------
    place
        Names the store in messages: an address or a folder.
    """
    from neo4j import exceptions

    try:
        yield
    except AcuerdoError:
        raise
    except exceptions.AuthError as error:
        raise StoreError("E302", f"{place}: {_first_line(error.message)}") from error
    except exceptions.Neo4jError as error:
        raise StoreError("E305", f"{place}: {_reason(error)}") from error
    except (exceptions.DriverError, OSError) as error:
        raise StoreError("E301", f"{place} does not answer: {_first_line(str(error))}") from error


def _reason(error: Neo4jError) -> str:
    message = _first_line(error.message)
    # what the embedded engine, opened for reading, says to everything that it does not take for a question
    if message == "Cannot execute command on a read only database":
        return "only questions can be asked here; this is a change, or it is not Cypher"
    return message


def _first_line(message: str | None) -> str:
    return (message or "no reason given").strip().splitlines()[0]
