"""What a catalogue needs to know of an export: a DCAT and VoID description, made from the triples that it describes.

The description says nothing that changes between two runs over the same dataset: there is no date of issue.
"""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING

from ...ontology.schema import NAMESPACE
from .terms import PREFIXES, Terms, literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..dataset import Dataset

__all__ = ["description"]

_TITLE = {
    "en": "acuerdo: actors, institutions and what is to be done",
    "es": "acuerdo: actores, instituciones y lo que debe hacerse",
}
_SUMMARY = {
    "en": "Actors, institutions, instruments and provisions that policy reports name, and dated facts that join them, "
    "each with the source that says so.",
    "es": "Actores, instituciones, instrumentos y disposiciones que nombran los informes de política, y hechos con "
    "fecha que los unen, cada uno con la fuente que lo dice.",
}
_PREFIXES = {**PREFIXES, "dcat": "http://www.w3.org/ns/dcat#", "void": "http://rdfs.org/ns/void#"}
_TYPE = Terms.name("rdf:type")


def description(dataset: Dataset, lines: Collection[str], terms: Terms | None = None) -> Iterator[str]:
    """Describe an export, for catalogues (DCAT) and for clients of its RDF (VoID).

    Parameters
    ----------
    dataset
        What is exported.
    lines
        The N-Triples lines it is exported as, each once; counts are theirs, so that the description leaves itself out.
    terms
        Base of the IRIs; the project's own by default.

    Yields
    ------
    str
        N-Triples lines about `<base>/dataset`, with their line ends; whoever writes them sorts them.

    Examples
    --------
    >>> from acuerdo.graph.dataset import Dataset
    >>> print(next(description(Dataset.of([], [], [], [], []), [])).split(" ")[0])
    <https://w3id.org/acuerdo/dataset>
    """
    terms = terms or Terms()
    iri = f"<{terms.base}/dataset>"
    triples = [_split(line) for line in lines]
    for name, value in [*_catalogue(dataset, terms), *_statistics(dataset, triples), *_vocabularies(triples)]:
        yield f"{iri} {_name(name)} {value} .\n"
    yield from _partitions(iri, triples)


def _catalogue(dataset: Dataset, terms: Terms) -> Iterator[tuple[str, str]]:
    """What people search by: title, description, version, languages, themes, and the sources it is drawn from."""
    yield "rdf:type", _name("dcat:Dataset")
    yield "rdf:type", _name("void:Dataset")
    for language in ("en", "es"):
        yield "dcterms:title", literal(_TITLE[language], language=language)
        yield "dcterms:description", literal(_SUMMARY[language], language=language)
        yield "dcterms:language", literal(language)
    yield "dcat:version", literal(version("acuerdo"))
    yield "dcterms:conformsTo", f"<{NAMESPACE.removesuffix('#')}>"
    yield "void:uriSpace", literal(f"{terms.base}/")
    for source in dataset.sources:
        yield "dcterms:source", terms.node("Document", source)
    for topic in sorted({fact.object for fact in dataset.facts.values() if fact.predicate == "about"}):
        yield "dcat:theme", terms.concept(topic)


def _statistics(dataset: Dataset, triples: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    yield "void:triples", _number(len(triples))
    yield "void:entities", _number(len(dataset.entities))
    yield "void:distinctSubjects", _number(len({subject for subject, _, _ in triples}))
    yield "void:properties", _number(len({predicate for _, predicate, _ in triples}))
    yield "void:distinctObjects", _number(len({value for _, _, value in triples}))
    yield "void:classes", _number(len(_instances(triples)))


def _vocabularies(triples: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Namespaces of the properties and classes in use."""
    terms = {predicate for _, predicate, _ in triples} | set(_instances(triples))
    for namespace in sorted({_namespace(term[1:-1]) for term in terms}):
        yield "void:vocabulary", f"<{namespace}>"


def _partitions(iri: str, triples: list[tuple[str, str, str]]) -> Iterator[str]:
    """How many instances each class has: entities of each kind, facts, evidence, passages, documents."""
    for cls, count in _instances(triples).items():
        name = cls[1:-1].removeprefix(NAMESPACE)
        if name == cls[1:-1]:
            continue  # a class of another vocabulary, whose name might clash with one of ours
        part = f"{iri[:-1]}#{name}>"
        yield f"{iri} {_name('void:classPartition')} {part} .\n"
        yield f"{part} {_name('void:class')} {cls} .\n"
        yield f"{part} {_name('void:entities')} {_number(count)} .\n"


def _instances(triples: list[tuple[str, str, str]]) -> Counter[str]:
    return Counter(value for _, predicate, value in triples if predicate == _TYPE)


def _split(line: str) -> tuple[str, str, str]:
    subject, predicate, rest = line.split(" ", 2)
    return subject, predicate, rest.removesuffix(" .\n")


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/")) + 1]


def _name(prefixed: str) -> str:
    prefix, _, local = prefixed.partition(":")
    return f"<{_PREFIXES[prefix]}{local}>"


def _number(value: int) -> str:
    return literal(str(value), datatype="xsd:integer")
