"""Queries of one's own, with a time limit that ends them.

A Neo4j ends a query itself. The embedded engine and the RDF store run inside a process and cannot be interrupted, so
they get a process of their own, which is ended with all that it holds.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import AcuerdoError, InputError, StoreError
from .queries.reading import is_sparql, refuse_reaching_out

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from .graph.stores import GraphStore

__all__ = ["in_child", "in_neo4j"]

Rows = list[dict[str, Any]]


def in_neo4j(store: GraphStore, text: str, seconds: float) -> Rows:
    """Run a query in a Neo4j, or over the RDF export of what it holds.

    Raises
    ------
    InputError
        E111: the query is refused. E112: it took too long.
    """
    refuse_reaching_out(text)
    if is_sparql(text):
        raise InputError("E111", "SPARQL runs on the embedded store; leave --uri out")
    return _run(store, text, seconds)


def _run(store: GraphStore, text: str, seconds: float | None = None) -> Rows:
    try:
        return store.run(text, timeout=seconds)
    except StoreError as error:
        if error.code != "E305":
            raise
        if "timed out" in str(error).lower() or "TransactionTimedOut" in str(error.__cause__):
            raise InputError("E112", f"{seconds:g} s") from error
        raise InputError("E111", error.args[0]) from error


def in_child(text: str, home: Path, seconds: float) -> Rows:
    """Run a query on the embedded store in a process of its own.

    Raises
    ------
    InputError
        E111: the query is refused. E112: it took too long.
    StoreError
        The store cannot be read.
    """
    refuse_reaching_out(text)
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="acuerdo-", ignore_cleanup_errors=True) as scratch:
        ours, theirs = context.Pipe()
        child = context.Process(target=_answer, args=(text, home, Path(scratch), theirs), daemon=True)
        child.start()
        theirs.close()
        try:
            if not ours.poll(seconds):
                raise InputError("E112", f"{seconds:g} s")
            found: Rows | AcuerdoError = ours.recv()
        except EOFError:
            raise StoreError("E305", "the process that ran the query died") from None
        finally:
            child.kill()
            child.join()
    if isinstance(found, AcuerdoError):
        raise found
    return found


def _answer(text: str, home: Path, scratch: Path, out: Connection) -> None:
    """Run in the child: whatever the engine lays aside goes where the parent clears up."""
    os.environ["TMPDIR"] = tempfile.tempdir = str(scratch)
    try:
        out.send(_rows(text, home))
    except AcuerdoError as error:
        out.send(error)


def _rows(text: str, home: Path) -> Rows:
    from .graph.stores import open_embedded

    with open_embedded(home) as store:
        if not is_sparql(text):
            return _run(store, text)
        from .graph.exports.rdf import ntriples
        from .queries.sparql import RdfStore

        return RdfStore(ntriples(store.read())).run(text)
