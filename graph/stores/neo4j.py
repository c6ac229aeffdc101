"""A Neo4j server as a store."""

from __future__ import annotations

import re
from contextlib import ExitStack

from ...errors import StoreError
from .bolt import BoltStore, driver_for
from .refusals import refusals_of

__all__ = ["open_neo4j"]

_ADDRESS = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://[^/]")


def open_neo4j(uri: str, user: str, password: str, database: str | None = None) -> BoltStore:
    """Connect to a Neo4j and check that it answers and accepts the password.

    Parameters
    ----------
    uri
        As `neo4j://host:7687` or `bolt://host:7687`.
    user, password
        Who may write to the database.
    database
        Its name; None for the user's own.

    Raises
    ------
    StoreError
        E301: nothing answers there. E302: the password is refused. E305: there is no such database.
    """
    if not _ADDRESS.match(uri):
        raise _not_an_address(uri)
    with ExitStack() as resources, refusals_of(uri):
        try:
            driver = resources.enter_context(driver_for(uri, user, password))
            with driver.session(database=database) as session:
                session.run("RETURN 1").consume()
        except ValueError as error:  # a port that is no number
            raise _not_an_address(uri) from error
        return BoltStore(uri, driver, driver, database, resources.pop_all())


def _not_an_address(uri: str) -> StoreError:
    return StoreError("E301", f"{uri!r} is not an address (as neo4j://host:7687 or bolt://host:7687)")
