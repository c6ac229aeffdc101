"""SHACL: the shapes of relations made from the ontology, and a check of an export against all shapes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from .names import camel
from .schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph
    import rdflib

__all__ = ["relation_shapes", "violations"]

_HEAD = """\
# Made from acuerdo.ttl by `make generate`: what each relation may join. Do not edit.
@prefix acuerdo: <https://w3id.org/acuerdo/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
_SHAPE = """
acuerdo:{name}Shape a sh:NodeShape ;
    sh:targetSubjectsOf acuerdo:{name} ;
    sh:or ( {subjects} ) ;
    sh:message "the subject of {name} is one of: {subject_names}"@en ;
    sh:property [
        sh:path acuerdo:{name} ;
        sh:or ( {objects} ) ;
        sh:message "the object of {name} is one of: {object_names}"@en
    ] .
"""


def relation_shapes() -> str:
    """Write the content of `shapes-relations.ttl`."""
    shapes = (
        _SHAPE.format(
            name=camel(relation.name),
            subjects=_classes(relation.subjects),
            objects=_classes(relation.objects),
            subject_names=", ".join(sorted(relation.subjects)),
            object_names=", ".join(sorted(relation.objects)),
        )
        for _, relation in sorted(schema().relations.items())
    )
    return _HEAD + "".join(shapes)


def _classes(names: Iterable[str]) -> str:
    return " ".join(f"[ sh:class acuerdo:{name} ]" for name in sorted(names))


def violations(ntriples: str) -> Iterator[tuple[str, str]]:
    """Check an export against the shapes.

    Parameters
    ----------
    ntriples
        What `acuerdo export nt` writes.

    Yields
    ------
    tuple of str
        The IRI of a node that breaks a shape, and the shape's message.
    """
    import pyshacl
    import rdflib

    shapes = rdflib.Graph()
    for name in ("shapes.ttl", "shapes-relations.ttl"):
        shapes.parse(data=files(__package__).joinpath(name).read_text(encoding="utf-8"), format="turtle")
    named = (rdflib.SH.path, rdflib.SH.targetSubjectsOf, rdflib.SH.lessThan)
    looked_at = {str(rdflib.RDF.type), *(str(found) for name in named for found in shapes.objects(None, name))}
    data = _graph(ntriples, looked_at)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    results = report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)
    focus, message = rdflib.SH.focusNode, rdflib.SH.resultMessage
    yield from sorted({(str(report.value(each, focus)), str(report.value(each, message))) for each in results})


def _graph(ntriples: str, predicates: set[str]) -> rdflib.Graph:
    """Read the triples that shapes look at into rdflib, by way of pyoxigraph, which parses faster."""
    import pyoxigraph
    import rdflib

    def term(found: pyoxigraph.NamedNode | pyoxigraph.Literal) -> rdflib.URIRef | rdflib.Literal:
        if isinstance(found, pyoxigraph.NamedNode):
            return iris.setdefault(found.value, rdflib.URIRef(found.value))
        # shapes list plain strings, which rdflib takes for something else than strings of a stated type
        plain = found.language or found.datatype.value == str(rdflib.XSD.string)
        return rdflib.Literal(found.value, lang=found.language, datatype=None if plain else found.datatype.value)

    iris: dict[str, rdflib.URIRef] = {}
    graph = rdflib.Graph()
    for quad in pyoxigraph.parse(ntriples.encode(), pyoxigraph.RdfFormat.N_TRIPLES):
        if quad.predicate.value in predicates:
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


if __name__ == "__main__":
    import sys

    sys.stdout.write(relation_shapes())
