"""Stores for tests: where one is, all that it holds in a form that can be compared, and a dataset of any size."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acuerdo.graph.dataset import Dataset
from acuerdo.graph.facts import Evidence, Fact
from acuerdo.graph.stores import open_embedded, open_neo4j
from acuerdo.ontology.model import Entity, Passage, Section, Source
from acuerdo.ontology.schema import schema

if TYPE_CHECKING:
    from acuerdo.graph.stores import GraphStore

EMPTY = Dataset.of([], [], [], [], [])
OTHER_PROCESS = Path(__file__).with_name("other_process.py")


@dataclass(frozen=True)
class Place:
    """Where a store is, in words that go through a command line."""

    kind: str
    address: tuple[str, ...]

    def open(self, *, create: bool = True) -> GraphStore:
        """Open it here."""
        if self.kind == "neo4j":
            return open_neo4j(*self.address)
        return open_embedded(Path(self.address[0]), create=create)

    def in_another_process(self, what: str, *arguments: object) -> subprocess.Popen[str]:
        """Run `other_process.py` on it."""
        command = [sys.executable, str(OTHER_PROCESS), json.dumps([self.kind, *self.address]), what]
        # what a killed process leaves of its temporary folder goes away with the store
        environment = os.environ | ({"TMPDIR": self.address[0]} if self.kind == "embedded" else {})
        streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*command, *map(str, arguments)], text=True, env=environment, **streams)  # type: ignore[call-overload,no-any-return]


def dump(store: GraphStore) -> tuple[list[Any], list[Any]]:
    """All nodes and relationships that acuerdo wrote, sorted."""
    nodes = store.run("MATCH (n) WHERE n.hash IS NOT NULL RETURN labels(n) AS labels, properties(n) AS properties")
    edges = store.run(
        "MATCH (s)-[r]->(o) WHERE r.hash IS NOT NULL "
        "RETURN s.id AS s, type(r) AS type, o.id AS o, properties(r) AS properties"
    )
    return (
        sorted(str([sorted(row["labels"]), sorted(row["properties"].items())]) for row in nodes),
        sorted(str([row["s"], row["type"], row["o"], sorted(row["properties"].items())]) for row in edges),
    )


def write(store: GraphStore, cypher: str) -> None:
    """Write past the loader, as other people would."""
    store._writer.execute_query(cypher, database_=store._database)  # type: ignore[attr-defined]


def wide(size: int) -> Dataset:
    """A dataset of so many entities and twice as many facts, with parallel facts, self-loops and all kinds of nodes."""
    source = Source(
        "report", {"en": "Report", "es": "Informe"}, "Press", "2021", "https://example.org", "primary", "en"
    )
    section = Section("report/one", "report", {"en": "One"}, 0, 10 * size)
    passages = [Passage("report", n, n + 9, "a" * 64, "report/one", f"¿Qué dice {n}?") for n in range(0, size, 10)]
    classes = ("Agency", "Mechanism", "Recommendation", "Person", "Agreement")
    entities = [Entity(f"e{n}", classes[n % 5], {"en": f"Name {n}", "es": f"Año {n}"}) for n in range(size)]
    active = Entity("active", "Concept", schema().concepts["active"].label)
    evidence = [(Evidence("report", p.id, confidence=0.5, date="2021"), Evidence("report")) for p in passages]
    facts = [
        Fact(
            f"e{n}", "part_of", f"e{n * n % size}", (), f"{1990 + years}/..", tuple(sorted(evidence[n % len(evidence)]))
        )
        for n in range(size)
        for years in (0, 10)
    ]
    facts += [Fact(f"e{n}", "has_status", "active", (), "2013/", evidence[0][1:]) for n in range(1, size, 5)]
    facts += [
        Fact(f"e{n}", "stated_in", passages[n % len(passages)].id, (), "", evidence[0]) for n in range(2, size, 5)
    ]
    facts += [Fact("e0", "author_of", "report/one", (), "2021", evidence[0]), Fact("e0", "author_of", "report")]
    return Dataset.of([source], [section], passages, [*entities, active], facts)
