"""What-if and queries of one's own, on the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Command

pytestmark = pytest.mark.slow  # a process for each

SLOW = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN max(a * b % 7) AS x"


def write(folder: Path, text: str) -> str:
    (folder / "query").write_text(text, encoding="utf-8")
    return str(folder / "query")


def test_what_follows_if_an_agreement_lapses(built: Command) -> None:
    run = built("what-if", "--lapse", "USMCA", "--as-of", "2021-06-01", "--json")
    assert run.code == 0, run.err
    found = {row["thing"]: row for row in json.loads(run.out)["rows"]}
    assert found["competitiveness-committee"]["outcome"] == "loses-basis"
    assert found["competitiveness-committee"]["why"].startswith("United States-Mexico-Canada Agreement established")
    assert all(row["why"] and row["evidence"] and row["cause"] == "usmca" for row in found.values())


def test_the_answer_reads_in_spanish(built: Command) -> None:
    run = built("what-if", "--delay", "restore-hled=2026-01-01", "--as-of", "2021-06-01", "--lang", "es")
    assert run.code == 0, run.err
    assert run.out.startswith("Qué pasaría si: Reactivar el diálogo económico entre los dos gabinetes no se cumple")
    assert "se retrasa, desde: 2026-01-01" in run.out


def test_what_a_restored_mechanism_completes(built: Command) -> None:
    run = built("what-if", "--restore", "hled", "--as-of", "2021-06-01", "--csv")
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert ("restore-hled", "completed") in {(row["thing"], row["outcome"]) for row in rows}


def test_the_smallest_sets_of_bodies(built: Command) -> None:
    (row,) = json.loads(built("what-if", "--reach", "hled", "--as-of", "2021-06-01", "--json").out)["rows"]
    assert {"us-government", "mx-government", "binational-working-groups"} <= set(row["bodies"])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "E106"),
        (("--without", "sre", "--reach", "hled"), "E106"),
        (("--without", "no-such-body"), "E101"),
        (("--delay", "restore-hled=soon"), "E102"),
    ],
)
def test_a_scenario_that_makes_no_sense_is_refused(built: Command, words: tuple[str, ...], message: str) -> None:
    run = built("what-if", *words)
    assert run.code == 2
    assert message in run.err
    assert not run.out


def test_a_query_in_cypher(built: Command, tmp_path: Path) -> None:
    file = write(tmp_path, "MATCH (m:Mechanism {id: 'hled'}) RETURN m.acronym AS acronym, m.jurisdiction AS countries")
    assert built("query", file).out.splitlines()[2] == "HLED     MX; US"
    assert json.loads(built("query", file, "--json").out) == [{"acronym": "HLED", "countries": ["MX", "US"]}]
    assert built("query", file, "--csv").out == "acronym,countries\nHLED,MX; US\n"


def test_a_query_in_sparql(built: Command, tmp_path: Path) -> None:
    text = """PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?name { <https://w3id.org/acuerdo/id/Mechanism/hled> rdfs:label ?name } ORDER BY ?name"""
    found = json.loads(built("query", write(tmp_path, text), "--json").out)
    assert found == [{"name": "Diálogo Económico de Alto Nivel"}, {"name": "High-Level Economic Dialogue"}]
    assert json.loads(built("query", write(tmp_path, "ASK { ?s ?p ?o }"), "--json").out) == [{"answer": True}]


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n:Entity) DETACH DELETE n",
        "MERGE (n:Entity {id: 'x'}) RETURN n",
        "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
        "MATCH (n RETURN n",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * {",
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_a_query_that_writes_reaches_out_or_is_none_is_refused(built: Command, tmp_path: Path, text: str) -> None:
    run = built("query", write(tmp_path, text))
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith("acuerdo: E111 query refused: ")
    assert len(run.err.splitlines()) == 1


def test_a_query_that_takes_too_long_is_ended(built: Command, tmp_path: Path) -> None:
    run = built("query", write(tmp_path, SLOW), "--timeout", "2", TMPDIR=str(tmp_path))
    assert run.code == 2
    assert run.err == "acuerdo: E112 query took too long: 2 s\n"
    assert [path.name for path in tmp_path.iterdir()] == ["query"]
    assert built("ask", "members", "hled", "--as-of", "2014-01-01").code == 0


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CREATE (n:Entity {id: 'x'}) RETURN n", "E111 query refused"),
        ("CALL dbms.listConfig() YIELD name RETURN name", "E111 query refused: CALL dbms.listconfig"),
        ("LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row", "E111 query refused: LOAD CSV"),
        (SLOW, "E112 query took too long: 1 s"),
    ],
)
def test_a_neo4j_refuses_the_same_and_ends_what_takes_too_long(
    acuerdo: Command, neo4j_server: object, tmp_path: Path, text: str, message: str
) -> None:
    login = {"NEO4J_USERNAME": neo4j_server.user, "NEO4J_PASSWORD": neo4j_server.password}  # type: ignore[attr-defined]
    uri = neo4j_server.uri  # type: ignore[attr-defined]
    run = acuerdo("query", write(tmp_path, text), "--uri", uri, "--timeout", "1", **login)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
