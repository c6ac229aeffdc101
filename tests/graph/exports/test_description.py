"""The DCAT and VoID description: what it counts, and that it changes nothing for those who read an export back."""

from __future__ import annotations

import re
from importlib.metadata import version

import pytest
import rdflib
from acuerdo.graph.dataset import Dataset
from acuerdo.graph.exports.description import description
from acuerdo.graph.exports.rdf import ntriples
from acuerdo.graph.exports.rdf_reader import read_rdf
from acuerdo.graph.exports.terms import Terms
from hypothesis import given, settings
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID
from small import of
from strategies import datasets

SMALL = of(
    "p1 concerns m action=restore 2021/..",
    "p1 about trade",
    "p1 stated_in memo@0-10 2021/..",
    "a leads m role=chair 2013/2016",
    "a leads m role=chair 2021/..",
)
ACUERDO = rdflib.Namespace("https://w3id.org/acuerdo/ontology#")
IRI = rdflib.URIRef("https://w3id.org/acuerdo/dataset")


def is_description(line: str, base: str = "https://w3id.org/acuerdo") -> bool:
    return line.startswith((f"<{base}/dataset>", f"<{base}/dataset#"))


def lines_of(dataset: Dataset, terms: Terms | None = None) -> list[str]:
    """The export without its description."""
    found = re.findall(r"[^\n]*\n", ntriples(dataset, terms))
    return [line for line in found if not is_description(line, (terms or Terms()).base)]


def graph_of(dataset: Dataset) -> rdflib.Graph:
    """The description that the export carries."""
    found = re.findall(r"[^\n]*\n", ntriples(dataset))
    return rdflib.Graph().parse(data="".join(line for line in found if is_description(line)), format="nt")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return graph_of(SMALL)


def count(graph: rdflib.Graph, predicate: rdflib.URIRef, subject: rdflib.URIRef = IRI) -> int:
    value = graph.value(subject, predicate)
    assert isinstance(value, rdflib.Literal)
    return int(value)


def test_it_has_title_and_description_in_both_languages_and_a_version(graph: rdflib.Graph) -> None:
    assert {title.language for title in graph.objects(IRI, DCTERMS.title)} == {"en", "es"}
    assert {text.language for text in graph.objects(IRI, DCTERMS.description)} == {"en", "es"}
    assert list(graph.objects(IRI, rdflib.URIRef(f"{DCAT}version"))) == [rdflib.Literal(version("acuerdo"))]
    assert set(graph.objects(IRI, RDF.type)) == {DCAT.Dataset, VOID.Dataset}


def test_its_counts_are_those_of_the_export_as_another_reader_counts_them(graph: rdflib.Graph) -> None:
    export = rdflib.Graph().parse(data="".join(lines_of(SMALL)), format="nt")
    assert count(graph, VOID.triples) == len(export)
    assert count(graph, VOID.entities) == len(SMALL.entities) == len(set(export.subjects(RDF.type, ACUERDO.Entity)))
    assert count(graph, VOID.properties) == len(set(export.predicates()))
    assert count(graph, VOID.distinctSubjects) == len(set(export.subjects()))
    assert count(graph, VOID.distinctObjects) == len(set(export.objects()))
    assert count(graph, VOID.classes) == len(set(export.objects(None, RDF.type)))


@pytest.mark.parametrize(("cls", "expected"), [("Fact", 5), ("Entity", 4), ("Mechanism", 1), ("Provision", 1)])
def test_each_class_is_a_partition_with_its_instances(graph: rdflib.Graph, cls: str, expected: int) -> None:
    part = graph.value(predicate=VOID["class"], object=ACUERDO[cls])
    assert isinstance(part, rdflib.URIRef)
    assert (IRI, VOID.classPartition, part) in graph
    assert count(graph, VOID.entities, part) == expected


def test_it_names_the_vocabularies_in_use_and_no_others(graph: rdflib.Graph) -> None:
    used = {str(iri) for iri in graph.objects(IRI, VOID.vocabulary)}
    assert {str(ACUERDO), "http://www.w3.org/ns/oa#", str(RDF), "http://www.w3.org/ns/prov#"} <= used
    assert "http://www.w3.org/2001/XMLSchema#" not in used
    assert not list(graph_of(Dataset.of([], [], [], [], [])).objects(IRI, VOID.vocabulary))


def test_its_themes_are_the_topics_and_its_sources_the_documents(graph: rdflib.Graph) -> None:
    assert [str(iri) for iri in graph.objects(IRI, DCAT.theme)] == ["https://w3id.org/acuerdo/id/Concept/trade"]
    assert [str(iri) for iri in graph.objects(IRI, DCTERMS.source)] == ["https://w3id.org/acuerdo/id/Document/memo"]


def test_its_terms_are_those_of_dcat_and_void(graph: rdflib.Graph) -> None:
    used = [*graph.predicates(), *graph.objects(None, RDF.type)]
    assert {iri for iri in used if str(iri).startswith(str(VOID)) and iri not in VOID} == set()
    # of the third edition of DCAT; rdflib carries the second
    assert {str(iri) for iri in used if str(iri).startswith(str(DCAT)) and iri not in DCAT} == {f"{DCAT}version"}


@given(datasets())
@settings(max_examples=30, deadline=None)
def test_an_export_with_its_description_reads_back_to_the_same_dataset(dataset: Dataset) -> None:
    described = ntriples(dataset) + "".join(description(dataset, lines_of(dataset)))
    assert read_rdf(described.encode()) == dataset


@given(datasets())
@settings(max_examples=30, deadline=None)
def test_the_same_dataset_has_the_same_description_without_blank_nodes(dataset: Dataset) -> None:
    lines = lines_of(dataset)
    assert sorted(description(dataset, lines)) == sorted(description(dataset, lines[::-1]))
    assert not [line for line in description(dataset, lines) if "_:" in line.partition('"')[0]]


def test_the_base_is_that_of_the_terms() -> None:
    terms = Terms("https://example.org/kg")
    found = list(description(SMALL, lines_of(SMALL, terms), terms))
    assert {line.split(" ", 1)[0].partition("#")[0].rstrip(">") for line in found} == {
        "<https://example.org/kg/dataset"
    }
