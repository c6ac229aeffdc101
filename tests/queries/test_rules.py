"""The catalogue keeps the rules that make a query mean the same on every store, and each rule notices its breach."""

from __future__ import annotations

import pytest
from acuerdo.queries.catalogue import catalogue, question
from acuerdo.queries.rules import broken


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_keeps_the_rules(name: str) -> None:
    asked = question(name)
    assert broken(asked.cypher, {parameter.name for parameter in asked.parameters}) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("two labels", "MATCH (n:Entity:Agency {id: $id}) RETURN n"),
        ("two labels", "MATCH (:Entity&Agency {id: $id})<-[r:PART_OF]-(n) RETURN n"),
        ("aggregate", "MATCH (n:Body) RETURN count(n) > 1 AND true AS many"),
        ("aggregate", "MATCH (n:Body) WITH n.id AS id, max(n.until_latest) IS NOT NULL AS ended RETURN id, ended"),
        ("aggregate", "MATCH (n:Body) RETURN 'a' IN collect(n.id)"),
        ("aggregate", "MATCH (n:Body) RETURN NOT max(n.generic)"),
        ("aggregate", "MATCH (n:Body) RETURN min(n.id) STARTS WITH 'a' AS first"),
        ("aggregate", "MATCH (n:Body) RETURN n.id AS id ORDER BY min(n.name) CONTAINS 'x'"),
        ("aggregate", "MATCH (n:Body) RETURN avg(n.x) =~ 'x', 1"),
        ("aggregate", "MATCH (n:Body) RETURN sum(n.x) = 1 XOR false"),
        ("SHORTEST", "MATCH p = SHORTEST 1 (a:Body)-[:PART_OF]-+(b:Body) RETURN p"),
        ("SHORTEST", "MATCH p = ALL SHORTEST (a:Body)-[:PART_OF]-+(b:Body) RETURN p"),
        ("dynamic", "MATCH (n:$($label)) RETURN n"),
        ("dynamic", "MATCH (a:Body)-[r:$any($types)]->(b) RETURN r"),
        ("procedures", "MATCH (n:Body) RETURN apoc.text.join([n.id], '')"),
        ("procedures", "CALL db.labels() YIELD label RETURN label"),
        ("only reads", "CREATE (n:Body)"),
        ("only reads", "MERGE (n:Body {id: 'x'})"),
        ("only reads", "MATCH (n:Body) SET n.name = 'x'"),
        ("only reads", "MATCH (n:Body) DETACH DELETE n"),
        ("only reads", "MATCH (n:Body) REMOVE n.name"),
        ("only reads", "LOAD CSV FROM 'x' AS line RETURN line"),
        ("only reads", "MATCH (n:Body) FOREACH (x IN [1] | SET n.x = x)"),
        ("element of a list", "WITH ['x'] AS l MATCH (a:Body)-[r:PART_OF]->(b) WHERE r.sources[0] IN l RETURN a"),
        ("no class Ministry", "MATCH (n:Ministry) RETURN n"),
        ("no class Ministry", "MATCH (n:Entity) WHERE n:Ministry RETURN n"),
        ("no class Ministry", "MATCH (n:Body|Ministry) RETURN n"),
        ("no relation OWES", "MATCH (a:Body)-[r:OWES]->(b) RETURN r"),
        ("no relation OWES", "MATCH (a:Body)-[:PART_OF|OWES*1..3]->(b) RETURN b"),
        ("starts from a label", "MATCH (n) RETURN n"),
        ("starts from a label", "MATCH (a)-[r:PART_OF]->(b) WHERE a:Body RETURN r"),
        ("starts from a label", "MATCH (a:Body), (b)-[:PART_OF]->(c) RETURN a, b"),
        ("starts from a label", "MATCH (a:Body) CALL { MATCH (b) RETURN b } RETURN a, b"),
        ("$topic", "MATCH (a:Body {id: $topic}) RETURN a"),
    ],
)
def test_a_breach_is_noticed(rule: str, text: str) -> None:
    found = broken(text, {"id", "label", "types"})
    assert found
    assert all(rule in breach for breach in found)


@pytest.mark.parametrize(
    "text",
    [
        "// MATCH (n:Nothing) SET n.x = 1\nMATCH (n:Body) RETURN n",
        "MATCH (n:Entity {id: 'SET n:Nothing'}) WHERE n:Body RETURN n",
        "MATCH (n:Body) RETURN count(CASE WHEN n.generic AND n.x IN [1] THEN 1 END) AS kinds, n.x IS NULL AS empty",
        "MATCH (n:Body) WITH n, count(*) AS many WHERE many > 1 AND n.generic RETURN {name: n.name, many: many} AS row",
        "MATCH (n:Body) WITH collect(n) AS all UNWIND all AS one MATCH (one)-[:PART_OF]->(b) RETURN n {.name, b: b.id}",
        "MATCH (a:Body) MATCH p = shortestPath((a)-[:PART_OF*1..4]-(b:Body)) RETURN p",
        "MATCH (a:Body)-[r:PART_OF]->(b) WITH a, r WHERE r.sources[0] IN $known RETURN a.set AS x",
        "MATCH (a:`Body`)-[r:`PART_OF` {role: 'lead'}]->(b) WHERE a.name STARTS WITH 'x' RETURN count(r)",
        "MATCH (a:Body) RETURN [x IN collect(a.id) | x] AS ids, any(x IN collect(a.x) WHERE x > 1) AS some",
        "MATCH (a:Body) RETURN reduce(all = [], x IN collect(a.aliases) | all + x) AS names",
        "MATCH (a:Body) RETURN EXISTS { (a)-[:PART_OF]->(:Mechanism) } AS part",
    ],
)
def test_what_keeps_the_rules_passes(text: str) -> None:
    assert broken(text) == []
