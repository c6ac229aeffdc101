"""Which pieces of a layout are footnotes: by their marks, their numbers and how they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .lines import Piece

__all__ = ["REFERENCES", "Notes"]

REFERENCES = re.compile(
    r"(?:end|foot)?notes?|references|bibliograph\w+|works cited|sources|notas|referencias|bibliografía", re.IGNORECASE
)
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_NOTE_MARK = re.compile(r"\s*(?:([¹²³⁴-⁹⁰]+)|\[\^?\w+\]:|<li id=\"f|(\d{1,3})[.)]?\s)")
_CITATION = re.compile(
    r"https?://|www\.|\(\d{4}\)|\b(?:19|20)\d\d\b.*\.$|\bet al\b|\beds?\.|\bid\.|\bibid|\bop\. cit|\bpp?\. ?\d"
    r"|^\W*\d+\W+see\b"
    r"|written evidence|\bQ \d",
    re.IGNORECASE,
)


class Notes:
    """Which footnote numbers the body has called for and which note came last."""

    def __init__(self) -> None:
        self.called: set[int] = set()
        self.last = 0
        self.inside = False

    def is_note(self, piece: Piece, after: Piece | None) -> bool:
        """Tell whether a piece is a note: it has a mark, and reads like one or stands among others."""
        mark, number = _note_number(piece.text)
        if mark and (not number or mark[1] or self._fits(piece, after, number)):
            self.inside, self.last = True, number
            return True
        self.inside = False
        for ref in re.findall(r"[¹²³⁴-⁹⁰]+|(?<=[.,”\"a-z)])\d{1,3}(?=\s|$)", piece.text):
            self.called.add(int(ref.translate(_RAISED)))
        return False

    def _fits(self, piece: Piece, after: Piece | None, number: int) -> bool:
        cites = bool(_CITATION.search(piece.text))
        follows = number == self.last + 1 and self.inside
        leads = after is not None and _note_number(after.text)[1] == number + 1 and bool(_CITATION.search(after.text))
        return (number in self.called and (cites or follows or leads)) or (cites and (follows or leads))


def _note_number(text: str) -> tuple[re.Match[str] | None, int]:
    mark = _NOTE_MARK.match(text)
    return mark, int((mark[1] or mark[2] or "0").translate(_RAISED)) if mark else 0
