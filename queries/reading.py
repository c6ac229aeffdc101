"""Queries of one's own may only read: what language a text is in, and what in it would write or reach out.

A store's own means come first: a Neo4j is asked in read access mode, the embedded store by a user that can only read,
an RDF export by a parser that knows no updates. What these let through is refused here: files and addresses (`LOAD
CSV`, `SERVICE`), and procedures, save those that only describe the graph.
"""

from __future__ import annotations

import re

from ..errors import InputError
from .rules import bare

__all__ = ["is_sparql", "refuse_reaching_out"]

PROCEDURES = frozenset({
    "db.labels", "db.relationshiptypes", "db.propertykeys", "db.schema.visualization",
    "db.schema.nodetypeproperties", "db.schema.reltypeproperties", "dbms.components",
})  # fmt: skip
_SPARQL_OPAQUE = re.compile(
    r"""\'\'\'.*?\'\'\' | \"\"\".*?\"\"\" | '(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | <[^<>\s]*> | \#[^\n]*""",
    re.VERBOSE | re.DOTALL,
)
_SPARQL_START = re.compile(r"\s*(PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_CALL = re.compile(r"\bCALL\s+([\w.]+)\s*(?:\.\s*[\w.]+\s*)*", re.IGNORECASE)


def is_sparql(text: str) -> bool:
    r"""Whether a query is SPARQL rather than Cypher, by its first word.

    Examples
    --------
    >>> is_sparql("# all\nPREFIX a: <urn:a#> SELECT * {}"), is_sparql("MATCH (n) RETURN n")
    (True, False)
    """
    return bool(_SPARQL_START.match(_SPARQL_OPAQUE.sub(" ", text)))


def refuse_reaching_out(text: str) -> None:
    """Refuse a query that would read a file or an address, or call a procedure that may do more than describe.

    Raises
    ------
    InputError
        E111, with what is refused.

    Examples
    --------
    >>> refuse_reaching_out("MATCH (n:Body) RETURN n.name")
    """
    if is_sparql(text):
        if re.search(r"\bSERVICE\b", _SPARQL_OPAQUE.sub(" ", text), re.IGNORECASE):
            raise InputError("E111", "SERVICE asks another server")
        return
    text = bare(text)
    if re.search(r"\bLOAD CSV\b", text, re.IGNORECASE):
        raise InputError("E111", "LOAD CSV reads a file or an address")
    for call in _CALL.finditer(text):
        name = re.sub(r"\s", "", call[0])[4:].lower()
        if name not in PROCEDURES:
            raise InputError("E111", f"CALL {name}: only procedures that describe the graph may be called")
