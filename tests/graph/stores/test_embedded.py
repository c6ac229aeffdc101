"""The embedded store: who may open it when, and what is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from subprocess import PIPE

import pytest
from acuerdo.graph.stores import open_embedded
from acuerdo.graph.stores.engine import running
from small import of
from stored import Place, dump

from acuerdo.errors import StoreError

HLED = of("gus leads hled role=co-chair 2013/2016")


@pytest.fixture
def built(tmp_path: Path) -> Place:
    with open_embedded(tmp_path, create=True) as store:
        store.load(HLED)
    return Place("embedded", (str(tmp_path),))


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acuerdo.graph.stores.lock._WAIT", 0.0)


def test_reading_what_was_not_built_is_an_error_and_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"E303.*acuerdo build"):
        open_embedded(tmp_path / "missing")
    assert not (tmp_path / "missing").exists()


def test_opened_for_reading_it_cannot_be_loaded(built: Place) -> None:
    with built.open(create=False) as store, pytest.raises(StoreError, match=r"E305.*for reading"):
        store.load(HLED)


def test_two_processes_read_at_once(built: Place) -> None:
    with built.in_another_process("read") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "2\n"
        with built.open(create=False) as store:
            assert store.read() == HLED
        assert process.communicate("\n", timeout=30)[1] == ""
    assert process.returncode == 0


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("mode", ["read", "write"])
def test_who_loads_has_it_alone(built: Place, mode: str) -> None:
    with built.in_another_process(mode) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "2\n"
        for create in (True, False) if mode == "write" else (True,):
            with pytest.raises(StoreError, match=r"E304.*other process"):
                built.open(create=create)
        process.communicate("\n", timeout=30)
    with built.open() as store:
        assert store.read() == HLED


def test_others_are_waited_for(built: Place) -> None:
    with built.in_another_process("write") as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == "2\n"
        process.stdin.write("\n")
        process.stdin.flush()
        with built.open() as store:
            assert store.read() == HLED
        process.communicate(timeout=30)


def test_other_programs_with_the_database_open_are_an_error(built: Place, tmp_path: Path) -> None:
    program = (
        "import arcadedb, sys; db = arcadedb.open_database(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "embedded" / "acuerdo")]
    environment = {**os.environ, "ARCADEDB_LOG_CONSOLE": "0", "ARCADEDB_LOG_DIR": str(tmp_path / "log")}
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match=r"E304.*other process"):
            built.open()
        process.communicate(timeout=30)


def test_killed_while_open_it_can_be_read_and_written(built: Place) -> None:
    for create in (False, True):
        with built.in_another_process("write") as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "2\n"
            process.send_signal(signal.SIGKILL)
            process.communicate(timeout=30)
        with built.open(create=create) as store:
            assert store.read() == HLED


def test_no_engine_for_this_platform_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(StoreError, match=r"E306.*Neo4j instead"):
        open_embedded(tmp_path, create=True)


@pytest.mark.parametrize("name", ["schema.json", "configuration.json"])
@pytest.mark.parametrize("create", [False, True])
def test_damaged_store_is_one_clear_error(built: Place, tmp_path: Path, name: str, create: bool) -> None:
    (tmp_path / "embedded" / "acuerdo" / name).write_text("{", encoding="utf-8")
    with pytest.raises(StoreError) as error:
        built.open(create=create)
    assert error.value.code == "E301"
    assert "\n" not in str(error.value)


def temporary() -> set[str]:
    return {path.name for path in Path(tempfile.gettempdir()).glob("acuerdo-*")}


def test_nothing_is_left_outside_the_store(built: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARCADEDB_LOG_DIR", str(tmp_path / "theirs"))
    monkeypatch.chdir(tmp_path)
    before = temporary()
    with built.open() as store:
        dump(store)
        assert len(temporary() - before) == 1
    assert not temporary() - before
    assert os.environ["ARCADEDB_LOG_DIR"] == str(tmp_path / "theirs")
    assert {path.name for path in tmp_path.iterdir()} == {"embedded"}
    assert not list(tmp_path.rglob("server-users*"))


def test_password_is_wanted_and_is_new_each_time(built: Place, tmp_path: Path) -> None:
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError

    seen = set()
    for _ in range(2):
        with running(tmp_path / "embedded", writable=False) as engine:
            seen |= set(engine.passwords.values())
            assert engine.uri.startswith("bolt://127.0.0.1:")
            with GraphDatabase.driver(engine.uri, auth=("root", "root")) as driver, pytest.raises(AuthError):
                driver.verify_connectivity()
    assert len(seen) == 4
