"""The texts of reports that are at hand: files whose SHA-256 is that of a source of the registry."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from .errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from .ontology.model import Passage, Source

__all__ = ["find_texts", "moved", "text_files"]

_SUFFIXES = {".txt", ".md"}


def text_files(reports: Iterable[Path], folder: Path | None) -> list[Path]:
    """The files to look at: the reports named, and every text in the folder of the settings.

    Raises
    ------
    InputError
        E103: a report or the folder is not there.
    """
    named = list(reports)
    for path in named:
        if not path.is_file():
            raise InputError("E103", str(path))
    if folder is None:
        return named
    if not folder.is_dir():
        raise InputError("E103", f"{folder} (the folder of sources)")
    return named + sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES and path.is_file())


def find_texts(sources: Mapping[str, Source], files: Iterable[Path]) -> dict[str, str]:
    """Texts by source id, of those files that are the text of a source."""
    wanted = {source.sha256: source.id for source in sources.values() if source.sha256}
    found: dict[str, str] = {}
    for path in files if wanted else ():
        data = path.read_bytes()
        source = wanted.get(hashlib.sha256(data).hexdigest())
        if source is not None:
            found[source] = data.decode("utf-8")
    return found


def moved(passages: Iterable[Passage], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Passages whose text is not the one that was read: E213."""
    for passage in passages:
        text = texts.get(passage.source)
        if text is None:
            continue
        quote = text[passage.start : passage.end]
        if hashlib.sha256(quote.encode()).hexdigest() != passage.sha256:
            detail = f"the text at {passage.start}-{passage.end} has another sha256 than the registry gives"
            yield Problem(passage.source, text.count("\n", 0, passage.start) + 1, "E213", passage.id, detail)
