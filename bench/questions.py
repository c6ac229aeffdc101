"""Time every question, warm, on the embedded store and on a real Neo4j: over the report's graph, and over many copies.

Run: `python bench/questions.py [COPIES]` (100 by default; needs Java 17 and Maven for Neo4j).

The larger graph is the report's, COPIES times over, each copy with ids of its own and all with the same concepts. There
only questions about one thing are asked: the answers of others grow with the graph. The figure is the median of the
query alone; the limits are 50 ms over the report's graph and 500 ms over the larger one.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acuerdo.graph.dataset import Dataset, assemble
from acuerdo.graph.stores import open_embedded, open_neo4j
from acuerdo.ontology.registry import load_bundled
from acuerdo.queries.arguments import split
from acuerdo.queries.catalogue import catalogue

sys.path.insert(0, str(Path(__file__).parents[1] / "docker"))
import neo4j_local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from acuerdo.graph.facts import Fact
    from acuerdo.graph.stores import GraphStore
    from acuerdo.queries.catalogue import Question

WARM, RUNS = 10, 15


def main(copies: int) -> int:
    """Print a table; 1 if a question is over its limit."""
    small = assemble(load_bundled())
    large = Dataset.of(
        small.sources.values(),
        small.sections.values(),
        [each for n in range(copies) for each in _passages(small, n)],
        [each for n in range(copies) for each in _entities(small, n)],
        [each for n in range(copies) for each in _facts(small, n)],
    )
    with tempfile.TemporaryDirectory() as folder, neo4j_local.running() as server:
        stores = {
            "embedded": open_embedded(Path(folder) / "embedded", create=True),
            "neo4j": open_neo4j(server.uri, server.user, server.password),
        }
        slow = [line for name, store in stores.items() for line in _timed(name, store, {1: small, copies: large})]
        for store in stores.values():
            store.close()
    return 1 if slow else 0


def _timed(name: str, store: GraphStore, datasets: dict[int, Dataset]) -> Iterator[str]:
    for copies, dataset in datasets.items():
        began = time.perf_counter()
        store.load(dataset)
        print(f"{name}, {copies} x: {len(dataset.facts)} facts loaded in {time.perf_counter() - began:.0f} s")
        asked = [q for q in catalogue().values() if copies == 1 or any(p.type == "entity" for p in q.parameters)]
        for question in asked:
            values = _values(question)
            rows, spent = 0, []
            for _ in range(WARM + RUNS):
                began = time.perf_counter()
                rows = len(store.run(question.cypher, values))
                spent.append(time.perf_counter() - began)
            median = 1000 * statistics.median(spent[WARM:])
            over = median > (50 if copies == 1 else 500)
            line = f"  {question.id:24} {rows:6} rows {median:8.1f} ms{'  OVER' if over else ''}"
            print(line, flush=True)
            if over:
                yield line


def _values(question: Question) -> dict[str, Any]:
    given = {p.name: p.default for p in question.parameters if p.default} | {"as_of": "2021-06-01"}
    given |= split(question.id, question.example.split()[1:])
    kinds = {p.name: p.type for p in question.parameters}
    readers: dict[str, Any] = {"date": date.fromisoformat, "number": int}
    return {name: readers.get(kinds[name], str)(value) for name, value in given.items()}


def _entities(dataset: Dataset, copy: int) -> Iterator[Any]:
    for entity in dataset.entities.values():
        if entity.cls != "Concept" or not copy:
            yield replace(entity, id=_renamed(entity.id, dataset, copy))


def _passages(dataset: Dataset, copy: int) -> Iterator[Any]:
    for passage in dataset.passages.values():
        yield replace(passage, start=passage.start + copy * 10**6, end=passage.end + copy * 10**6)


def _facts(dataset: Dataset, copy: int) -> Iterator[Fact]:
    for fact in dataset.facts.values():
        evidence = tuple(replace(each, passage=_renamed(each.passage, dataset, copy)) for each in fact.evidence)
        subject, obj = _renamed(fact.subject, dataset, copy), _renamed(fact.object, dataset, copy)
        yield replace(fact, subject=subject, object=obj, evidence=evidence)


def _renamed(name: str, dataset: Dataset, copy: int) -> str:
    """An id of the copy: the first copy, concepts and documents keep theirs, passages are moved."""
    if not copy or name in dataset.sources or name in dataset.sections:
        return name
    if name in dataset.passages:
        passage = dataset.passages[name]
        return replace(passage, start=passage.start + copy * 10**6, end=passage.end + copy * 10**6).id
    return f"{name}~{copy}" if name in dataset.entities and dataset.entities[name].cls != "Concept" else name


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
