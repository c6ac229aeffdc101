"""Rules for Cypher that means the same, and is fast, on Neo4j and on the embedded store; and that only reads.

Each rule answers to something that was measured on the embedded store, or to a promise of the catalogue. A text that
keeps them can be asked anywhere; one that breaks them may still be right on Neo4j.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..ontology.names import upper
from ..ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["bare", "broken"]

_FORBIDDEN = {
    "two labels with properties use no index": r"\(\s*\w*\s*:\s*\w+(?:\s*[:&|]\s*\w+)+\s*\{[^}]*\}?",
    "SHORTEST k is not known everywhere": r"\b(?:ANY|ALL)\s+SHORTEST\b|\bSHORTEST\s+(?:\d+|\$\w+|GROUPS?\b)",
    "a dynamic label or type is not known everywhere": r":\s*\$\s*(?:any|all)?\s*\(",
    "procedures and APOC are not the same everywhere": r"\bapoc\.[\w.]+|\bCALL\s+\w[\w.]*",
    "a question only reads": r"(?<![.:$\w])(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|LOAD\s+CSV)\b(?!\s*[.:])",
    "the element of a list is compared after WITH, not in the WHERE of a MATCH": (
        r"\bMATCH\b(?:(?!\b(?:WITH|RETURN|UNWIND|CALL|UNION)\b).)*?\bWHERE\b"
        r"(?:(?!\b(?:WITH|RETURN|UNWIND|CALL|UNION|MATCH)\b).)*?\b\w+\.\w+\[[^\]]*\]"
    ),
}
"""What a text must not have anywhere, by why not."""

_OPAQUE = re.compile(r"""'(?:\\.|[^'\\])*' | "(?:\\.|[^"\\])*" | //[^\n]* | /\*.*?\*/""", re.VERBOSE | re.DOTALL)
_AGGREGATE = re.compile(r"\b(?:count|max|min|collect|sum|avg|stdevp?|percentile(?:cont|disc))\s*\(", re.IGNORECASE)
_DEPTHS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
_EACH_IN = re.compile(r"(?:\[|\b(?:all|any|none|single)\s*\(|\breduce\s*\([^|]*?,)\s*\w+\s+IN\b", re.IGNORECASE)
_PREDICATE = re.compile(r"\b(?:IS|IN|NOT|AND|OR|XOR|STARTS_WITH|ENDS_WITH|CONTAINS)\b|=~", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:OPTIONAL|MATCH|WHERE|WITH|RETURN|UNWIND|CALL|UNION|ORDER|SKIP|LIMIT)\b", re.IGNORECASE)
_PROJECTION = re.compile(r"\b(?:WITH|RETURN|ORDER BY)\b(?: DISTINCT\b)?", re.IGNORECASE)
_MAP = re.compile(r"\{\s*\.?\w+\s*[:,}][^{}]*\}?(?<=\})")
_TYPES = re.compile(r"-\s*\[\s*\w*\s*:\s*([\w|&!:\s]*?)\s*(?:\*[^\]]*|WHERE\b[^\]]*)?\]")
_LABELS = re.compile(r":\s*((?:!?\s*\w+\s*[|&:]\s*)*!?\w+)")


def broken(cypher: str, parameters: Collection[str] | None = None) -> list[str]:
    """Say which rules a query breaks.

    Parameters
    ----------
    cypher
        Its text.
    parameters
        Those that are declared; without them any will do.

    Examples
    --------
    >>> broken("MATCH (m:Mechanism)-[:PART_OF]->(b:Body) RETURN m.id, count(b)")
    []
    >>> broken("MATCH (n) RETURN n")
    ['a pattern starts from a label or from what is known: (n)']
    """
    text = bare(cypher)
    return [
        *(f"{why}: {found[0]}" for why, what in _FORBIDDEN.items() for found in re.finditer(what, text, re.IGNORECASE)),
        *(f"an aggregate under a predicate is bound with WITH first: {item}" for item in _mixed(text)),
        *(f"the ontology has no {name}" for name in _unknown(text)),
        *(f"a pattern starts from a label or from what is known: {pattern}" for pattern in _unanchored(text)),
        *(
            f"no parameter ${name} is declared"
            for name in dict.fromkeys(re.findall(r"\$(\w+)\b(?!\s*\()", text))
            if parameters is not None and name not in parameters
        ),
    ]


def bare(cypher: str) -> str:
    """The text on one line, without comments, strings and quotation marks of names."""
    text = _OPAQUE.sub(lambda found: " " if found[0].startswith("/") else "''", cypher)
    text = re.sub(r"`([^`]*)`", lambda name: re.sub(r"\W", "_", name[1]) or "_", text)
    text = " ".join(text.split())
    return re.sub(r"\b(STARTS|ENDS) WITH\b", r"\1_WITH", text, flags=re.IGNORECASE)


def _items(text: str, start: int) -> Iterator[str]:
    """What stands between commas from a place on, until the next clause or the end of what is around."""
    depth, begin, end = 0, start, start
    for end in range(start, len(text) + 1):
        sign = text[end : end + 1]
        depth += _DEPTHS.get(sign, 0)
        if depth < 0 or (depth == 0 and text[end - 1] == " " and _CLAUSE.match(text, end)):
            break
        if depth == 0 and sign == ",":
            yield text[begin:end].strip()
            begin = end + 1
    yield text[begin:end].strip()


def _mixed(text: str) -> Iterator[str]:
    """Expressions with an aggregate and, outside of what it counts, a predicate."""
    for clause in _PROJECTION.finditer(text):
        for item in _items(text, clause.end()):
            if _AGGREGATE.search(item) and _PREDICATE.search(_EACH_IN.sub("", _without_arguments(item))):
                yield item


def _without_arguments(item: str) -> str:
    while found := _AGGREGATE.search(item):
        depth, end = 1, found.end()
        while depth and end < len(item):
            depth += _DEPTHS.get(item[end], 0)
            end += 1
        item = item[: found.start()] + item[end:]
    return item


def _unknown(text: str) -> Iterator[str]:
    """Labels and types that the ontology does not have."""
    while (bare := _MAP.sub("", text)) != text:
        text = bare
    types = {upper(name) for name in schema().relations}
    for named in _TYPES.findall(text):
        yield from (f"relation {name}" for name in re.findall(r"\w+", named) if name not in types)
    for named in _LABELS.findall(_TYPES.sub("", text)):
        yield from (f"class {name}" for name in re.findall(r"\w+", named) if name not in schema().classes)


def _unanchored(text: str) -> Iterator[str]:
    """Patterns of which no node has a label or is known from before."""
    for clause in re.finditer(r"\bMATCH\b", text, re.IGNORECASE):
        known = text[: clause.start()]
        for pattern in _items(text, clause.end()):
            nodes = re.findall(r"\(\s*(\w*)\s*(:?)", pattern)
            if not any(label or (name and re.search(rf"\b{name}\b", known)) for name, label in nodes):
                yield pattern
            known += f" {pattern}"
