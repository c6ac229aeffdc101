"""A block's words as running text, with the way back to the document's offsets.

Line breaks, list marks, emphasis, tags and footnote numbers disturb a parser; they are left out here and stay in the
document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .lines import BULLET, NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .model import Block

__all__ = ["Flat", "flats"]

_DROPPED = re.compile(
    r"<sup[^>]*>.*?</sup>|<[^<>\n]{1,200}>|\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|[¹²³⁴-⁹⁰]+|\\(?=\W)|(?<=\])\([^)\s]*\)"
    r"|\[\^\w+\]|(?<=[a-z”\"’)][.,;:])\d{1,3}(?=\s|$)|(?<=[.,][”\"’])\d{1,3}(?=\s|$)|[\[\]](?=[^\d])|[\u00ad\u200b]"
)
_MARKS = re.compile(r"[#>\s]*")
_LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Flat:
    """Running text of a block, or of a part of a very long one; `offsets[i]` is where its character `i` stands."""

    block: Block
    index: int
    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document of characters `start` to `end` of the running text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def flats(text: str, blocks: Sequence[Block]) -> Iterator[Flat]:
    r"""Give the running text of each block that has any.

    Examples
    --------
    >>> from .model import Block
    >>> flat = next(flats("- **Clean** the\n  river.", [Block("item", 0, 24)]))
    >>> flat.text, flat.span(0, 5)
    ('Clean the river.', (4, 9))
    """
    for index, block in enumerate(blocks):
        content = text[block.start : block.end]
        characters, offsets = _flattened(content, block.start)
        for start, end in _parts(characters):
            yield Flat(block, index, characters[start:end], offsets[start:end])


def _flattened(content: str, base: int) -> tuple[str, list[int]]:
    position = _after_marks(content)
    characters: list[str] = []
    offsets: list[int] = []
    for dropped in [*_DROPPED.finditer(content, position), None]:
        end = dropped.start() if dropped else len(content)
        for at in range(position, end):
            character = " " if content[at].isspace() else content[at]
            if character != " " or (characters and characters[-1] != " "):
                characters.append(character)
                offsets.append(base + at)
        position = max(end, dropped.end()) if dropped else end
    while characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return "".join(characters), offsets


def _after_marks(content: str) -> int:
    """Where the words begin: behind heading, quote, list and number marks."""
    position = len(_MARKS.match(content)[0])  # type: ignore[index]
    for mark in (BULLET, NUMBER):
        if found := mark.match(content, position):
            position = found.end()
    return position


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a parser at a space."""
    start = 0
    while start < len(text):
        end = len(text)
        if end - start > _LONGEST:
            space = text.rfind(" ", start, start + _LONGEST)
            end = space + 1 if space > start else start + _LONGEST
        yield start, end
        start = end
