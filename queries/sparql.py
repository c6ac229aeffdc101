"""The questions answered in SPARQL, over the RDF export, by pyoxigraph."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from ..errors import InputError
from ..graph.exports.terms import Terms, literal
from .rows import LISTS, Row, normalised

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .catalogue import Question

__all__ = ["RdfStore"]

_IDENTIFIED = """
    PREFIX acuerdo: <https://w3id.org/acuerdo/ontology#>
    SELECT DISTINCT ?node WHERE { ?node a acuerdo:Entity }
"""


class RdfStore:
    """An RDF export in memory.

    Parameters
    ----------
    ntriples
        What `acuerdo export nt` writes.
    terms
        Base of its IRIs; the project's own by default.
    """

    def __init__(self, ntriples: str, terms: Terms | None = None) -> None:
        self._terms = terms or Terms()
        self._store = ox.Store()
        self._store.bulk_load(ntriples.encode(), ox.RdfFormat.N_TRIPLES)
        found = self._store.query(_IDENTIFIED)
        self._iris = {self._terms.identifier(node.value): f"<{node.value}>" for (node,) in found}  # type: ignore[union-attr]

    def ask(self, question: Question, parameters: Mapping[str, Any]) -> list[Row]:
        """Answer a question; the columns it declares SPARQL cannot give are left out."""
        kinds = {parameter.name: parameter.type for parameter in question.parameters}
        terms = {name: self._term(kinds[name], value) for name, value in parameters.items()}
        text = re.sub(r"\$(\w+)", lambda match: terms.get(match[1], match[0]), question.sparql)
        if self._terms.base != Terms().base:
            text = text.replace(f"<{Terms().base}/id/", f"<{self._terms.base}/id/")
        names = [column.name for column in question.columns if column.name not in question.without]
        types = {column.name: column.type for column in question.columns}
        solutions = self._store.query(text)
        rows = ({name: self._value(types[name], row[name]) for name in names} for row in solutions)  # type: ignore[union-attr]
        return normalised(question, rows, question.without)

    def run(self, text: str) -> list[Row]:
        """Run a query of one's own; its rows by variable, as text.

        Raises
        ------
        InputError
            E111: it is no query that SPARQL 1.1 knows.
        """
        try:
            found = self._store.query(text)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise InputError("E111", str(error).splitlines()[0]) from error
        if isinstance(found, ox.QueryBoolean):
            return [{"answer": bool(found)}]
        if isinstance(found, ox.QueryTriples):
            return [{"subject": _text(s), "predicate": _text(p), "object": _text(o)} for s, p, o in found]
        names = [variable.value for variable in found.variables]
        return [{name: _text(row[name]) for name in names} for row in found]

    def _term(self, kind: str, value: Any) -> str:
        if kind == "entity":
            return self._iris.get(value, self._terms.node("Entity", value))
        if isinstance(value, date):
            return literal(value.isoformat(), datatype="xsd:date")
        if isinstance(value, int):
            return str(value)
        if kind == "fact":
            return self._terms.fact(value)
        return literal(value) if kind == "language" else self._terms.concept(value)

    def _value(self, kind: str, term: ox.NamedNode | ox.Literal | None) -> object:
        text = "" if term is None else term.value
        if kind in {"entity", "concept"}:
            return self._terms.identifier(text) if isinstance(term, ox.NamedNode) else text
        if kind == "relation":
            return self._terms.predicate(text)
        if kind in LISTS:
            return [self._terms.identifier(word) if "/id/" in word else word for word in text.split()]
        return _LITERALS[kind](text) if kind in _LITERALS else text


def _text(term: Any) -> str:
    return "" if term is None else str(getattr(term, "value", term))


_LITERALS: dict[str, Callable[[str], object]] = {
    "class": lambda text: text.rpartition("#")[2],
    "date": date.fromisoformat,
    "facts": lambda text: [iri.rpartition("/")[2] for iri in text.split()],
    "flag": lambda text: text == "true",
    "number": int,
}
