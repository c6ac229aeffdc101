"""Lines of a text put together to paragraphs, list items and headings, before anything is said about what they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["BULLET", "NUMBER", "Piece", "pieces"]

BULLET = re.compile(r"[ \t]*(?:[-*+•▪◦‣●○■–—][ \t]+|\uf0b7[ \t]*)(?=\S)")
NUMBER = re.compile(r"[ \t]*(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|(?:\d{1,2}\.){2,5})[ \t]+(?=\S)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+\S")
_OTHER_MARK = re.compile(r"[ \t]*(?:\[\^?\w+\]:|<li\b|[¹²³⁴-⁹⁰]+[ \t]*\S|\||>)")
_CLOSED = re.compile(r"[.!?:;…][\"”’')\]*_]*(?:[¹²³⁴-⁹⁰]|\[\d+\]|\d{1,3})*$")
_NOTE = re.compile(r"\d{1,3} [A-Z“\"(]")
_SHORTEST_WIDTH, _LONGEST_WIDTH = 40, 150
_LEAST_HEADS = 3
_FULL = 0.75  # share of the width from which on a line counts as full


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of lines that belong together; `gap` counts the blank lines before it, `lines` the lines in it."""

    start: int
    end: int
    text: str
    gap: int
    lines: int
    page: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str
    gap: int
    page: int
    edge: bool  # first or last on its page


def pieces(text: str) -> Iterator[Piece]:
    r"""Put lines together where the layout broke them.

    A new piece begins after a blank line, at a list or heading mark, and after a line that ends well before the margin.
    A page break is not an end by itself.

    Examples
    --------
    >>> [p.text for p in pieces("A title\n\n- one\n  goes on\n- two")]
    ['A title', '- one\n  goes on', '- two']
    """
    found = list(_lines(text))
    width, heads = _width(found), _running_heads(found)
    run: list[_Line] = []
    for line in found:
        alone = bool(heads) and (_bare(line.text) in heads or (bool(run) and _bare(run[-1].text) in heads))
        if run and (alone or _begins(line, run, width)):
            yield _piece(text, run)
            run = []
        run.append(line)
    if run:
        yield _piece(text, run)


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for page, sheet in enumerate(text.split("\f")):
        rows = sheet.split("\n")
        full = [index for index, row in enumerate(rows) if row.strip()]
        gap = 0 if page else full[0] if full else 0
        for index, row in enumerate(rows):
            if row.strip():
                yield _Line(start, row, gap, page, index in (full[0], full[-1]))
                gap = 0
            elif full and index > full[0]:
                gap += 1
            start += len(row) + 1


def _running_heads(lines: Sequence[_Line]) -> frozenset[str]:
    """First and last lines of pages that return on other pages, but for their numbers."""
    counts = Counter(_bare(line.text) for line in lines if line.edge)
    return frozenset(text for text, count in counts.items() if count >= _LEAST_HEADS)


def _bare(text: str) -> str:
    return re.sub(r"[\divxlc]*\d[\divxlc]*|\b[ivxlc]+\b|\W", "", text.casefold())


def _width(lines: Sequence[_Line]) -> int:
    """Width of the lines of a hard-wrapped text; 0 where every paragraph is one line."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    return width if _SHORTEST_WIDTH <= width <= _LONGEST_WIDTH else 0


def _begins(line: _Line, run: Sequence[_Line], width: int) -> bool:
    """Tell whether a line begins a new piece."""
    before, first = run[-1], line.text.lstrip()[:1]
    closed = bool(_CLOSED.search(before.text.rstrip()))
    if line.gap or _marked(line.text) or _HEADING.match(before.text):
        return True
    if _goes_on(line, run, closed=closed):
        return False
    # a note at the foot of a page; PDFium puts a space before what stands apart
    apart = _NOTE.match(line.text) or (closed and line.text[0] == " " and first.isupper())
    if line.page and apart:
        return True
    if line.page != before.page:
        return closed or not first.islower()
    return not width or len(before.text) < _FULL * width


def _goes_on(line: _Line, run: Sequence[_Line], *, closed: bool) -> bool:
    """Tell whether a line can only go on with the one before: in lower case, in a capital heading, or indented."""
    before = run[-1].text.rstrip()
    capitals = before.isupper() and line.text.isupper() and before.endswith((",", ":", "&", " AND", " OF"))
    lower = line.text.lstrip()[:1].islower() and not closed
    noted = bool(line.page) and bool(_NOTE.match(line.text))
    return (
        capitals
        or lower
        or (_marked(run[0].text) and line.text[:1] in " \t" and not noted and not (line.page and closed))
    )


def _marked(text: str) -> bool:
    return any(mark.match(text) for mark in (BULLET, NUMBER, _HEADING, _OTHER_MARK))


def _piece(text: str, run: Sequence[_Line]) -> Piece:
    first, last = run[0], run[-1]
    indent = len(first.text) - len(first.text.lstrip())
    start = first.start + indent
    end = last.start + len(last.text.rstrip())
    return Piece(start, end, text[start:end], first.gap, len(run), first.page, indent)
