"""Fixtures for questions: the report's graph, and every place where it can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.graph.dataset import assemble
from acuerdo.graph.exports.rdf import ntriples
from acuerdo.graph.stores import open_embedded, open_neo4j
from acuerdo.ontology.registry import load_bundled
from acuerdo.queries.backends import InMemory, InRdf, InStore
from acuerdo.queries.sparql import RdfStore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from acuerdo.graph.dataset import Dataset
    from acuerdo.graph.stores import GraphStore
    from acuerdo.queries.backends import Backend

    Ask = Callable[[Dataset], Backend]


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The graph of the registry that comes with acuerdo."""
    return assemble(load_bundled())


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    with open_embedded(tmp_path_factory.mktemp("embedded"), create=True) as store:
        yield store


@pytest.fixture(scope="session")
def neo4j(neo4j_server: Any) -> Iterator[GraphStore]:
    with open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        yield store


@pytest.fixture(
    scope="session", params=["python", "sparql", "embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)]
)
def place(request: pytest.FixtureRequest) -> Ask:
    """Make a dataset askable in one of the four ways; the same as before is not loaded again."""
    if request.param == "python":
        return InMemory
    if request.param == "sparql":
        return _last(lambda dataset: InRdf(RdfStore(ntriples(dataset)), dataset))
    store = request.getfixturevalue(request.param)

    def loaded(dataset: Dataset) -> Backend:
        store.load(dataset)
        return InStore(store)

    return _last(loaded)


def _last(make: Ask) -> Ask:
    """Keep what was made last."""
    kept: list[tuple[Dataset, Backend]] = []

    def made(dataset: Dataset) -> Backend:
        if not kept or kept[0][0] is not dataset:
            kept[:] = [(dataset, make(dataset))]
        return kept[0][1]

    return made
