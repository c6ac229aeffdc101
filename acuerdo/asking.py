"""The commands that ask: questions of the catalogue, what-if, and queries of one's own."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .errors import NotFoundError
from .graph.dataset import with_quotes
from .settings import settings
from .texts import find_texts, text_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from .graph.dataset import Dataset
    from .graph.stores import GraphStore

__all__ = ["ask", "list_questions", "query", "reach", "what_if"]


@contextmanager
def _store(uri: str) -> Iterator[GraphStore]:
    """A Neo4j, or without an address the embedded store."""
    from .graph.stores import open_embedded, open_neo4j

    user, password = settings().neo4j_user, settings().neo4j_password
    with open_neo4j(uri, user, password) if uri else open_embedded(settings().home) as store:
        yield store


def _filling(reports: Sequence[Path]) -> Callable[[Dataset], Dataset]:
    """Fills in the quotes for which the text is at hand."""
    files = text_files(reports, settings().sources)
    return lambda dataset: with_quotes(dataset, find_texts(dataset.sources, files))


def ask(
    question: str,
    arguments: Mapping[str, str],
    today: date,
    *,
    form: str,
    uri: str,
    reports: Sequence[Path],
) -> None:
    """Ask the embedded store, or a Neo4j, as of today if no day is given, and print the answer."""
    from .printing import printed
    from .queries.ask import ask as put
    from .queries.backends import InStore

    with _store(uri) as store:
        given = {"as_of": today.isoformat()} | dict(arguments)
        answer = put(question, InStore(store), given, _filling(reports))
    sys.stdout.write(printed(answer, form))
    if not answer.rows:
        raise NotFoundError("E109", f"{question} {' '.join(arguments.values())}")


def what_if(
    supposed: Mapping[str, Sequence[str]],
    day: date,
    *,
    lang: str,
    form: str,
    uri: str,
    reports: Sequence[Path],
) -> None:
    """Say what follows from what is supposed: names of `without`, `lapse`, `restore`, and `delay` as NAME=DATE."""
    from .printing import printed
    from .queries.backends import InMemory
    from .queries.what_if import Scenario
    from .queries.what_if import what_if as suppose

    with _store(uri) as store:
        dataset = _filling(reports)(store.read())
    scenario = Scenario.of(supposed, InMemory(dataset))
    sys.stdout.write(printed(suppose(dataset, scenario, day, lang), form))


def reach(goal: str, action: str, day: date, *, lang: str, form: str, uri: str) -> None:
    """Print the smallest sets of bodies whose action makes a goal reachable."""
    from .printing import printed
    from .queries.ask import identified
    from .queries.backends import InMemory
    from .queries.what_if import reach as find

    with _store(uri) as store:
        dataset = store.read()
    answer = find(dataset, identified(goal, InMemory(dataset)), action, day, lang)
    sys.stdout.write(printed(answer, form))
    if not answer.rows:
        raise NotFoundError("E109", goal)


def query(text: str, form: str, uri: str, seconds: float) -> None:
    """Run a query of one's own, which may only read and has a time limit, and print its rows."""
    from .own_queries import in_child, in_neo4j
    from .printing import table

    if uri:
        with _store(uri) as store:
            rows = in_neo4j(store, text, seconds)
    else:
        rows = in_child(text, settings().home, seconds)
    sys.stdout.write(table(rows, form))


def list_questions(form: str, language: str) -> None:
    """List the catalogue."""
    from .queries.catalogue import catalogue

    questions = [
        {"question": q.id, "title": q.title[language], "example": f"acuerdo ask {q.example}"}
        for q in catalogue().values()
    ]
    if form == "json":
        _say(json.dumps(questions, ensure_ascii=False, indent=2))
        return
    widths = [max(len(row[name]) for row in questions) if form == "text" else 0 for name in questions[0]]
    for row in questions:
        cells = (cell.ljust(width) for cell, width in zip(row.values(), widths, strict=True))
        _say(("," if form == "csv" else "  ").join(cells).rstrip())


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
