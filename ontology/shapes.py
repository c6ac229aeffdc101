"""SHACL: the shapes of relations made from the ontology, and a check of an export against all shapes."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from .alike import Nodes
from .names import camel
from .schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["relation_shapes", "violations"]

_HEAD = """\
# Made from acuerdo.ttl by `make generate`: what each relation may join. Do not edit.
@prefix acuerdo: <https://w3id.org/acuerdo/ontology#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""
_SHAPE = """
acuerdo:{name}Shape a sh:NodeShape ;
    sh:targetSubjectsOf acuerdo:{name} ;
    {subjects} ;
    sh:message "the subject of {name} is one of: {subject_names}"@en ;
    sh:property [
        sh:path acuerdo:{name} ;
        {objects} ;
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
    classes = [f"sh:class acuerdo:{name}" for name in sorted(names)]
    return classes[0] if len(classes) == 1 else f"sh:or ( {' '.join(f'[ {each} ]' for each in classes)} )"


def violations(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Check an export against the shapes.

    Parameters
    ----------
    lines
        Those of `acuerdo export nt`, in any order.

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
    looked_at = {str(found) for name in named for found in shapes.objects(None, name)}
    nodes = Nodes.read(lines, looked_at, frozenset(map(str, shapes.objects(None, rdflib.RDF.first))))
    alike = nodes.alike()
    data = rdflib.Graph()
    for triple in nodes.triples(alike):
        data.add(triple)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    results = report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)
    focus, message = rdflib.SH.focusNode, rdflib.SH.resultMessage
    found = {(str(report.value(each, focus)), str(report.value(each, message))) for each in results}
    yield from sorted((node, text) for one, text in found for node in alike.get(one, ()))


if __name__ == "__main__":
    import sys

    sys.stdout.write(relation_shapes())
