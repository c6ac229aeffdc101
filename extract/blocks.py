"""What each piece of the layout is: heading, paragraph, list item, list of names, footnote or furniture."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .lines import BULLET, NUMBER, Piece, pieces
from .model import Block
from .notes import Notes
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["blocks"]

_MARK = re.compile(r"#+\s*|[*_]+")
_CONTENTS_LINE = re.compile(
    r"(?:[ivxl]+|\d{1,3})\t\S.*|.*\S(?:\s*\.{3,}\s*|\t|\s{3,})(?:[ivxl]+|\d{1,3})$|.*[a-z)] \d{1,3}$"
)
_NAME = re.compile(
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Hon|Amb|Gen)\.? )?[A-ZÀ-Ý][\w’'.-]*"
    r"(?: (?:de|del|de la|van|von|der|y|da|dos|[A-ZÀ-Ý][\w’'.-]*)){1,4}$"
)
_OPEN = re.compile(
    r"\b(?:shall|should|must|will|to|that|is|are|of|the|and|or|including|deben?|deberán?)$", re.IGNORECASE
)
_DUTY = re.compile(r"\b(?:shall|should|must|will|deben?|deberán?)\b")
_BYLINE = re.compile(r" [–—-] (?:[A-ZÀ-Ý][\w’'.-]*(?: (?:de|del|la|[A-ZÀ-Ý][\w’'.-]*))+(?:, (?:and )?| and )?)+$")
_TERMINAL = re.compile(r"[.!?;…][\"”’')*_]*(?:[¹²³⁴-⁹⁰]|\[\^?\d+\])*$")
_REFERENCE = re.compile(r"(?:[¹²³⁴-⁹⁰]|\[\^\w+\]|[ *_])+$")
_CELL = re.compile(r"\| (?=[^|\s][^|]*$)")  # one cell of a table; a whole row has more bars
_SMALL = word_set("""a an and as at but by for from in into nor of on or over the to under vs via with y de la el en""")
_OFTEN = re.compile(
    r"[#*\s\d.]*(?:the )?(?:key )?(?:recommend|conclusion|introduction|notes|references|summary|recomend|conclusi)",
    re.IGNORECASE,
)
_LONGEST_HEADING = 18
_LEAST_RETURNS = 3


def blocks(text: str) -> list[Block]:
    """Classify the pieces of a text, in its order.

    Parameters
    ----------
    text
        A canonical text.

    Returns
    -------
    list of Block
        With `kind`, `level` and `stem`; sections are numbered later (see `sections.outline`).
    """
    found = list(pieces(text))
    returning = _returning(found)
    out: list[Block] = []
    notes = Notes()
    for index, piece in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        kind, level = _kind(piece, after, returning, notes)
        cell = _CELL.match(piece.text)
        out.append(Block(kind, piece.start + (cell.end() if cell else 0), piece.end, level))
    return list(_joined(text, _with_names(text, out, found)))


def _kind(piece: Piece, after: Piece | None, returning: frozenset[str], notes: Notes) -> tuple[str, int]:
    text = piece.text
    if _furniture(text, returning):
        return "furniture", 0
    if text.startswith("#"):
        return "heading", len(text) - len(text.lstrip("#"))
    if notes.is_note(piece, after):
        return "footnote", 0
    if _is_heading(piece, after):
        return "heading", _depth(text)
    if BULLET.match(text) or NUMBER.match(text):
        return "item", piece.indent
    return "paragraph", 0


def _furniture(text: str, returning: frozenset[str]) -> bool:
    if not re.search(r"[^\W\d_]{2}", text):
        return True
    return not text.startswith(("| ", "#")) and (_squashed(text) in returning or _is_contents(text))


def _is_contents(text: str) -> bool:
    return all(_CONTENTS_LINE.fullmatch(line.strip()) for line in text.split("\n"))


def _returning(found: Sequence[Piece]) -> frozenset[str]:
    """Short lines that come back: running heads, not words of the text."""
    short = (
        p.text
        for p in found
        if p.lines == 1 and len(p.text) < 100 and not _TERMINAL.search(p.text) and not p.text.startswith(("| ", "#"))
    )
    counts = Counter(
        _squashed(text)
        for text in short
        if not (_is_contents(text) or _NAME.match(text) or _OFTEN.match(text) or _names_addressee(text))
    )
    return frozenset(text for text, count in counts.items() if text and count >= _LEAST_RETURNS)


def _names_addressee(text: str) -> bool:
    """Tell whether a line introduces duties: "The ministries shall", or "The ministries" over a list."""
    return bool(_DUTY.search(text)) or text.startswith(("The ", "In addition to ", "Each ", "Los ", "Las "))


def _squashed(text: str) -> str:
    return re.sub(r"[\W\d]+", "", text)


def _is_heading(piece: Piece, after: Piece | None) -> bool:
    """A short line apart from its surroundings, without a full stop, in capitals or title case or numbered."""
    if piece.text.startswith(("| ", "> ")):
        return False  # a cell of a table, a quotation
    text = _MARK.sub("", piece.text).strip()
    words = re.findall(r"[^\W\d_][\w’'.&-]*", text)
    if not words or len(words) > _LONGEST_HEADING or BULLET.match(piece.text) or _TERMINAL.search(text):
        return False
    if text.endswith((",", ":", "—")) or _OPEN.search(text) or _BYLINE.search(text) or after is None:
        return text.endswith(":") and len(words) <= 5 and text.istitle()
    listed = BULLET.match(after.text) and text.startswith("The ")
    if (piece.lines > 1 and not text.isupper()) or listed:
        return False  # "The ministries", over what they are to do, is no heading
    bold = piece.text.startswith(("**", "__")) and piece.text.endswith(("**", "__"))
    numbered = bool(NUMBER.match(piece.text)) and len(after.text) > len(text)
    weighty = [w for w in words if w.casefold() not in _SMALL]
    titled = sum(w[0].isupper() or w[0].isdigit() for w in weighty) >= 0.8 * len(weighty) and text[0].isupper()
    alone = len(words) <= 8 and text[0].isupper() and len(after.text) > 80 and not after.text[0].islower()
    return bold or text.isupper() or titled or alone or (numbered and len(words) <= 12)


def _depth(text: str) -> int:
    """Level of a heading without a mark: capitals, title, numbered."""
    bare = _MARK.sub("", text).strip()
    if bare.isupper():
        return 1
    return 3 if NUMBER.match(bare) else 2


def _with_names(text: str, found: Sequence[Block], raw: Sequence[Piece]) -> Iterator[Block]:
    """Mark runs of at least three lines that look like people's names."""
    looks = [piece.lines == 1 and bool(_NAME.match(piece.text)) and not piece.text.isupper() for piece in raw]
    for index, block in enumerate(found):
        low = index
        while low and looks[low - 1]:
            low -= 1
        high = index
        while high + 1 < len(looks) and looks[high + 1]:
            high += 1
        is_run = looks[index] and high - low >= 3 and block.kind in ("heading", "paragraph")
        # the first line of a run that stands apart is the heading of the list
        is_title = (
            is_run
            and index == low
            and re.search(r"\b(?:Group|Members|Participants|Authors|Committee|Board)\b", text[block.start : block.end])
        )
        if is_title:
            yield Block("heading", block.start, block.end, 2)
        elif is_run:
            yield Block("names", block.start, block.end)
        else:
            yield block


