"""Every export reads back to the dataset it was made of, whatever the dataset."""

from __future__ import annotations

import pytest
from acuerdo.graph.dataset import Dataset
from acuerdo.graph.exports.network import from_networkx, graphml, read_graphml, to_networkx
from acuerdo.graph.exports.rdf import ntriples, turtle
from acuerdo.graph.exports.rdf_reader import read_rdf
from acuerdo.graph.exports.terms import Terms
from hypothesis import given, settings
from strategies import datasets

from acuerdo.errors import InputError

pytestmark = pytest.mark.filterwarnings("default::DeprecationWarning:networkx")


@given(datasets())
@settings(max_examples=60, deadline=None)
def test_ntriples_read_back_to_an_equal_dataset(dataset: Dataset) -> None:
    assert read_rdf(ntriples(dataset).encode()) == dataset


@given(datasets())
@settings(max_examples=30, deadline=None)
def test_turtle_says_what_ntriples_say(dataset: Dataset) -> None:
    assert read_rdf(turtle(dataset).encode(), turtle=True) == dataset


@given(datasets())
@settings(max_examples=30, deadline=None)
def test_graphml_reads_back_to_an_equal_dataset(dataset: Dataset) -> None:
    assert read_graphml(graphml(dataset)) == dataset
    assert from_networkx(to_networkx(dataset)) == dataset


@given(datasets())
@settings(max_examples=20, deadline=None)
def test_parallel_facts_are_parallel_edges(dataset: Dataset) -> None:
    graph = to_networkx(dataset)
    assert {key for _, _, key in graph.edges(keys=True)} == set(dataset.facts)


@given(datasets())
@settings(max_examples=20, deadline=None)
def test_ntriples_are_sorted_and_have_no_blank_nodes(dataset: Dataset) -> None:
    lines = ntriples(dataset).splitlines()
    assert lines == sorted(set(lines))
    assert not [line for line in lines if line.startswith("_:") or " _:" in line.partition('"')[0]]


def test_the_base_is_one_value() -> None:
    dataset = Dataset.of([], [], [], [], [])
    terms = Terms("https://example.org/kg")
    assert terms.node("Mechanism", "hled") == "<https://example.org/kg/id/Mechanism/hled>"
    assert read_rdf(ntriples(dataset, terms).encode(), terms=terms) == dataset


@pytest.mark.parametrize("data", [b"not rdf", b"<a> <b> .", b"\xff\xfe"])
def test_what_is_no_rdf_is_refused_with_a_code(data: bytes) -> None:
    with pytest.raises(InputError, match="E108"):
        read_rdf(data)


@pytest.mark.parametrize("data", [b"", b"<graphml/>", b"<html><body/></html>", b"\x00"])
def test_what_is_no_graphml_is_refused_with_a_code(data: bytes) -> None:
    with pytest.raises(InputError, match="E108"):
        read_graphml(data)
