"""Neo4j: one clear message for each way in which it cannot be used; and its plans never scan all nodes."""

from __future__ import annotations

import socket
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.graph.properties import KINDS
from acuerdo.graph.stores import open_neo4j, statements
from neo4j import GraphDatabase
from stored import EMPTY

from acuerdo.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator


def refusal(*arguments: str) -> StoreError:
    with pytest.raises(StoreError) as error:
        open_neo4j(*arguments)
    assert "\n" not in str(error.value)
    return error.value


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_nothing_answers(scheme: str) -> None:
    error = refusal(f"{scheme}://127.0.0.1:{free_port()}", "neo4j", "password")
    assert error.code == "E301"
    assert f"{scheme}://127.0.0.1" in str(error)


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "127.0.0.1:7687", "", "bolt://127.0.0.1:port"])
def test_not_an_address(address: str) -> None:
    assert refusal(address, "neo4j", "password").code == "E301"


def test_no_such_host() -> None:
    assert refusal("bolt://no-such-host.invalid:7687", "neo4j", "password").code == "E301"


@pytest.fixture
def something_else() -> Iterator[int]:
    """The port of a server that speaks HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1024)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def test_something_else_answers(something_else: int) -> None:
    assert refusal(f"bolt://127.0.0.1:{something_else}", "neo4j", "password").code == "E301"


@pytest.mark.neo4j
def test_wrong_password_and_unknown_database(neo4j_server: Any) -> None:
    assert refusal(neo4j_server.uri, "neo4j", "wrong").code == "E302"
    assert refusal(neo4j_server.uri, neo4j_server.user, neo4j_server.password, "nowhere").code == "E305"


STATEMENTS = [
    statements.STATE_OF_EDGES,
    statements.READ_EDGES,
    *statements.READ_AROUND,
    statements.DELETE_EDGES,
    statements.create_nodes(["Entity", "Body", "Agency"]),
    *(statements.state_of_nodes(kind) for kind in KINDS),
    *(statements.read_nodes(kind) for kind in KINDS),
    *(statements.read_some_nodes(kind) for kind in KINDS),
    *(statements.update_nodes(kind) for kind in KINDS),
    *(statements.delete_nodes(kind) for kind in KINDS),
    *(make("Entity", ["Body"]) for make in (statements.add_labels, statements.remove_labels)),
    *(statements.create_edges("AUTHOR_OF", kind) for kind in ("Entity", "Document")),
    statements.update_edges("LEADS"),
]


@pytest.mark.neo4j
def test_no_plan_scans_all_nodes_and_what_names_ids_uses_an_index(neo4j_server: Any) -> None:
    with open_neo4j(neo4j_server.uri, neo4j_server.user, neo4j_server.password) as store:
        store.load(EMPTY)  # makes the constraints
    parameters: dict[str, Any] = {"rows": [], "ids": [], "facts": [], "entity": ""}
    with GraphDatabase.driver(
        neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password), notifications_min_severity="OFF"
    ) as driver:
        for statement in STATEMENTS:
            plan = driver.execute_query(f"EXPLAIN {statement}", parameters).summary.plan
            operators = set(_operators(plan))
            assert not {name for name in operators if name.startswith("AllNodesScan")}, statement
            if "{id: " in statement:
                assert any("UniqueIndexSeek" in name for name in operators), (statement, operators)
                assert not {name for name in operators if "LabelScan" in name}, statement


def _operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", []):
        yield from _operators(child)
