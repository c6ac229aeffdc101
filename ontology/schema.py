"""What the ontology says: classes, relations and concepts, read from `acuerdo.ttl` and `concepts.ttl`.

Nothing in Python repeats these files; whoever needs a class, a label or a relation's qualifiers asks here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from .names import snake

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["NAMESPACE", "Class", "Concept", "Relation", "Schema", "schema"]

NAMESPACE = "https://w3id.org/acuerdo/ontology#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SCHEMA_ORG = "https://schema.org/"

Labels = dict[str, str]
"""Labels by language, as `{"en": …, "es": …}`."""


@dataclass(frozen=True, slots=True)
class Class:
    """A class of the ontology: `lineage` is the class itself and its superclasses, nearest first."""

    name: str
    lineage: tuple[str, ...]
    label: Labels
    definition: Labels
    notation: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation, under its YAML name: the classes it may join and the qualifiers its facts may have."""

    name: str
    subjects: frozenset[str]
    objects: frozenset[str]
    qualifiers: frozenset[str]
    label: Labels
    inverse: Labels
    definition: Labels


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept of one of the schemes (statuses, strengths, actions, roles, topics)."""

    id: str
    scheme: str
    label: Labels
    rank: int | None = None
    broader: str | None = None
    results_in: str | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """The whole ontology, by name."""

    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    concepts: Mapping[str, Concept]

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Tell whether `cls` is `ancestor` or one of its subclasses.

        Examples
        --------
        >>> schema().is_a("Mechanism", "Body"), schema().is_a("Person", "Body")
        (True, False)
        """
        return ancestor in self.classes[cls].lineage

    def most_specific(self, names: Iterable[str]) -> str:
        """The class of a node that carries its superclasses too.

        Raises
        ------
        KeyError
            A name is no class of the ontology.

        Examples
        --------
        >>> schema().most_specific(["Entity", "Mechanism", "Body"])
        'Mechanism'
        """
        return max(names, key=lambda name: len(self.classes[name].lineage))

    def leaves(self, ancestor: str) -> tuple[str, ...]:
        """Classes under `ancestor` that have no subclasses of their own, sorted: those that an entry may name.

        Examples
        --------
        >>> schema().leaves("Provision")
        ('Commitment', 'Obligation', 'Recommendation')
        """
        parents = {parent for cls in self.classes.values() for parent in cls.lineage[1:]}
        return tuple(sorted(name for name in self.classes if self.is_a(name, ancestor) and name not in parents))

    def scheme(self, name: str) -> tuple[str, ...]:
        """Concept ids of one scheme, by rank and then by name.

        Examples
        --------
        >>> schema().scheme("strengths")
        ('must', 'should', 'could')
        """
        found = [concept for concept in self.concepts.values() if concept.scheme == name]
        return tuple(c.id for c in sorted(found, key=lambda c: (c.rank is None, c.rank or 0, c.id)))


@cache
def schema() -> Schema:
    """Read the ontology files of this package (once for a process; a few milliseconds)."""
    graph = _Triples(_triples())
    classes = [_class(graph, iri) for iri in graph.instances(_OWL + "Class") if iri.startswith(NAMESPACE)]
    relations = [
        _relation(graph, iri)
        for iri in graph.instances(_OWL + "ObjectProperty")
        if graph.names(iri, _SCHEMA_ORG + "domainIncludes")
    ]
    concepts = [_concept(graph, iri) for iri in graph.instances(NAMESPACE + "Concept")]
    return Schema({c.name: c for c in classes}, {r.name: r for r in relations}, {c.id: c for c in concepts})


def _triples() -> Iterator[tuple[str, str, str, str]]:
    """Triples of the ontology files as (subject, predicate, object, language)."""
    import pyoxigraph

    for file in ("acuerdo.ttl", "concepts.ttl"):
        for quad in pyoxigraph.parse(files(__package__).joinpath(file).read_bytes(), pyoxigraph.RdfFormat.TURTLE):
            language = getattr(quad.object, "language", None) or ""
            yield str(quad.subject.value), quad.predicate.value, str(quad.object.value), language


class _Triples:
    """Lookups over triples, by IRI; names are the last part of one."""

    def __init__(self, triples: Iterable[tuple[str, str, str, str]]) -> None:
        self._objects: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._types: dict[str, list[str]] = {}
        for subject, predicate, value, language in triples:
            self._objects.setdefault((subject, predicate), []).append((value, language))
            if predicate == _RDF_TYPE:
                self._types.setdefault(value, []).append(subject)

    def instances(self, cls: str) -> list[str]:
        return self._types.get(cls, [])

    def names(self, iri: str, predicate: str) -> list[str]:
        return [_name(value) for value, _ in self._objects.get((iri, predicate), [])]

    def first(self, iri: str, predicate: str) -> str | None:
        return next(iter(self.names(iri, predicate)), None)

    def texts(self, iri: str, predicate: str) -> Labels:
        return {language: value for value, language in self._objects.get((iri, predicate), [])}

    def labels(self, iri: str) -> Labels:
        return self.texts(iri, _RDFS + "label") or self.texts(iri, _SKOS + "prefLabel")

    def definition(self, iri: str) -> Labels:
        return self.texts(iri, _SKOS + "definition")

    def lineage(self, iri: str) -> Iterator[str]:
        yield _name(iri)
        for parent, _ in self._objects.get((iri, _RDFS + "subClassOf"), []):
            if parent.startswith(NAMESPACE):  # not a class of another vocabulary
                yield from self.lineage(parent)


def _name(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _class(graph: _Triples, iri: str) -> Class:
    notation = graph.first(iri, _SKOS + "notation") or ""
    return Class(_name(iri), tuple(graph.lineage(iri)), graph.labels(iri), graph.definition(iri), notation)


def _relation(graph: _Triples, iri: str) -> Relation:
    return Relation(
        name=snake(_name(iri)),
        subjects=frozenset(graph.names(iri, _SCHEMA_ORG + "domainIncludes")),
        objects=frozenset(graph.names(iri, _SCHEMA_ORG + "rangeIncludes")),
        qualifiers=frozenset(graph.names(iri, NAMESPACE + "takesQualifier")),
        label=graph.labels(iri),
        inverse=graph.texts(iri, NAMESPACE + "inverseLabel"),
        definition=graph.definition(iri),
    )


def _concept(graph: _Triples, iri: str) -> Concept:
    rank = graph.first(iri, NAMESPACE + "rank")
    return Concept(
        id=_name(iri),
        scheme=graph.first(iri, _SKOS + "inScheme") or "",
        label=graph.labels(iri),
        rank=None if rank is None else int(rank),
        broader=graph.first(iri, _SKOS + "broader"),
        results_in=graph.first(iri, NAMESPACE + "resultsIn"),
    )
