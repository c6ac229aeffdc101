"""The same tests on both stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from stored import Place, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acuerdo.graph.stores import GraphStore


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        return Place("neo4j", (server.uri, server.user, server.password))
    return Place("embedded", (str(tmp_path_factory.mktemp("store")),))


@pytest.fixture
def emptied(place: Place) -> Place:
    """The store without any data, and not open."""
    with place.open() as store:
        write(store, "MATCH (n) DETACH DELETE n")
    return place


@pytest.fixture
def store(emptied: Place) -> Iterator[GraphStore]:
    """The store without any data, open."""
    with emptied.open() as store:
        yield store
