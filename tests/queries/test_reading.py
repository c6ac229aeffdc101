"""Queries of one's own: which language, and what is refused before any store sees it."""

from __future__ import annotations

import pytest
from acuerdo.queries.reading import is_sparql, refuse_reaching_out

from acuerdo.errors import InputError


@pytest.mark.parametrize(
    ("text", "sparql"),
    [
        ("SELECT * { ?s ?p ?o }", True),
        ("# a comment\n\nprefix a: <urn:x#y>\nASK { ?s a a:b }", True),
        ("BASE <urn:x> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", True),
        ("MATCH (n) RETURN n", False),
        ("// SELECT\nMATCH (n) RETURN n", False),
        ("WITH 1 AS x RETURN x", False),
    ],
)
def test_the_first_word_tells_the_language(text: str, sparql: bool) -> None:
    assert is_sparql(text) == sparql


@pytest.mark.parametrize(
    "text",
    [
        "LOAD CSV FROM 'file:///x' AS row RETURN row",
        "load  csv with headers from 'https://example.org' as row return row",
        "MATCH (n) /* LOAD */ CALL apoc.load.json('x') YIELD value RETURN value",
        "CALL `apoc`.`load`.json('x') YIELD value RETURN value",
        "CALL dbms.listConfig() YIELD name RETURN name",
        "CALL db.labels() YIELD label CALL db.createLabel('x') RETURN label",
        "CALL apoc . cypher . run('x', {}) YIELD value RETURN value",
        "SELECT * { SERVICE <https://example.org> { ?s ?p ?o } }",
    ],
)
def test_what_reaches_out_or_may_write_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="E111"):
        refuse_reaching_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n {name: 'LOAD CSV'}) RETURN n // CALL apoc.load.json()",
        'RETURN "it\\"s CALL x.y() here" AS text',
        "MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x",
        "MATCH (n) CALL (n) { RETURN 1 AS x } RETURN x",
        "CALL db.labels() YIELD label RETURN label",
        "MATCH (`LOAD CSV`) RETURN `LOAD CSV`",
        'SELECT * { ?s ?p "SERVICE" . # SERVICE\n ?s <urn:SERVICE> ?o }',
    ],
)
def test_what_only_reads_passes(text: str) -> None:
    refuse_reaching_out(text)
