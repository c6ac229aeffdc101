"""A new report: the folder that its registry starts from, made from the document, with a queue of candidates.

What is written holds no sentence of the document, but for `text.txt`, which is there where the document's own bytes are
not the text that offsets count in (a PDF, or another encoding). What only a curator can tell is marked `TODO:`, which
every other command reads and `acuerdo check` points at.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from .candidates import extracted
from .errors import InputError, Problem
from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .extract import Extraction, Statement
    from .ontology.model import Registry

__all__ = ["new_source", "placeholders"]

_TODO = "TODO:"
_MARKED = re.compile(rf"""\b(\w+): *["']?{_TODO}""")


def new_source(document: Path, registry: Registry, identifier: str = "", into: Path = Path("registry")) -> Path:
    """Make the folder of a new report.

    Parameters
    ----------
    document
        The report: text, Markdown or PDF.
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
    name = _slug(identifier or document.stem)
    if not name:
        raise InputError("E204", f"no id can be made of {identifier or document.stem!r}; give one with --id")
    if name in registry.sources or name in registry.entities or name in schema().concepts:
        raise InputError("E209", f"{name!r} is in the registry; give another with --id")
    folder = into / name
    if folder.exists():
        raise InputError("E107", f"{folder} is there already; nothing was changed")
    found = extracted(document, registry)
    files = {
        "sources.yaml": _source(found, name, document.stem),
        "queue.json": json.dumps(_queue(found, name, registry), ensure_ascii=False, indent=1) + "\n",
    }
    if found.text.encode() != document.read_bytes():
        files["text.txt"] = found.text
    _write(folder, files)
    return folder


def placeholders(folders: Iterable[Path]) -> Iterator[Problem]:
    """What still says `TODO:` in the registry files of some folders: E204, with file, line and key."""
    for path in (path for folder in folders for path in sorted(folder.rglob("*.yaml"))):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for key in _MARKED.findall(line.partition(" #")[0]):
                yield Problem(path.name, number, "E204", key, f"'{_TODO} …' is to be replaced")


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


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


def _source(found: Extraction, name: str, title: str) -> str:
    """The source's entry: titles of sections are numbers, for the document's headings are its own words."""
    parts = [section for section in found.sections if section.start < section.end]
    lines = [
        "# Offsets count Unicode code points of the text with the sha256 given. Add `date` (EDTF), and give titles.",
        "",
        f"- id: {name}",
        f"  title: {{en: {_quoted(title)}, es: {_quoted(title)}}}  # the file's name: replace it",
        f"  publisher: {_quoted(f'{_TODO} who published it')}",
        f"  address: {_quoted(f'{_TODO} where it is published')}",
        "  kind: primary",
        f"  language: {found.model['name'][:2]}",
        f"  sha256: {found.sha256}",
        *(["  sections:"] if parts else []),
        *(
            f"    - {{id: {name}/{number}, title: {{en: Section {number}, es: Sección {number}}}, "
            f"range: [{section.start}, {section.end}]}}"
            for number, section in enumerate(parts, 1)
        ),
    ]
    return "\n".join(lines) + "\n"


def _queue(found: Extraction, name: str, registry: Registry) -> dict[str, object]:
    """The candidates, and the bodies among their actors that the registry does not have yet."""
    from .extract import coverage

    left = coverage(found, ())
    kinds = {entity.id: entity.type for entity in found.entities}
    names = {entity.id: entity.name for entity in found.entities}
    generic = {_slug(words): words for statement in left for words in statement.generic_actors}
    new = sorted({actor for statement in left for actor in _actors(statement)} - registry.entities.keys())
    return {
        "source": name,
        "sha256": found.sha256,
        "model": dict(found.model),
        "bodies": [
            {"id": i, "stub": _body(i, generic.get(i) or names.get(i, i), kinds.get(i, ""), generic=i in generic)}
            for i in new
        ],
        "candidates": [_candidate(s, number, name, registry) for number, s in enumerate(left, 1)],
    }


def _actors(statement: Statement) -> list[str]:
    return [*statement.actors, *(slug for words in statement.generic_actors if (slug := _slug(words)))]


def _body(identifier: str, name: str, kind: str, *, generic: bool) -> str:
    classes = {schema().classes[cls].notation: cls for cls in (*schema().leaves("Body"), "Person")}
    lines = [
        f"- id: {identifier}",
        f"  class: {classes.get(kind, 'CivilSocietyOrganization' if generic else 'Agency')}  # a guess",
        f"  label: {{en: {_quoted(name)}, es: {_quoted(f'{_TODO} {name}')}}}",
        *(["  generic: true"] if generic else []),
    ]
    return "\n".join(lines) + "\n"


def _candidate(statement: Statement, number: int, name: str, registry: Registry) -> dict[str, object]:
    digest = hashlib.sha256(statement.text.encode()).hexdigest()
    anchor = f"source: {name}, at: [{statement.start}, {statement.end}], sha256: {digest}, method: extracted"
    unsure = "" if statement.actors_explicit else f", evidence: [{{{anchor}, confidence: 0.8}}]"
    actors = [actor for actor in _actors(statement) if _acts(actor, registry)]
    lines = [
        f"- id: {name}-{number}",
        f"  class: {statement.kind.capitalize()}",
        f"  label: {{en: {_quoted(f'{_TODO} title in our own words')}, es: {_quoted(f'{_TODO} título nuestro')}}}",
        f"  strength: {statement.strength}",
        f"  action: {statement.action}",
        *(["  addressed_to:"] if actors else []),
        *(f"    - {{body: {actor}, role: responsible{unsure}}}" for actor in actors),
        f"  stated_in: [{{{anchor}}}]",
    ]
    return {
        "at": [statement.start, statement.end],
        "sha256": digest,
        "kind": statement.kind,
        "strength": statement.strength,
        "action": statement.action,
        "actors": actors,
        "stub": "\n".join(lines) + "\n",
    }


def _acts(actor: str, registry: Registry) -> bool:
    """Whether the actor may be an addressee: a new one, or a body or person of the registry."""
    known = registry.entities.get(actor)
    return known is None or any(schema().is_a(known.cls, cls) for cls in ("Body", "Person"))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a JSON string is a YAML one
