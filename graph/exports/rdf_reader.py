"""RDF in: the triples that `rdf` writes, read back to an equal dataset."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ...errors import InputError
from ...ontology.model import Entity, Evidence, Passage, Section, Source
from ...ontology.schema import NAMESPACE, schema
from ..dataset import Dataset
from ..facts import Fact
from ..properties import QUALIFIERS
from .terms import PREFIXES, Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_rdf"]


def read_rdf(data: bytes, *, turtle: bool = False, terms: Terms | None = None) -> Dataset:
    """Read N-Triples (or Turtle) that acuerdo wrote.

    Parameters
    ----------
    data
        The file's bytes.
    turtle
        Whether it is Turtle.
    terms
        Base of the IRIs; the project's own by default.

    Raises
    ------
    InputError
        E108: the data is not RDF, or not what acuerdo writes.
    """
    try:
        graph = _Graph.parse(data, terms or Terms(), turtle=turtle)
        return Dataset.of(
            map(graph.source, graph.instances("Document")),
            map(graph.section, graph.instances("Section")),
            map(graph.passage, graph.instances("Passage")),
            map(graph.entity, graph.instances("Entity")),
            map(graph.fact, graph.instances("Fact")),
        )
    except (SyntaxError, KeyError, ValueError) as error:
        raise InputError("E108", f"RDF: {error}") from error


class _Graph:
    """Triples by subject and predicate, with readers for each kind of node."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._values: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        self._instances: defaultdict[str, list[str]] = defaultdict(list)

    @classmethod
    def parse(cls, data: bytes, terms: Terms, *, turtle: bool) -> _Graph:
        import pyoxigraph

        graph = cls(terms)
        form = pyoxigraph.RdfFormat.TURTLE if turtle else pyoxigraph.RdfFormat.N_TRIPLES
        for quad in pyoxigraph.parse(data, form):
            value, language = str(quad.object.value), getattr(quad.object, "language", None) or ""
            subject = str(quad.subject.value)
            graph._values[subject, quad.predicate.value].append((value, language))
            if quad.predicate.value == PREFIXES["rdf"] + "type":
                graph._instances[value].append(subject)
        return graph

    def instances(self, cls: str) -> list[str]:
        return self._instances[NAMESPACE + cls]

    def _all(self, subject: str, name: str) -> list[tuple[str, str]]:
        prefix, _, local = name.partition(":")
        return self._values.get((subject, PREFIXES[prefix] + local), [])

    def _one(self, subject: str, name: str) -> str:
        return next((value for value, _ in self._all(subject, name)), "")

    def _texts(self, subject: str, name: str) -> dict[str, str]:
        return {language: value for value, language in sorted(self._all(subject, name), key=lambda pair: pair[1])}

    def _list(self, subject: str, name: str) -> tuple[str, ...]:
        return tuple(sorted(value for value, _ in self._all(subject, name)))

    def _id(self, subject: str, name: str) -> str:
        iri = self._one(subject, name)
        return self._terms.identifier(iri) if iri else ""

    def source(self, iri: str) -> Source:
        return Source(
            id=self._terms.identifier(iri),
            title=self._texts(iri, "dcterms:title"),
            publisher=self._one(iri, "dcterms:publisher"),
            date=self._one(iri, "acuerdo:date"),
            address=self._one(iri, "schema:url"),
            kind=self._one(iri, "acuerdo:sourceKind"),
            language=self._one(iri, "dcterms:language"),
            sha256=self._one(iri, "acuerdo:sha256"),
        )

    def section(self, iri: str) -> Section:
        bounds = (int(self._one(iri, f"acuerdo:{name}")) for name in ("start", "end"))
        source = self._id(iri, "dcterms:isPartOf")
        return Section(self._terms.identifier(iri), source, self._texts(iri, "dcterms:title"), *bounds)

    def passage(self, iri: str) -> Passage:
        return Passage(
            source=self._id(iri, "oa:hasSource"),
            start=int(self._one(f"{iri}#position", "oa:start")),
            end=int(self._one(f"{iri}#position", "oa:end")),
            sha256=self._one(iri, "acuerdo:sha256"),
            section=self._id(iri, "acuerdo:section"),
            quote=self._one(f"{iri}#quote", "oa:exact"),
        )

    def entity(self, iri: str) -> Entity:
        return Entity(
            id=self._terms.identifier(iri),
            cls=self._class(iri),
            label=self._texts(iri, "rdfs:label"),
            official=self._list(iri, "acuerdo:officialLanguage"),
            acronym=self._texts(iri, "acuerdo:acronym"),
            aliases=self._list(iri, "skos:altLabel"),
            jurisdiction=self._list(iri, "acuerdo:jurisdiction"),
            generic=self._one(iri, "acuerdo:generic") == "true",
            life=self._one(iri, "acuerdo:life"),
            definition=self._texts(iri, "skos:definition"),
            strength=self._id(iri, "acuerdo:strength"),
            action=self._id(iri, "acuerdo:action"),
            deadline=self._one(iri, "acuerdo:deadline"),
        )

    def _class(self, iri: str) -> str:
        """The most specific class of a node: a node carries its superclasses too."""
        names = [name.removeprefix(NAMESPACE) for name in self._list(iri, "rdf:type") if name.startswith(NAMESPACE)]
        return schema().most_specific(names)

    def fact(self, iri: str) -> Fact:
        return Fact(
            subject=self._id(iri, "rdf:subject"),
            predicate=Terms.predicate(self._one(iri, "rdf:predicate")),
            object=self._id(iri, "rdf:object"),
            qualifiers=tuple(self._qualifiers(iri)),
            valid=self._one(iri, "acuerdo:valid"),
            evidence=tuple(sorted(self._evidence(node) for node in self._list(iri, "acuerdo:evidence"))),
        )

    def _qualifiers(self, iri: str) -> Iterator[tuple[str, str]]:
        for name in QUALIFIERS:
            if value := self._one(iri, f"acuerdo:{name}"):
                yield name, value if name == "group" else self._terms.identifier(value)

    def _evidence(self, iri: str) -> Evidence:
        return Evidence(
            source=self._id(iri, "acuerdo:source"),
            passage=self._id(iri, "acuerdo:passage"),
            method=self._one(iri, "acuerdo:method"),
            confidence=float(self._one(iri, "acuerdo:confidence")),
            date=self._one(iri, "acuerdo:date"),
        )
