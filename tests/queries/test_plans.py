"""How a real Neo4j would run each question: by index where there is an id, and never over all nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.queries.catalogue import catalogue
from neo4j import GraphDatabase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acuerdo.graph.dataset import Dataset
    from acuerdo.graph.stores import GraphStore


ABOUT_A_THING = sorted(key for key, asked in catalogue().items() if any(p.type == "entity" for p in asked.parameters))


def operators(plan: dict[str, Any]) -> Iterator[str]:
    yield plan["operatorType"].partition("@")[0]
    for child in plan.get("children", ()):
        yield from operators(child)


@pytest.fixture(scope="module")
def plans(neo4j: GraphStore, neo4j_server: Any, dataset: Dataset) -> dict[str, set[str]]:
    neo4j.load(dataset)
    found = {}
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        driver.execute_query("CALL db.prepareForReplanning(60)")  # what other tests have loaded no longer counts
        for name, question in catalogue().items():
            values = {parameter.name: None for parameter in question.parameters}
            summary = driver.execute_query(f"EXPLAIN {question.cypher}", values).summary
            found[name] = set(operators(summary.plan))
    return found


@pytest.mark.neo4j
@pytest.mark.parametrize("name", sorted(catalogue()))
def test_no_question_scans_all_nodes_or_relationships(plans: dict[str, set[str]], name: str) -> None:
    assert not {each for each in plans[name] if each.endswith(("AllNodesScan", "AllRelationshipsScan"))}


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ABOUT_A_THING)
def test_a_question_about_a_thing_starts_from_its_id(plans: dict[str, set[str]], name: str) -> None:
    assert any(each.startswith("NodeUniqueIndexSeek") for each in plans[name]), plans[name]
    assert not {each for each in plans[name] if each.endswith("Scan")}
