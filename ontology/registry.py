"""The registry: all its files read and checked together, every problem listed at once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import yaml

from ..errors import InputError, Problem, RegistryError
from .entries import Entries, read_entry, read_source
from .located import DuplicateKeyError, Map, read
from .model import Registry
from .reader import Reader, suggestion
from .schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from .model import Claim, Entity, Passage, Section, Source

__all__ = ["load", "load_bundled"]


def load_bundled() -> Registry:
    """Load the registry that comes with the package."""
    with as_file(files(__package__).joinpath("registry")) as folder:
        return load([folder])


def load(folders: Sequence[Path]) -> Registry:
    """Load the registry files of some folders as one registry.

    Parameters
    ----------
    folders
        Folders with YAML files, at any depth; a file whose name starts with `sources` holds sources.

    Raises
    ------
    InputError
        E103: a folder is not there.
    RegistryError
        All problems, with file, line and key.
    """
    problems: list[Problem] = []
    of_sources: list[Reader] = []
    of_entries: list[Reader] = []
    for path, name in _files(folders):
        (of_sources if path.name.startswith("sources") else of_entries).extend(_readers(path, name, problems))
    places: dict[str, Reader] = {}
    sources, sections = _sources(of_sources, places)
    known = Entries(sources, {})
    entities: dict[str, Entity] = {}
    claims: list[Claim] = []
    for reader in of_entries:
        entity, more = read_entry(reader, known)
        claims += more
        if entity is not None and _is_new(entity.id, reader, places):
            entities[entity.id] = entity
    for concept in schema().concepts.keys() & entities.keys():
        places[concept].problem("E209", "id", f"{concept!r} is a concept of the ontology")
    passages = {key: _placed(passage, sections.values()) for key, passage in known.passages.items()}
    registry = Registry(sources, sections, passages, entities, claims)
    problems += _references(registry)
    _names(registry, places)
    if problems:
        raise RegistryError(problems)
    return registry


def _files(folders: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Registry files with their names for messages, in a fixed order."""
    for folder in folders:
        if not folder.is_dir():
            raise InputError("E103", f"{folder} (a folder with registry files)")
        for path in sorted(folder.rglob("*.yaml")):
            yield path, path.relative_to(folder if len(folders) == 1 else folder.parent).as_posix()


def _readers(path: Path, name: str, problems: list[Problem]) -> Iterator[Reader]:
    try:
        entries = read(path)
    except (yaml.MarkedYAMLError, DuplicateKeyError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else getattr(error, "line", 1)
        detail = getattr(error, "problem", None) or str(error)
        problems.append(Problem(name, line, "E201", "(file)", detail))
        return
    for entry in entries if isinstance(entries, list) else [entries] if entries else []:
        if isinstance(entry, Map):
            yield Reader(entry, name, "", problems)
        else:
            problems.append(Problem(name, 1, "E201", "(file)", "a list of entries is needed"))


def _sources(readers: Iterable[Reader], places: dict[str, Reader]) -> tuple[dict[str, Source], dict[str, Section]]:
    sources: dict[str, Source] = {}
    sections: dict[str, Section] = {}
    for reader in readers:
        source, parts = read_source(reader)
        if _is_new(source.id, reader, places):
            sources[source.id] = source
        sections |= {part.id: part for part in parts if _is_new(part.id, reader, places)}
    return sources, sections


def _is_new(identifier: str, reader: Reader, places: dict[str, Reader]) -> bool:
    if identifier in places:
        first = places[identifier]
        reader.problem("E209", "id", f"{identifier!r} is defined in {first.file}:{first.line('id')} already")
        return False
    places[identifier] = reader
    return True


def _placed(passage: Passage, sections: Iterable[Section]) -> Passage:
    """The passage with the innermost section that holds it."""
    around = [s for s in sections if s.source == passage.source and s.start <= passage.start < s.end]
    inner = min(around, key=lambda s: (s.end - s.start, s.id), default=None)
    return replace(passage, section=inner.id) if inner else passage


def _references(registry: Registry) -> Iterator[Problem]:
    """Unknown ids, and ids of a class that the relation does not join."""
    classes = {name: entity.cls for name, entity in registry.entities.items()}
    classes |= dict.fromkeys(schema().concepts, "Concept")
    classes |= dict.fromkeys(registry.sections, "Section") | dict.fromkeys(registry.sources, "Document")
    classes |= dict.fromkeys(registry.passages, "Passage")
    for claim in registry.claims:
        relation = schema().relations[claim.predicate]
        ends = ((claim.subject, relation.subjects, "id"), (claim.object, relation.objects, claim.key))
        for end, allowed, key in ends:
            if not end:
                continue  # noted where it was read
            if end not in classes:
                detail = f"{end!r}{suggestion(end, classes)}"
                yield Problem(claim.place.file, claim.place.line, "E205", key, detail)
            elif classes[end] and not allowed & set(schema().classes[classes[end]].lineage):
                detail = f"{end!r} is a {classes[end]}; {claim.predicate} joins {', '.join(sorted(allowed))} here"
                yield Problem(claim.place.file, claim.place.line, "E207", key, detail)


def _names(registry: Registry, places: dict[str, Reader]) -> None:
    """Names that denote two things (provisions have titles, not names)."""
    owners: dict[str, list[str]] = defaultdict(list)
    for entity in registry.entities.values():
        if entity.cls and not schema().is_a(entity.cls, "Provision"):
            for name in {name.casefold() for name in entity.names()}:
                owners[name].append(entity.id)
    for name, (first, *others) in owners.items():
        for other in others:
            places[other].problem("E210", "label", f"{name!r} already names {first!r}")