def _joined(text: str, found: Iterator[Block]) -> Iterator[Block]:
    """Put together what a page break split, and tie items to the line that introduces them."""
    out: list[Block] = []
    for block in found:
        last = out[-1] if out else None
        if last and _goes_on(text, last, block):
            out[-1] = Block(last.kind, last.start, block.end, last.level, stem=last.stem)
        else:
            out.append(Block(block.kind, block.start, block.end, block.level, stem=_stem(text, out, block)))
    yield from out


def _goes_on(text: str, last: Block, block: Block) -> bool:
    if (
        last.kind not in ("paragraph", "item")
        or block.kind != "paragraph"
        or "| " in (_lead(text, last), _lead(text, block))
    ):
        return False
    return text[block.start].islower() and not re.search(
        r"[.!?:;…][\"”’')*_]*(?:[¹²³⁴-⁹⁰]|\[\^\w+\])*$", text[last.start : last.end]
    )


def _lead(text: str, block: Block) -> str:
    return text[max(block.start - 2, 0) : block.start]


def _stem(text: str, before: Sequence[Block], block: Block) -> int:
    """Index of the paragraph or outer item that introduces an item, or -1."""
    if block.kind != "item" or not before:
        return -1
    last = before[-1]
    if last.kind == "item":
        if block.level == last.level:
            return last.stem
        if block.level > last.level:
            return len(before) - 1
        return next((b.stem for b in reversed(before) if b.kind == "item" and b.level <= block.level), -1)
    content = _REFERENCE.sub("", text[last.start : last.end])
    introduces = content.endswith((":", "—")) or bool(_OPEN.search(content))
    introduces = introduces or (_names_addressee(content) and not _TERMINAL.search(content))
    return len(before) - 1 if last.kind == "paragraph" and introduces else -1
