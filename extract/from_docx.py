"""A Word document as its blocks, as it reads when all tracked changes are accepted.

The view that `python-docx` has of a paragraph leaves out inserted text, so the elements are read here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ..errors import InputError
from .docx_numbers import Numbers
from .docx_styles import Style, overlaid, styles_in
from .docx_xml import W, child_of, name_of, opened, value_of
from .marked import Part, paragraphs
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element as Element

__all__ = ["docx_parts"]

_DELETED = word_set("del moveFrom")
_SKIPPED = _DELETED | word_set("pPr rPr sdtPr rt Fallback")  # a fallback repeats the text box that it stands for
_WRAPPERS = word_set("ins moveTo customXml sdtContent AlternateContent Choice")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
_QUOTES = word_set("quote intensequote blocktext")
_GOES_ON = re.compile(r"list (?:paragraph|continue)")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")


def docx_parts(data: bytes, path: Path) -> list[Part]:
    """Read the blocks of a Word document.

    Parameters
    ----------
    data
        The document.
    path
        Where it is from, for messages.

    Returns
    -------
    list of Part
        In the order of the text, with the footnotes and endnotes at the end.

    Raises
    ------
    InputError
        E104: it is no DOCX, is broken or protected by a password, or has no text.
    """
    body, beside = opened(data, path)
    reader = _Reader(styles_in(beside["styles"]), Numbers(beside["numbering"]))
    found = list(reader.blocks(body))
    if not found:
        raise InputError("E104", f"{path}: the DOCX has no text")
    return [*found, *reader.notes("footnote", beside["footnotes"]), *reader.notes("endnote", beside["endnotes"])]


@dataclass(slots=True)
class _Reader:
    """Styles and numbers, the notes called so far, and what a paragraph is about to take up."""

    styles: Mapping[str, Style]
    numbers: Numbers
    called: dict[tuple[str, str], str] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    held: str = ""  # text of a paragraph whose end is deleted
    plain: bool = False  # whether the paragraph has words that are not bold

    def blocks(self, parent: Iterable[Element]) -> Iterator[Part]:
        """Paragraphs and tables of the body, a cell, a note or a text box."""
        for child in _unwrapped(parent):
            if name_of(child) == "p":
                yield from self._paragraph(child)
            elif name_of(child) == "tbl":
                yield from self._table(child)
        held, self.held = self.held, ""
        for text in paragraphs(held):
            yield Part("paragraph", text)

    def notes(self, kind: str, root: Iterable[Element]) -> Iterator[Part]:
        """Notes that the text calls for."""
        for note in root:
            label = self.called.get((kind, value_of(note, "id")))
            text = " ".join(part.text for part in self.blocks(note)) if label else ""
            if label and text:
                yield Part("note", text, mark=label)

    def _paragraph(self, paragraph: Element) -> Iterator[Part]:
        properties = child_of(paragraph, "pPr")
        named = self.styles.get(value_of(child_of(properties, "pStyle")), Style())
        style = overlaid(named, properties, None)
        self.plain = False
        text = self.held + "".join(self._inline(paragraph, style))
        mark = child_of(properties, "rPr")
        if mark is not None and any(name_of(change) in _DELETED for change in mark):
            self.held = text
            return
        self.held, bold = "", not self.plain
        part = self._part(style)
        boxes, self.boxes = self.boxes, []
        for paragraph_text in [] if style.name.startswith(("toc ", "table of ")) else paragraphs(text):
            yield replace(part, text=paragraph_text, bold=bold)
            part = replace(part, kind="more") if part.kind == "item" else part
        for box in boxes:
            for inner in self.blocks(box):
                yield replace(inner, kind="quote") if inner.kind == "paragraph" else inner

    def _part(self, style: Style) -> Part:
        """What a paragraph is, without its text."""
        if style.heading:
            return Part("heading", "", style.heading)
        number, depth = style.number
        listed = _LIST.match(style.name)
        if number in ("", "0") and not listed:
            kind = "more" if _GOES_ON.match(style.name) else "paragraph"
            return Part("quote" if style.name.replace(" ", "") in _QUOTES else kind, "")
        if listed and listed[1]:
            depth = depth or int(listed[1]) - 1
        return Part("item", "", depth, self.numbers.next(number, depth) if number else "")

    def _table(self, table: Element) -> Iterator[Part]:
        rows = [row for row in _unwrapped(table) if name_of(row) == "tr" and row.find(f"{W}trPr/{W}del") is None]
        cells = [cell for row in rows for cell in _unwrapped(row) if name_of(cell) == "tc"]
        for cell in cells:
            for part in self.blocks(cell):
                # a table of one cell is a box
                yield replace(part, kind="cell") if part.kind == "paragraph" and len(cells) > 1 else part

    def _inline(self, parent: Element, style: Style) -> Iterator[str]:
        """Text of a paragraph or run, with its line breaks."""
        for child in parent:
            name = name_of(child)
            if name == "t":
                yield child.text or ""
                self.plain = self.plain or (bool((child.text or "").strip()) and not style.bold)
            elif name == "r":
                own = overlaid(style, None, child_of(child, "rPr"))
                yield from () if own.hidden else self._inline(child, own)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "br":
                yield " " if value_of(child, "type") in ("page", "column") else "\n"
            elif name in ("footnoteReference", "endnoteReference"):
                yield f"[^{self._label(name.removesuffix('Reference'), value_of(child, 'id'))}]"
            elif name == "txbxContent":
                self.boxes.append(child)
            elif name not in _SKIPPED:
                yield from self._inline(child, style)

    def _label(self, kind: str, number: str) -> str:
        """Label of a note: footnotes and endnotes are counted apart, as in Word."""
        count = sum(1 for other, _ in self.called if other == kind) + 1
        return self.called.setdefault((kind, number), f"{'e' if kind == 'endnote' else ''}{count}")


def _unwrapped(parent: Iterable[Element]) -> Iterator[Element]:
    """Children, with those of the content controls and tracked insertions among them; no table of contents."""
    for child in parent:
        if name_of(child) in _WRAPPERS or (name_of(child) == "sdt" and not _is_contents(child)):
            yield from _unwrapped(child)
        else:
            yield child


def _is_contents(control: Element) -> bool:
    return any(value_of(e) == "Table of Contents" for e in control.iterfind(f"{W}sdtPr//{W}docPartGallery"))
