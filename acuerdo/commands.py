"""What each command does: the library's parts put together, and lines written to standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .api import open_registry
from .candidates import extracted, uncovered
from .disagreements import conflicting
from .errors import InputError, Problem, RegistryError
from .files import write_whole
from .graph.dataset import assemble, orphans, with_quotes
from .new_source import new_source as start
from .new_source import placeholders
from .settings import settings
from .texts import find_texts, moved, text_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .graph.dataset import Dataset
    from .graph.stores import GraphStore
    from .ontology.model import Registry

__all__ = ["build", "check", "export", "extract", "load", "new_source"]


def build(reports: Sequence[Path], registries: Sequence[str]) -> None:
    """Load the embedded store; say what was done, what could not be anchored, and what no entry covers."""
    from .graph.stores import open_embedded

    registry, dataset, texts = _dataset(registries, reports)
    with open_embedded(settings().home, create=True) as store:
        _say_load(store, dataset)
    quoted = sum(1 for passage in dataset.passages.values() if passage.quote)
    _say(f"{quoted} of {len(dataset.passages)} passages have their quote.")
    for name in sorted({passage.source for passage in dataset.passages.values()} - texts.keys()):
        source = registry.sources[name]
        _say(f"The text of {source.title['en']!r} is not here; it is published at {source.address}.")
    for path in reports:
        for line in uncovered(path, registry):
            _say(line)


def load(uri: str, registries: Sequence[str], reports: Sequence[Path]) -> None:
    """Load a Neo4j."""
    from .graph.stores import open_neo4j

    _, dataset, _ = _dataset(registries, reports)
    with open_neo4j(uri, settings().neo4j_user, settings().neo4j_password) as store:
        _say_load(store, dataset)


def check(registries: Sequence[str], reports: Sequence[Path], against: Sequence[Path], *, fix: bool) -> None:
    """Check a registry by itself, against the texts at hand, and against the shapes; list what it does not cover.

    With `fix`, its files are brought into form once no problem is found.
    """
    from .graph.exports.rdf import triples
    from .ontology.shapes import violations

    registry, dataset, texts = _dataset(registries, [*reports, *against])
    if unfinished := list(placeholders(Path(folder) for folder in registries if folder != "none")):
        raise RegistryError(unfinished)
    problems = [Problem("(shapes)", 0, "E214", node, message) for node, message in violations(triples(dataset))]
    if problems:
        raise RegistryError(problems)
    anchored = sum(1 for passage in registry.passages.values() if passage.source in texts)
    _say(f"{len(registry.entities)} entries, {len(dataset.facts)} facts: no problem found.")
    _say(f"{anchored} of {len(registry.passages)} passages were compared with their text.")
    if alone := orphans(dataset):
        _say(f"{len(alone)} entries have no fact: {', '.join(alone)}.")
    for line in conflicting(dataset):
        _say(line)
    for path in against:
        for line in uncovered(path, registry):
            _say(line)
    if fix:
        _bring_into_form([Path(folder) for folder in registries if folder != "none"])


def _bring_into_form(folders: Sequence[Path]) -> None:
    from .ontology.formatter import formatted

    if not folders:
        raise InputError("E103", "--fix needs --registry DIR: the folder whose files are to be changed")
    for path in (path for folder in folders for path in sorted(folder.rglob("*.yaml"))):
        before = path.read_text(encoding="utf-8")
        if (after := formatted(before)) != before:
            write_whole(path, after.encode())
            _say(f"{path}: brought into form.")


def export(form: str, output: Path | None, registries: Sequence[str], reports: Sequence[Path]) -> None:
    """Write the graph in a format."""
    _, dataset, _ = _dataset(registries, reports)
    _write(_exported(form, dataset), output)


def _exported(form: str, dataset: Dataset) -> bytes:
    from .graph.exports.terms import Terms

    if form == "graphml":
        from .graph.exports.network import graphml

        return graphml(dataset)
    from .graph.exports.rdf import ntriples, turtle

    return (turtle if form == "ttl" else ntriples)(dataset, Terms(settings().base)).encode()


def extract(document: Path, output: Path | None, registries: Sequence[str]) -> None:
    """Write the candidates of a document."""
    _write(extracted(document, open_registry(registries)).to_json().encode(), output)


def new_source(document: Path, identifier: str, into: Path, registries: Sequence[str]) -> None:
    """Make the folder of a new report; say what stands in it, and what to do next."""
    folder = start(document, open_registry(registries), identifier, into)
    queue = json.loads((folder / "queue.json").read_text(encoding="utf-8"))
    _say(f"{folder / 'sources.yaml'}: fill in what `acuerdo check --registry {folder}` points at.")
    new = sum(not body["known"] for body in queue["bodies"])
    counts = f"{len(queue['candidates'])} candidates, {len(queue['bodies'])} bodies ({new} not in the registry yet)"
    _say(f"{folder / 'queue.json'}: {counts}, each with an entry to paste.")
    if (folder / "text.txt").exists():
        _say(f"{folder / 'text.txt'}: the text that offsets count in, for --report; whoever wrote the report owns it.")


def _dataset(registries: Sequence[str], reports: Sequence[Path]) -> tuple[Registry, Dataset, dict[str, str]]:
    """The registry, its dataset with the quotes at hand, and the texts at hand; moved anchors are an error."""
    registry = open_registry(registries)
    texts = find_texts(registry.sources, text_files(reports, settings().sources))
    problems = list(moved(registry.passages.values(), texts))
    if problems:
        raise RegistryError(problems)
    return registry, with_quotes(assemble(registry), texts), texts


def _say_load(store: GraphStore, dataset: Dataset) -> None:
    report = store.load(dataset)
    _say(f"{len(dataset.entities)} entities and {len(dataset.facts)} facts are in {store.name}.")
    _say(str(report))


def _write(data: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        write_whole(output, data)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
