"""A Neo4j without Docker: it starts, answers, and is gone afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import AuthError

if TYPE_CHECKING:
    from types import ModuleType

CHOSEN = "a word of ours"

pytestmark = pytest.mark.neo4j


def ask(server: Any, query: str) -> list[dict[str, Any]]:
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        return [record.data() for record in driver.execute_query(query).records]


def is_alive(pid: int) -> bool:
    answer = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return answer.stdout[:1] not in {"", "Z"}


def test_answers_with_the_version_of_the_pom(neo4j_server: Any, neo4j_local: ModuleType) -> None:
    [row] = ask(neo4j_server, "CALL dbms.components() YIELD versions, edition RETURN versions, edition")
    assert row["edition"] == "community"
    assert f"<neo4j.version>{row['versions'][0]}</neo4j.version>" in neo4j_local.POM.read_text(encoding="utf-8")


def test_listens_on_this_machine_only_and_wants_the_password(neo4j_server: Any) -> None:
    rows = ask(neo4j_server, "SHOW SETTINGS YIELD name, value WHERE name ENDS WITH 'listen_address'")
    addresses = {row["value"] for row in rows if row["value"] and not row["value"].startswith(":")}
    assert addresses
    assert all(address.startswith("127.0.0.1") for address in addresses)
    with (
        GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, "not-the-password")) as driver,
        pytest.raises(AuthError),
    ):
        driver.verify_connectivity()


@pytest.mark.slow
def test_second_server_runs_beside_the_first_and_is_gone_afterwards(neo4j_server: Any, neo4j_local: ModuleType) -> None:
    with neo4j_local.running() as second:
        ask(second, "CREATE (:OnlyHere)")
        assert ask(second, "MATCH (n:OnlyHere) RETURN count(n) AS n") == [{"n": 1}]
        assert ask(neo4j_server, "MATCH (n) WHERE 'OnlyHere' IN labels(n) RETURN count(n) AS n") == [{"n": 0}]
    assert not is_alive(second.pid)
    assert not Path(second.home).exists()
    assert is_alive(neo4j_server.pid)


@pytest.mark.slow
def test_started_by_command_it_keeps_data_and_password(
    neo4j_server: Any, neo4j_local: ModuleType, tmp_path: Path
) -> None:
    command = [sys.executable, neo4j_local.__file__]
    home = ["--home", str(tmp_path / "home")]
    environment = {**os.environ, "NEO4J_PASSWORD": CHOSEN}

    def run(name: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, name, *home], capture_output=True, text=True, check=False, env=env)

    assert run("start", environment).returncode == 0
    first = neo4j_local._known(tmp_path / "home")
    assert first.password == CHOSEN
    ask(first, "CREATE (:Kept)")
    assert "runs in" in run("start").stderr
    assert run("stop").returncode == 0
    assert not is_alive(first.pid)

    assert first.password in run("start").stdout
    second = neo4j_local._known(tmp_path / "home")
    assert ask(second, "MATCH (n:Kept) RETURN count(n) AS n") == [{"n": 1}]
    assert run("stop").returncode == 0
    assert not is_alive(second.pid)

    again = run("stop")
    assert (again.returncode, again.stderr) == (3, f"no server runs in {tmp_path / 'home'}\n")


def test_short_password_is_refused_in_one_line(neo4j_server: Any, neo4j_local: ModuleType, tmp_path: Path) -> None:
    with pytest.raises(neo4j_local.Neo4jLocalError) as error, neo4j_local.running(tmp_path, "short"):
        pass
    assert str(error.value) == "Neo4j refused the password: A password must be at least 8 characters."


def test_missing_java_or_maven_is_one_clear_error(
    neo4j_local: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACUERDO_NEO4J_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(neo4j_local.Neo4jLocalError, match="needs Java 17 or newer, and there is no java"):
        neo4j_local.fetch()

    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n", encoding="utf-8")
    java.chmod(0o755)
    with pytest.raises(neo4j_local.Neo4jLocalError, match="this machine's is 11"):
        neo4j_local.fetch()

    java.write_text("#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n", encoding="utf-8")
    with pytest.raises(neo4j_local.Neo4jLocalError, match="there is no mvn"):
        neo4j_local.fetch()
