"""The command line on a real Neo4j."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Command

pytestmark = pytest.mark.neo4j
HLED = ("ask", "who-must-act", "hled", "--as-of", "2021-06-01", "--json")


@pytest.fixture
def on_neo4j(acuerdo: Command, neo4j_server: Any) -> Any:
    def run(*words: str, password: str = neo4j_server.password) -> Any:
        settings = {"NEO4J_USERNAME": neo4j_server.user, "NEO4J_PASSWORD": password}
        return acuerdo(*words, "--uri", neo4j_server.uri, **settings)

    return run


def test_a_second_load_writes_nothing_and_the_answer_is_that_of_the_embedded_store(
    built: Command, on_neo4j: Any
) -> None:
    assert on_neo4j("load").code == 0
    assert "Nothing was written" in on_neo4j("load").out
    assert on_neo4j(*HLED).out == built(*HLED).out


def test_a_wrong_password_is_one_message(on_neo4j: Any) -> None:
    run = on_neo4j("load", password="wrong-password")
    assert (run.code, len(run.err.splitlines())) == (3, 1)
    assert run.err.startswith("acuerdo: E302 store refused the password")
