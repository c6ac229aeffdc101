"""The SSSOM mappings: each file parses, and each row joins a term of ours to a term that there is."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
import rdflib
import yaml
from acuerdo.ontology.schema import NAMESPACE
from rdflib.namespace import ORG, PROV, SDO, SKOS, TIME

MAPPINGS = files("acuerdo.ontology").joinpath("mappings")
NAMES = sorted(file.name for file in MAPPINGS.iterdir() if file.name.endswith(".tsv"))
COLUMNS = [
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "comment",
]
PREDICATES = {f"skos:{kind}Match" for kind in ("exact", "close", "broad", "narrow", "related")}
CARRIED = {str(namespace): namespace for namespace in (ORG, PROV, SDO, SKOS, TIME)}
HOW = (
    "checked in rdflib.namespace.",
    "checked in the vocabulary's own file: ",
    "taken from the project's research note",
)


def parse(name: str) -> tuple[dict[str, object], list[dict[str, str]]]:
    """Metadata (the commented YAML at the head) and rows of a mapping file."""
    lines = MAPPINGS.joinpath(name).read_text(encoding="utf-8").splitlines()
    head = [line.removeprefix("# ") for line in lines if line.startswith("#")]
    reader = csv.DictReader(lines[len(head) :], delimiter="\t", strict=True)
    rows = list(reader)
    assert reader.fieldnames == COLUMNS
    return yaml.safe_load("\n".join(head)), rows


def rows_of(name: str) -> list[dict[str, str]]:
    return parse(name)[1]


def expand(name: str, curie: str) -> str:
    curie_map = parse(name)[0]["curie_map"]
    assert isinstance(curie_map, dict)
    prefix, _, local = curie.partition(":")
    return f"{curie_map[prefix]}{local}"


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for name in ("acuerdo.ttl", "concepts.ttl"):
        graph.parse(data=files("acuerdo.ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")
    return graph


def test_there_is_a_file_for_each_vocabulary_of_the_design() -> None:
    targets = "cpov eli oa org prov rrmv schema skos time treaty"
    assert [f"{target}.sssom.tsv" for target in targets.split()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_head_says_what_sssom_asks_for(name: str) -> None:
    head, _ = parse(name)
    assert head["mapping_set_id"] == f"https://w3id.org/acuerdo/mappings/{name}"
    assert {"license", "mapping_set_title", "mapping_set_version", "subject_source", "object_source"} <= head.keys()


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_whole_sorted_and_stand_once(name: str) -> None:
    rows = [tuple(row[column] for column in COLUMNS) for row in rows_of(name)]
    assert rows
    assert rows == sorted(rows)
    assert all(all(row) for row in rows)
    assert len({(row[0], row[3]) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", NAMES)
def test_subjects_stand_in_the_ontology_under_their_labels(name: str, ontology: rdflib.Graph) -> None:
    for row in rows_of(name):
        iri = expand(name, row["subject_id"])
        assert iri.startswith(NAMESPACE)
        assert rdflib.Literal(row["subject_label"], lang="en") in set(
            ontology.objects(rdflib.URIRef(iri), rdflib.RDFS.label)
        )


@pytest.mark.parametrize("name", NAMES)
def test_objects_stand_in_the_vocabulary_where_rdflib_carries_it(name: str) -> None:
    head, rows = parse(name)
    carried = CARRIED.get(str(head["object_source"]))
    objects = [expand(name, row["object_id"]) for row in rows]
    assert all(iri.startswith(str(head["object_source"])) for iri in objects)
    assert carried is None or [iri for iri in objects if iri not in carried] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_row_says_how_its_term_was_checked(name: str) -> None:
    head, rows = parse(name)
    carried = str(head["object_source"]) in CARRIED
    for row in rows:
        assert any(how in row["comment"] for how in HOW)
        assert ("checked in rdflib.namespace." in row["comment"]) == carried


@pytest.mark.parametrize("name", NAMES)
def test_predicates_and_justifications_are_allowed_ones(name: str) -> None:
    rows = rows_of(name)
    assert {row["predicate_id"] for row in rows} <= PREDICATES
    assert {row["mapping_justification"] for row in rows} == {"semapv:ManualMappingCuration"}


def test_every_class_but_two_is_mapped(ontology: rdflib.Graph) -> None:
    mapped = {expand(name, row["subject_id"]) for name in NAMES for row in rows_of(name)}
    classes = set(ontology.subjects(rdflib.RDF.type, rdflib.OWL.Class))
    ours = {str(cls) for cls in classes if str(cls).startswith(NAMESPACE)}
    unmapped = {iri.removeprefix(NAMESPACE) for iri in ours - mapped}
    assert unmapped <= {"Entity", "Section"}  # the first is too wide for any of them, the second a mere part


@pytest.mark.parametrize("iri", ["http://www.w3.org/ns/org#Nonsense", "https://schema.org/Nonsense"])
def test_the_check_of_objects_can_fail(iri: str) -> None:
    assert not any(iri in namespace for namespace in CARRIED.values())
