"""A new report: the folder that its registry starts from, made from the document, with a queue of candidates.

What is written holds no sentence of the document, but for `text.txt`, which is there where the document's own bytes are
not the text that offsets count in (a PDF, HTML, DOCX, or another encoding). What only a curator can tell is marked
`TODO:`, which every other command reads and `acuerdo check` points at.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from . import stubs
from .candidates import extracted
from .errors import InputError, Problem
from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .extract import Extraction, Statement
    from .ontology.model import Registry

__all__ = ["new_source", "placeholders"]

_MARKED = re.compile(rf"""\b(\w+): *["']?{stubs.TODO}""")


def new_source(document: Path, registry: Registry, identifier: str = "", into: Path = Path("registry")) -> Path:
    """Make the folder of a new report.

    Parameters
    ----------
    document
        The report: text, Markdown, PDF, HTML or DOCX.
    registry
        What is known already: its names are looked for in the report, and its ids are not given again.
    identifier
        Id of the source; by default made from the file's name.
    into
        Where the folder is made; it is named like the id.

    Returns
    -------
    Path
        The folder, with `sources.yaml`, `queue.json` and perhaps `text.txt`.

    Raises
    ------
    InputError
        E103, E104: the document is not there or cannot be read. E107: the folder is there already or cannot be made.
        E204: no id can be made. E209: the id names something else.
    """
    name = stubs.slug(identifier or document.stem)
    if not name:
        raise InputError("E204", f"no id can be made of {identifier or document.stem!r}; give one with --id")
    if name in registry.sources or name in registry.entities or name in schema().concepts:
        raise InputError("E209", f"{name!r} is in the registry; give another with --id")
    folder = into / name
    if folder.exists():
        raise InputError("E107", f"{folder} is there already; nothing was changed")
    found = extracted(document, registry)
    files = {
        "sources.yaml": stubs.source(found, name, document.stem),
        "queue.json": json.dumps(_queue(found, name, registry), ensure_ascii=False, indent=1) + "\n",
    }
    if found.text.encode() != document.read_bytes():
        files["text.txt"] = found.text
    _write(folder, files)
    return folder


def placeholders(folders: Iterable[Path]) -> Iterator[Problem]:
    """What still says `TODO:` in the registry files of some folders: E204, with file, line and key."""
    for folder in folders:
        for path in sorted(folder.rglob("*.yaml")):
            name = path.relative_to(folder).as_posix()
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                for key in _MARKED.findall(f" {line}".partition(" #")[0]):
                    yield Problem(name, number, "E204", key, f"'{stubs.TODO} …' is to be replaced")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write the folder whole: under another name first, so that a killed run leaves none that looks finished."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as part:
            made = Path(part, folder.name)
            made.mkdir()
            for name, text in files.items():
                (made / name).write_bytes(text.encode())
            made.rename(folder)
    except OSError as error:
        raise InputError("E107", f"{folder}: {error.strerror}") from error


def _queue(found: Extraction, name: str, registry: Registry) -> dict[str, object]:
    """The candidates and their actors; those the registry has are `known`, and begun too, for one without it."""
    from .extract import coverage

    left = coverage(found, ())
    actors = [[actor for actor in _actors(statement) if _acts(actor, registry)] for statement in left]
    begun = _bodies(found, left) | {entity.id: stubs.known(entity) for entity in registry.entities.values()}
    return {
        "source": name,
        "sha256": found.sha256,
        "model": dict(found.model),
        "bodies": [
            {"id": actor, "known": actor in registry.entities, "stub": begun[actor]}
            for actor in sorted({actor for acting in actors for actor in acting})
        ],
        "candidates": [
            {
                "at": [statement.start, statement.end],
                "sha256": stubs.sha256(statement.text),
                "kind": statement.kind,
                "strength": statement.strength,
                "action": statement.action,
                "actors": acting,
                "stub": stubs.provision(f"{name}-{number}", statement, name, acting),
            }
            for number, (statement, acting) in enumerate(zip(left, actors, strict=True), 1)
        ],
    }


def _actors(statement: Statement) -> list[str]:
    """Ids of those that are to act; one that is named only as a kind gets one from its words."""
    return list(dict.fromkeys([*statement.actors, *filter(None, map(stubs.slug, statement.generic_actors))]))


def _acts(actor: str, registry: Registry) -> bool:
    """Whether the actor may be an addressee: a new one, or a body or person of the registry."""
    known = registry.entities.get(actor)
    return known is None or any(schema().is_a(known.cls, cls) for cls in ("Body", "Person"))


def _bodies(found: Extraction, left: Iterable[Statement]) -> dict[str, str]:
    """Entries of all that could act, by id: kinds of bodies, named ones, and the governments of countries."""
    from .extract.countries import countries

    kinds = {stubs.slug(words): words for statement in left for words in statement.generic_actors}
    return (
        {actor: stubs.body(actor, words, "", generic=True) for actor, words in kinds.items()}
        | {entity.id: stubs.body(entity.id, entity.name, entity.type, generic=False) for entity in found.entities}
        | {country.government: stubs.government(country) for country in countries()}
    )
