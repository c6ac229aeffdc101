"""The same tests on both stores: a way to open each, empty at first."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.graph.dataset import Dataset
from acuerdo.graph.stores import GraphStore, open_embedded, open_neo4j

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADING = Path(__file__).with_name("loading.py")


@dataclass(frozen=True)
class Place:
    """Where a store is, in words that go through a command line."""

    kind: str
    address: tuple[str, ...]

    def open(self, *, create: bool = True) -> GraphStore:
        if self.kind == "neo4j":
            return open_neo4j(*self.address)
        return open_embedded(Path(self.address[0]), create=create)

    def in_another_process(self, what: str, *arguments: object) -> subprocess.Popen[str]:
        """Run `loading.py`, which opens the store and says "ready" where it waits."""
        command = [sys.executable, str(LOADING), json.dumps([self.kind, *self.address]), what, *map(str, arguments)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


def dump(store: GraphStore) -> tuple[list[Any], list[Any]]:
    """Everything in a store that acuerdo wrote, in a form that can be compared."""
    nodes = store.run("MATCH (n) WHERE n.hash IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties")
    edges = store.run(
        "MATCH (s)-[r]->(o) WHERE r.hash IS NOT NULL "
        "RETURN s.id AS s, type(r) AS type, o.id AS o, properties(r) AS properties"
    )
    return (
        sorted((sorted(row["labels"]), sorted(row["properties"].items())) for row in nodes),
        sorted((row["s"], row["type"], row["o"], sorted(row["properties"].items())) for row in edges),
    )


def write(store: GraphStore, cypher: str) -> None:
    """Write past the loader, as other people would."""
    store._writer.execute_query(cypher, database_=store._database)  # type: ignore[attr-defined]


EMPTY = Dataset.of([], [], [], [], [])


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        return Place("neo4j", (server.uri, server.user, server.password))
    return Place("embedded", (str(tmp_path_factory.mktemp("store")),))


@pytest.fixture
def store(place: Place) -> Iterator[GraphStore]:
    """An open store without any data."""
    with place.open() as store:
        write(store, "MATCH (n) DETACH DELETE n")
        yield store
