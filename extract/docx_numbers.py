"""The numbers of list items in a Word document, which are not written in it but counted."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .docx_xml import W, child_of, name_of, value_of, whole
from .numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

__all__ = ["Numbers"]

_NUMERALS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of a list are numbered at one depth; `text` is such as `%1.%2`."""

    start: int = 1
    kind: str = "none"
    text: str = ""


class Numbers:
    """The lists of a document, each with its count; lists of the same abstract list go on with one count.

    Parameters
    ----------
    root
        The elements of the document's numbering.
    """

    def __init__(self, root: Iterable[Element]) -> None:
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for element in root:
            if name_of(element) == "abstractNum":
                for level in element.iterfind(f"{W}lvl"):
                    self._levels[value_of(element, "abstractNumId"), whole(level, name="ilvl")] = _level(level)
            elif name_of(element) == "num":
                number = value_of(element, "numId")
                self._abstract[number] = value_of(child_of(element, "abstractNumId"))
                self._restarts[number] = _restarts(element)

    def next(self, number: str, depth: int) -> str:
        """Count an item of a list, and give the number that it is shown with; bullets have none."""
        abstract = self._abstract.get(number, "")
        counts = self._counts[abstract]
        counts.update({at: start - 1 for at, start in self._restarts.pop(number, {}).items()})
        level = self._level(abstract, depth)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.kind in ("bullet", "none"):
            return ""

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            outer = self._level(abstract, at)
            return numeral(counts.setdefault(at, outer.start), _NUMERALS.get(outer.kind, "1"))

        mark = re.sub(r"%(\d)", shown, level.text).strip()
        return f"{mark}." if mark[-1:].isalnum() else mark

    def _level(self, abstract: str, depth: int) -> _Level:
        return self._levels.get((abstract, depth), _Level())


def _level(element: Element) -> _Level:
    kind = value_of(child_of(element, "numFmt")) or "none"
    return _Level(whole(child_of(element, "start"), 1), kind, value_of(child_of(element, "lvlText")))


def _restarts(element: Element) -> dict[int, int]:
    """Depths at which a list begins anew, with the number that it begins with."""
    return {
        whole(change, name="ilvl"): whole(start, 1)
        for change in element.iterfind(f"{W}lvlOverride")
        if (start := child_of(change, "startOverride")) is not None
    }
