"""RDF out: every node and fact as triples, sorted; Turtle through pyoxigraph.

A fact is a plain triple, for simple queries, *and* a statement node with its validity, qualifiers and evidence.
Two facts that say the same of two periods share the plain triple and have a statement node each.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from ...ontology.schema import schema
from ..facts import interval
from ..properties import BOUNDS, nodes
from .description import description
from .terms import EDTF, PREFIXES, Terms, literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...ontology.model import Entity, Evidence, Passage, Section, Source
    from ..dataset import Dataset
    from ..facts import Fact

__all__ = ["ntriples", "triples", "turtle"]


def ntriples(dataset: Dataset, terms: Terms | None = None) -> str:
    """Write a dataset, and a description of it for catalogues, as canonical N-Triples: sorted lines, each once.

    Parameters
    ----------
    dataset
        Whatever is to be written.
    terms
        Base of the IRIs; the project's own by default.
    """
    terms = terms or Terms()
    lines = set(triples(dataset, terms))
    return "".join(sorted({*lines, *description(dataset, lines, terms)}))


def turtle(dataset: Dataset, terms: Terms | None = None) -> str:
    """Write a dataset as Turtle, in the order of `ntriples`."""
    import pyoxigraph

    quads = pyoxigraph.parse(ntriples(dataset, terms).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    written = pyoxigraph.serialize((q.triple for q in quads), format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
    return (written or b"").decode()


def triples(dataset: Dataset, terms: Terms | None = None) -> Iterator[str]:
    """Lines of N-Triples of all nodes, in no order, some more than once; evidence shared by facts is one node."""
    terms = terms or Terms()
    iris = {key: terms.node(cls, key) for key, (cls, _) in nodes(dataset).items()}
    for source in dataset.sources.values():
        yield from _triples(iris[source.id], _source(source))
    for section in dataset.sections.values():
        yield from _triples(iris[section.id], _section(section, iris))
    for passage in dataset.passages.values():
        yield from _passage(passage, iris)
    for entity in dataset.entities.values():
        yield from _triples(iris[entity.id], _entity(entity, terms))
    for fact in dataset.facts.values():
        yield f"{iris[fact.subject]} {Terms.relation(fact.predicate)} {iris[fact.object]} .\n"
        yield from _triples(terms.fact(fact.id), _statement(fact, iris, terms))
    for evidence in {evidence for fact in dataset.facts.values() for evidence in fact.evidence}:
        yield from _triples(terms.evidence(_evidence_id(evidence)), _evidence(evidence, iris))


def _triples(subject: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in pairs:
        yield f"{subject} {Terms.name(name)} {value} .\n"


def _types(cls: str) -> Iterator[tuple[str, str]]:
    for name in schema().classes[cls].lineage:
        yield "rdf:type", Terms.name(f"acuerdo:{name}")


def _tagged(name: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for language, text in texts.items():
        yield name, literal(text, language=language)


def _time(name: str, text: str) -> Iterator[tuple[str, str]]:
    time = interval(text)
    if text:
        yield name, literal(text, datatype=EDTF)
    for bound in BOUNDS:
        yield _camel(bound), literal(getattr(time, bound).isoformat(), datatype="xsd:date")


def _camel(name: str) -> str:
    return "acuerdo:" + Terms.relation(name).rpartition("#")[2].rstrip(">")


def _entity(entity: Entity, terms: Terms) -> Iterator[tuple[str, str]]:
    yield from _types(entity.cls)
    if entity.cls == "Concept":
        yield "rdf:type", Terms.name("skos:Concept")
    yield from _tagged("rdfs:label", entity.label)
    yield from _tagged("acuerdo:acronym", entity.acronym)
    yield from _tagged("skos:definition", entity.definition)
    for name, values in (
        ("acuerdo:officialLanguage", entity.official),
        ("skos:altLabel", entity.aliases),
        ("acuerdo:jurisdiction", entity.jurisdiction),
    ):
        yield from ((name, literal(value)) for value in values)
    if entity.generic:
        yield "acuerdo:generic", literal("true", datatype="xsd:boolean")
    for name, concept in (("acuerdo:strength", entity.strength), ("acuerdo:action", entity.action)):
        if concept:
            yield name, terms.concept(concept)
    if entity.deadline:
        yield "acuerdo:deadline", literal(entity.deadline, datatype=EDTF)
        until = interval(entity.deadline).until_latest.isoformat()
        yield "acuerdo:deadlineUntil", literal(until, datatype="xsd:date")
    yield from _time("acuerdo:life", entity.life)


def _source(source: Source) -> Iterator[tuple[str, str]]:
    yield from _types("Document")
    yield from _tagged("dcterms:title", source.title)
    for name, value, datatype in (
        ("dcterms:publisher", source.publisher, ""),
        ("acuerdo:date", source.date, EDTF),
        ("schema:url", source.address, "xsd:anyURI"),
        ("acuerdo:sourceKind", source.kind, ""),
        ("dcterms:language", source.language, ""),
        ("acuerdo:sha256", source.sha256, ""),
    ):
        if value:
            yield name, literal(value, datatype=datatype)


def _section(section: Section, iris: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from _types("Section")
    yield from _tagged("dcterms:title", section.title)
    yield "dcterms:isPartOf", iris[section.source]
    yield "acuerdo:start", _number(section.start)
    yield "acuerdo:end", _number(section.end)


def _passage(passage: Passage, iris: Mapping[str, str]) -> Iterator[str]:
    """A passage as the Web Annotation vocabulary has it: a resource with a position and, at hand, a quote selector."""
    iri = iris[passage.id]
    position, exact = f"{iri[:-1]}#position>", f"{iri[:-1]}#quote>"
    yield from _triples(iri, _types("Passage"))
    yield from _triples(
        iri,
        [
            ("oa:hasSource", iris[passage.source]),
            ("acuerdo:sha256", literal(passage.sha256)),
            ("oa:hasSelector", position),
            *([("acuerdo:section", iris[passage.section])] if passage.section else []),
        ],
    )
    bounds = [("oa:start", _number(passage.start)), ("oa:end", _number(passage.end))]
    yield from _triples(position, [("rdf:type", Terms.name("oa:TextPositionSelector")), *bounds])
    if passage.quote:
        yield from _triples(iri, [("oa:hasSelector", exact)])
        quoted = ("oa:exact", literal(passage.quote))
        yield from _triples(exact, [("rdf:type", Terms.name("oa:TextQuoteSelector")), quoted])


def _statement(fact: Fact, iris: Mapping[str, str], terms: Terms) -> Iterator[tuple[str, str]]:
    yield "rdf:type", Terms.name("acuerdo:Fact")
    yield "rdf:type", Terms.name("rdf:Statement")
    yield "rdf:subject", iris[fact.subject]
    yield "rdf:predicate", Terms.relation(fact.predicate)
    yield "rdf:object", iris[fact.object]
    for name, value in fact.qualifiers:
        yield f"acuerdo:{name}", literal(value) if name == "group" else terms.concept(value)
    yield from _time("acuerdo:valid", fact.valid)
    for evidence in fact.evidence:
        yield "prov:wasDerivedFrom", iris[evidence.source]
        yield "acuerdo:evidence", terms.evidence(_evidence_id(evidence))


def _evidence(evidence: Evidence, iris: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield from _types("Evidence")
    yield "acuerdo:source", iris[evidence.source]
    if evidence.passage:
        yield "acuerdo:passage", iris[evidence.passage]
    yield "acuerdo:method", literal(evidence.method)
    yield "acuerdo:confidence", literal(repr(evidence.confidence), datatype="xsd:double")
    if evidence.date:
        yield "acuerdo:date", literal(evidence.date, datatype=EDTF)


def _evidence_id(evidence: Evidence) -> str:
    content = [evidence.source, evidence.passage, evidence.method, evidence.confidence, evidence.date]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:20]


def _number(value: int) -> str:
    return literal(str(value), datatype="xsd:integer")
