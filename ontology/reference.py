"""The reference page of the ontology, `docs/ontology.md`, made from the files that it describes.

Examples of relations are the `skos:example` of each in `acuerdo.ttl`.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from .names import camel, upper
from .schema import NAMESPACE, schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import rdflib

    from .schema import Class, Concept, Relation

__all__ = ["reference"]

_HEAD = f"""\
<!-- Made by `python -m acuerdo.ontology.reference`. Do not edit. -->

# The ontology · La ontología

Classes, relations and concepts of acuerdo. Namespace: `{NAMESPACE}` (prefix `acuerdo:`).
Where a term corresponds to one of another vocabulary, a file of `ontology/mappings/` says so, in SSSOM.

*Clases, relaciones y conceptos de acuerdo. Espacio de nombres: `{NAMESPACE}` (prefijo `acuerdo:`).
Donde un término corresponde a uno de otro vocabulario, lo dice un archivo de `ontology/mappings/`, en SSSOM.*
"""
_CLASSES = """
## Classes · Clases

A node carries its class and all its superclasses: as labels in Neo4j, as types in RDF. An entry of the registry names
a class without subclasses.

*Un nodo lleva su clase y todas sus superclases: como etiquetas en Neo4j, como tipos en RDF. Una entrada del registro
nombra una clase sin subclases.*

| class | superclasses | English | español |
|---|---|---|---|
"""
_RELATIONS = """
## Relations · Relaciones

One name in three spellings. What a relation may join is checked when the registry is read and, in RDF, by the shapes.
After the arrow stands how the relation reads from object to subject. Examples are entries of the registry, cut down to
the relation: an entry has a class and labels too, and every fact its evidence.

*Un nombre, tres grafías. Lo que una relación puede unir se comprueba al leer el registro y, en RDF, con las formas
SHACL. Tras la flecha se dice cómo se lee la relación del objeto al sujeto. Los ejemplos son entradas del registro,
reducidas a la relación: una entrada tiene además clase y etiquetas, y cada hecho, sus pruebas.*

| YAML, Python | Neo4j | RDF | joins | qualifiers |
|---|---|---|---|---|
"""
_PROPERTIES = """
## Qualifiers and other properties · Calificadores y otras propiedades

Qualifiers stand on the facts of the relations named here; the other properties describe facts, entities, sources,
passages and evidence.

*Los calificadores acompañan a los hechos de las relaciones aquí nombradas; las demás propiedades describen hechos,
entidades, fuentes, pasajes y pruebas.*

| property | value | qualifies | English | español |
|---|---|---|---|---|
"""
_SCHEMES = """
## Concepts · Conceptos

The words for statuses, strengths, actions, roles and topics. A concept's IRI ends with its id.

*Las palabras para estados, fuerzas, acciones, papeles y temas. El IRI de un concepto termina con su identificador.*
"""


def reference() -> str:
    """Write the content of `docs/ontology.md`.

    Examples
    --------
    >>> "| `has_status` | `HAS_STATUS` | `acuerdo:hasStatus` | Entity → Concept |" in reference()
    True
    """
    graph = _graph()
    return "".join(
        [
            _HEAD,
            _CLASSES,
            *map(_class_row, schema().classes.values()),
            _RELATIONS,
            *map(_relation_row, schema().relations.values()),
            *(_relation(relation, _example(graph, relation)) for relation in schema().relations.values()),
            _PROPERTIES,
            *_properties(graph),
            _SCHEMES,
            *_schemes(graph),
        ]
    )


def _class_row(cls: Class) -> str:
    parents = " › ".join(cls.lineage[1:])
    return f"| `{cls.name}` | {parents} | {_defined(cls, 'en')} | {_defined(cls, 'es')} |\n"


def _defined(thing: Class | Relation, language: str) -> str:
    return f"**{thing.label[language]}**: {thing.definition[language]}"


def _relation_row(relation: Relation) -> str:
    joins = f"{', '.join(sorted(relation.subjects))} → {', '.join(sorted(relation.objects))}"
    names = f"| `{relation.name}` | `{upper(relation.name)}` | `acuerdo:{camel(relation.name)}` |"
    return f"{names} {joins} | {_code(relation.qualifiers)} |\n"


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _relation(relation: Relation, example: str) -> str:
    """Label, definition and inverse in both languages, and the example."""
    lines = [f"- {_defined(relation, language)} ← {relation.inverse[language]}\n" for language in ("en", "es")]
    return f"\n### {relation.name}\n\n{''.join(lines)}\n```yaml\n{example}\n```\n"


def _properties(graph: rdflib.Graph) -> Iterator[str]:
    """Rows of all properties that are no relations, by name."""
    from rdflib import OWL, RDF

    relations = schema().relations
    kinds = {OWL.ObjectProperty: "IRI", OWL.DatatypeProperty: "literal"}
    found = {str(iri): word for kind, word in kinds.items() for iri in graph.subjects(RDF.type, kind)}
    taken = {camel(name) for name in relations}
    for iri in sorted(found):
        name = iri.removeprefix(NAMESPACE)
        if name == iri or name in taken:
            continue  # of another vocabulary, or a relation
        users = [relation.name for relation in relations.values() if name in relation.qualifiers]
        texts = " | ".join(_described(graph, iri, language) for language in ("en", "es"))
        yield f"| `{name}` | {found[iri]} | {_code(users)} | {texts} |\n"


def _described(graph: rdflib.Graph, iri: str, language: str) -> str:
    from rdflib import RDFS, SKOS

    return f"**{_text(graph, iri, RDFS.label, language)}**: {_text(graph, iri, SKOS.definition, language)}"


def _schemes(graph: rdflib.Graph) -> Iterator[str]:
    from rdflib import SKOS

    for name in dict.fromkeys(concept.scheme for concept in schema().concepts.values()):
        labels = " · ".join(_text(graph, NAMESPACE + name, SKOS.prefLabel, language) for language in ("en", "es"))
        yield f"\n### {labels}\n\n| id | English | español | |\n|---|---|---|---|\n"
        yield from (_concept(schema().concepts[identifier]) for identifier in schema().scheme(name))


def _concept(concept: Concept) -> str:
    broader = f"part of `{concept.broader}`" if concept.broader else ""
    result = f"results in `{concept.results_in}`" if concept.results_in else ""
    return f"| `{concept.id}` | {concept.label['en']} | {concept.label['es']} | {broader or result} |\n"


def _example(graph: rdflib.Graph, relation: Relation) -> str:
    from rdflib import SKOS, URIRef

    return "\n".join(map(str, graph.objects(URIRef(NAMESPACE + camel(relation.name)), SKOS.example)))


def _text(graph: rdflib.Graph, iri: str, predicate: rdflib.URIRef, language: str) -> str:
    from rdflib import Literal, URIRef

    texts = graph.objects(URIRef(iri), predicate)
    return next(str(text) for text in texts if isinstance(text, Literal) and text.language == language)


def _graph() -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph()
    for name in ("acuerdo.ttl", "concepts.ttl"):
        graph.parse(data=files(__package__).joinpath(name).read_text(encoding="utf-8"), format="turtle")
    return graph


if __name__ == "__main__":
    import sys

    sys.stdout.write(reference())
