"""The blocks in an element of a web page: headings, paragraphs, items with their numbers, quotations, cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import lxml.etree

from .html_tree import HEADINGS, kinds
from .marked import Part, paragraphs
from .numerals import numeral
from .words import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["blocks_of"]

_BLOCKS = HEADINGS | word_set(
    """ul ol address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form header hgroup hr html legend li main menu p pre section summary table tbody td tfoot th thead tr"""
)
_BOLD = word_set("b strong")


def blocks_of(root: HtmlElement) -> list[Part]:
    """Give the blocks in an element, in its order."""
    walk = _Walk(frozenset(table for table in root.iter("table") if _is_data(table)))
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.begin(element)
        else:
            walk.end(element)
            if element is not root and (above := element.getparent()) is not None:
                walk.write(element.tail, above)
    walk.flush()
    return walk.parts


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that lays out a page or draws a box."""
    return (
        not kinds(table, "role") & {"presentation", "none"}
        and next(table.iter(*HEADINGS), None) is None
        and table.find(".//table") is None
        and len(list(table.iter("td", "th"))) > 1
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """An element that says what the text in it is."""

    element: HtmlElement
    kind: str
    level: int = 0
    mark: str = ""


@dataclass(slots=True)
class _Walk:
    """The blocks so far, and the text of the one that is being read."""

    tables: frozenset[HtmlElement]  # those of data
    parts: list[Part] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    begun: dict[HtmlElement, int] = field(default_factory=dict)  # number of parts after the last of each list item
    numbers: dict[HtmlElement, int] = field(default_factory=dict)  # the next of each list
    buffer: list[str] = field(default_factory=list)
    plain: bool = False  # whether the block has words that are not bold

    def begin(self, element: HtmlElement) -> None:
        """Go into an element, and read the text before its first child."""
        if element.tag in _BLOCKS:
            self.flush()
        if (frame := self._frame(element, str(element.tag))) is not None:
            self.frames.append(frame)
        if element.tag in ("br", "q"):
            self.buffer.append("\n" if element.tag == "br" else "“")
        self.write(element.text, element)

    def end(self, element: HtmlElement) -> None:
        """Leave an element."""
        if element.tag in _BLOCKS:
            self.flush()
        elif element.tag == "q":
            self.buffer.append("”")
        if self.frames and self.frames[-1].element is element:
            self.frames.pop()

    def write(self, text: str | None, element: HtmlElement) -> None:
        """Add text that stands in an element to the block."""
        if not text:
            return
        outer = {element.tag, *(e.tag for e in element.iterancestors())}
        self.buffer.append(re.sub(r"[^\S\n]+" if "pre" in outer else r"\s+", " ", text))
        self.plain = self.plain or (bool(text.strip()) and not outer & _BOLD)

    def flush(self) -> None:
        """End the block."""
        text, bold = "".join(self.buffer), not self.plain
        self.buffer.clear()
        self.plain = False
        for paragraph in paragraphs(text):
            self.parts.append(self._part(paragraph, bold=bold))
            if self.frames:
                self.begun[self.frames[-1].element] = len(self.parts)

    def _part(self, text: str, *, bold: bool) -> Part:
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            return Part("paragraph", text, bold=bold)
        if frame.kind != "item":
            return Part(frame.kind, text, frame.level, bold=bold)
        end = self.begun.get(frame.element, -1)
        kind = "item" if end < 0 else "more" if end == len(self.parts) else "paragraph"
        return Part(kind, text, frame.level, frame.mark)

    def _frame(self, element: HtmlElement, tag: str) -> _Frame | None:
        if tag in HEADINGS:
            return _Frame(element, "heading", int(tag[1]))
        if tag in ("blockquote", "aside"):
            return _Frame(element, "quote")
        if tag in ("td", "th"):
            return _Frame(element, "cell" if next(element.iterancestors("table"), None) in self.tables else "paragraph")
        if tag == "li":
            outer = len(list(element.iterancestors("ul", "ol")))
            return _Frame(element, "item", max(outer - 1, 0), self._number(element))
        return None

    def _number(self, item: HtmlElement) -> str:
        """Number that a list item is shown with, if any."""
        above = item.getparent()
        if above is None or above.tag != "ol" or "none" in above.get("style", ""):
            return ""
        number = _whole(item.get("value"), self.numbers.get(above, _whole(above.get("start"), 1)))
        self.numbers[above] = number + 1
        return f"{numeral(number, item.get('type') or above.get('type') or '')}."


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*\d{1,6}\s*", text) else default
