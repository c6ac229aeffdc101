"""The plan of a load: empty where nothing differs, and in an order that a store can follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from acuerdo.graph.properties import KINDS
from acuerdo.graph.stores import statements
from acuerdo.graph.stores.content import Content, content_of
from acuerdo.graph.stores.difference import EdgeState, NodeState, State, plan
from acuerdo.ontology.schema import schema
from hypothesis import given
from small import of
from strategies import datasets

if TYPE_CHECKING:
    from acuerdo.graph.dataset import Dataset

NOTHING = State({kind: {} for kind in KINDS}, {})


def state(content: Content) -> State:
    """What a store holds after this content was loaded."""
    nodes = {
        kind: {key: NodeState(node.properties["hash"], node.labels) for key, node in found.items()}
        for kind, found in content.nodes.items()
    }
    return State(nodes, {key: EdgeState(e.subject, e.properties["hash"]) for key, e in content.edges.items()})


@given(datasets(), datasets())
def test_no_steps_only_where_nothing_differs(first: Dataset, second: Dataset) -> None:
    todo = plan(content_of(second), state(content_of(first)))
    assert (not todo.steps) == (first == second)
    assert all(step.rows for step in todo.steps)


@given(datasets())
def test_every_node_and_fact_is_one_row_of_a_first_load(dataset: Dataset) -> None:
    todo = plan(content_of(dataset), NOTHING)
    parts = (dataset.entities, dataset.sources, dataset.sections, dataset.passages, dataset.facts)
    assert sum(len(step.rows) for step in todo.steps) == sum(map(len, parts))
    assert todo.nodes.created + todo.relationships.created == sum(map(len, parts))


def test_relationships_go_before_nodes_and_come_after_them() -> None:
    before, after = of("gus leads hled"), of("gmx leads dean")
    kinds = [step.statement for step in plan(content_of(after), state(content_of(before))).steps]
    assert kinds[0] == statements.DELETE_EDGES
    assert kinds[1] == statements.delete_nodes("Entity")
    assert kinds[-1] == statements.create_edges("LEADS", "Entity")


def test_labels_go_before_labels_come() -> None:
    before = of("gus leads hled", "gmx leads hled")
    classes = {"gus": "Person", "gmx": "Agreement"}
    entities = {key: replace(value, cls=classes.get(key, value.cls)) for key, value in before.entities.items()}
    todo = plan(content_of(replace(before, entities=entities)), state(content_of(before)))
    verbs = ["REMOVE" if "REMOVE" in step.statement else "SET n:" for step in todo.steps[:3]]
    assert verbs == ["REMOVE", "SET n:", "SET n:"]
    assert todo.nodes.updated == 2


def test_hash_tells_content_apart_and_nothing_else() -> None:
    dataset = of("gus leads hled 2013/2016", "gus leads hled 2021/..")
    hashes = [edge.properties["hash"] for edge in content_of(dataset).edges.values()]
    assert len(set(hashes)) == 2
    assert hashes == [edge.properties["hash"] for edge in content_of(dataset).edges.values()]
    other = replace(dataset.entities["gus"], cls="Agency")
    renamed = replace(dataset, entities=dict(dataset.entities) | {"gus": other})
    assert content_of(renamed).nodes["Entity"]["gus"] != content_of(dataset).nodes["Entity"]["gus"]


@pytest.mark.parametrize("name", ["", "Entity) DETACH DELETE (n", "entity", "Nonsense"])
def test_only_names_of_the_ontology_stand_in_statements(name: str) -> None:
    for make in (
        statements.read_nodes,
        statements.update_edges,
        lambda text: statements.create_nodes(["Entity", text]),
    ):
        with pytest.raises(ValueError, match="neither a class nor a relation"):
            make(name)


def test_every_kind_and_relation_has_a_constraint() -> None:
    made = statements.constraints()
    assert len(made) == len(KINDS) + len(schema().relations)
    assert all("IF NOT EXISTS" in statement and "IS UNIQUE" in statement for statement in made.values())
