"""Acronyms that a document defines, both ways round: "Long Form (LF)" and "LF (Long Form)".

Method: A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text", Pacific Symposium on Biocomputing 8 (2003), 451-462; here with capitals required and the long form bounded by
what is capitalised.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Definition", "definitions"]

_BRACKET = re.compile(r"\(([^()]{2,90})\)")
_SHORT = re.compile(
    r"(?:the |or |hereafter |hereinafter |en adelante )?[\"“'\u2018]?([A-Z][\w&.’'/-]{1,14})[\"”'’]?(?:[,;] .*)?$"
)
_WORD = re.compile(r"[\w&]+(?:[’'-][\w&]+)*")
_SMALL = word_set("a an and de del el en for in la las los of on or para the to y e")
_LEAST_CAPITALS = 2


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym with its long form, and where each stands in the text."""

    short: str
    long: str
    short_start: int
    long_start: int


def definitions(text: str) -> Iterator[Definition]:
    """Find the acronyms that a text defines.

    Examples
    --------
    >>> [(d.short, d.long) for d in definitions("the Danube Commission (DC) and WHO (World Health Organization)")]
    [('DC', 'Danube Commission'), ('WHO', 'World Health Organization')]
    """
    for bracket in _BRACKET.finditer(text):
        inside = bracket[1].strip()
        short = _SHORT.match(inside)
        if short and _is_acronym(short[1]):
            before = text[: bracket.start()].rstrip()
            start = _long_start(short[1], before)
            if start is not None:
                yield Definition(short[1], before[start:], bracket.start(1) + short.start(1), start)
                continue
        yield from _reversed(text, bracket)


def _is_acronym(short: str) -> bool:
    capitals = sum(character.isupper() for character in short)
    return capitals >= _LEAST_CAPITALS or (short[0].isupper() and len(short) >= 4 and short.isalpha())


def _reversed(text: str, bracket: re.Match[str]) -> Iterator[Definition]:
    """An acronym before the bracket and its long form inside."""
    before = text[: bracket.start()].rstrip()
    last = re.search(r"[A-Z][\w&.-]*$", before)
    inside = re.sub(r"^(?:the|la|el|los|las) ", "", bracket[1].strip())
    if last and _is_acronym(last[0]) and len(inside) > len(last[0]) + 3 and _long_start(last[0], inside) == 0:
        yield Definition(last[0], inside, last.start(), bracket.start(1) + bracket[1].index(inside))


def _long_start(short: str, before: str) -> int | None:
    """Where in the words before it the long form of an acronym begins; None if none fits."""
    letters = [character.casefold() for character in short if character.isalnum()]
    words = list(_WORD.finditer(before[-200:]))
    base = max(0, len(before) - 200)
    most = min(len(letters) + 7, 2 * len(letters) + 4)
    best = None
    for count in range(1, min(most, len(words)) + 1):
        first = words[-count]
        if first[0][0].casefold() != letters[0] or first[0].casefold() in _SMALL:
            continue
        between = before[base + first.start() :]
        if re.search(r"[.;:!?]\s|[()]", between):
            break
        if _fits(letters, [w[0] for w in words[-count:]]) and _weight(letters, between) and between != short:
            best = base + first.start()
            if _covers(letters, [w[0] for w in words[-count:]]):
                return best
    return best


def _fits(letters: list[str], words: list[str]) -> bool:
    """All letters occur in the words in their order, the first at a word's beginning."""
    joined, position = "".join(words).casefold(), 0
    for letter in letters:
        position = joined.find(letter, position) + 1
        if not position:
            return False
    return True


def _covers(letters: list[str], words: list[str]) -> bool:
    """Every word that weighs gives its first letter."""
    initials = [
        part[0].casefold()
        for word in words
        if word.casefold() not in _SMALL
        for part in re.split(r"[-/]", word)
        if part
    ]
    return initials[: len(letters)] == letters or initials == letters


def _weight(letters: list[str], long: str) -> bool:
    return len(long) > len(letters) + 1 and " " in long
