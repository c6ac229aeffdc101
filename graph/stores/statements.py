"""The Cypher of loading and reading back; labels and types come from the ontology, values only as parameters.

Both stores run the same text. Three habits of the embedded one shape it, and cost Neo4j nothing: a node is created
with all its labels at once (it refuses a further label for a node of the same transaction), labels are taken away and
given in two transactions, and a relationship is found from its subject (it does not use a relationship's index).

Every statement that writes returns, as `done`, how many rows found what they were to change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...ontology.names import upper
from ...ontology.schema import schema
from ..properties import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CONSTRAINT_NAMES",
    "DELETE_EDGES",
    "READ_AROUND",
    "READ_EDGES",
    "STATE_OF_EDGES",
    "add_labels",
    "constraints",
    "create_edges",
    "create_nodes",
    "delete_nodes",
    "read_nodes",
    "read_some_nodes",
    "remove_labels",
    "state_of_nodes",
    "update_edges",
    "update_nodes",
]

# Only what has a hash was written by acuerdo; whatever else people put beside it is left alone.
CONSTRAINT_NAMES = "SHOW CONSTRAINTS YIELD name RETURN name"
STATE_OF_EDGES = (
    "MATCH (s:Entity)-[r]->() WHERE r.hash IS NOT NULL RETURN s.id AS subject, r.fact AS fact, r.hash AS hash"
)
READ_AROUND = tuple(
    f"{match} AND r.hash IS NOT NULL "
    "RETURN s.id AS subject, type(r) AS type, o.id AS object, properties(r) AS properties"
    for match in (
        "UNWIND $subjects AS id MATCH (s:Entity {id: id})-[r]->(o) WHERE r.fact IN $facts",
        "UNWIND $entities AS id MATCH (s:Entity {id: id})-[r]->(o) WHERE true",
        "UNWIND $entities AS id MATCH (o:Entity {id: id})<-[r]-(s) WHERE true",
    )
)
"""From given subjects, and from and to given entities."""
READ_EDGES = (
    "MATCH (s:Entity)-[r]->(o) WHERE r.hash IS NOT NULL "
    "RETURN s.id AS subject, type(r) AS type, o.id AS object, properties(r) AS properties"
)
# No type here: a type that the ontology no longer has is deleted too. All are found before one is deleted: the embedded
# store loses its place in a node's relationships when these are deleted while it looks through them.
DELETE_EDGES = (
    "UNWIND $rows AS row MATCH (:Entity {id: row.subject})-[r]->() WHERE r.fact = row.fact "
    "WITH collect(r) AS found FOREACH (r IN found | DELETE r) RETURN size(found) AS done"
)


def constraints() -> dict[str, str]:
    """Uniqueness of ids for each kind of node, and of facts for each relation; by name of the constraint."""
    found = {
        f"acuerdo_{kind.lower()}_id": f"FOR (n:{_name(kind)}) REQUIRE n.id IS UNIQUE" for kind in KINDS
    } | {
        f"acuerdo_{relation}_fact": f"FOR ()-[r:{_name(upper(relation))}]-() REQUIRE r.fact IS UNIQUE"
        for relation in schema().relations
    }  # fmt: skip
    return {name: f"CREATE CONSTRAINT {name} IF NOT EXISTS {what}" for name, what in found.items()}


def state_of_nodes(kind: str) -> str:
    """Ids, hashes and labels of what is there."""
    return f"MATCH (n:{_name(kind)}) WHERE n.hash IS NOT NULL RETURN n.id AS id, n.hash AS hash, labels(n) AS labels"


def read_nodes(kind: str) -> str:
    """Labels and properties of what is there."""
    return f"MATCH (n:{_name(kind)}) WHERE n.hash IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties"


def read_some_nodes(kind: str) -> str:
    """Labels and properties of the nodes with the given ids."""
    return (
        f"UNWIND $ids AS id MATCH (n:{_name(kind)} {{id: id}}) WHERE n.hash IS NOT NULL "
        "RETURN labels(n) AS labels, properties(n) AS properties"
    )


def create_nodes(labels: Iterable[str]) -> str:
    """Create nodes; a row is the properties."""
    return f"UNWIND $rows AS row CREATE (n{_labels(labels)}) SET n = row RETURN count(*) AS done"


def update_nodes(kind: str) -> str:
    """Replace the properties of nodes; a row is the properties."""
    return f"UNWIND $rows AS row MATCH (n:{_name(kind)} {{id: row.id}}) SET n = row RETURN count(*) AS done"


def remove_labels(kind: str, labels: Iterable[str]) -> str:
    """Take labels away; a row has an id."""
    return (
        f"UNWIND $rows AS row MATCH (n:{_name(kind)} {{id: row.id}}) REMOVE n{_labels(labels)} RETURN count(*) AS done"
    )


def add_labels(kind: str, labels: Iterable[str]) -> str:
    """Give labels; a row has an id."""
    return f"UNWIND $rows AS row MATCH (n:{_name(kind)} {{id: row.id}}) SET n{_labels(labels)} RETURN count(*) AS done"


def delete_nodes(kind: str) -> str:
    """Delete nodes; a row has an id."""
    return f"UNWIND $rows AS row MATCH (n:{_name(kind)} {{id: row.id}}) DETACH DELETE n RETURN count(*) AS done"


def create_edges(relation: str, object_kind: str) -> str:
    """Create relationships; a row has subject, object and properties."""
    return (
        "UNWIND $rows AS row "
        f"MATCH (s:Entity {{id: row.subject}}) MATCH (o:{_name(object_kind)} {{id: row.object}}) "
        f"CREATE (s)-[r:{_name(relation)}]->(o) SET r = row.properties RETURN count(*) AS done"
    )


def update_edges(relation: str) -> str:
    """Replace the properties of relationships; a row has subject and properties."""
    return (
        "UNWIND $rows AS row "
        f"MATCH (:Entity {{id: row.subject}})-[r:{_name(relation)} {{fact: row.properties.fact}}]->() "
        "SET r = row.properties RETURN count(*) AS done"
    )


def _labels(labels: Iterable[str]) -> str:
    return "".join(f":{_name(label)}" for label in sorted(labels))


def _name(name: str) -> str:
    """A label or type that may stand in a statement: one of the ontology's, and no other text."""
    if name not in schema().classes and name not in {upper(relation) for relation in schema().relations}:
        raise ValueError(f"{name!r} is neither a class nor a relation of the ontology")
    return name
