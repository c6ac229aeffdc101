"""Strings in capitals inside running text, cut where two names stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .heads import type_by_head
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["CAPITAL", "STARTERS", "sequences"]

CAPITAL = r"(?:[A-ZÀ-Ý](?:[\w&]|[’'-](?=\w)|(?<=[A-Z])\.(?=[A-Z])|(?<=\b[A-Z])\.(?=[- ,’']))*)"
_LINK = r"(?:of the|of|for the|for|on the|on|to the|to|and|&|de la|de los|de las|del|de|la|y|e|para la|para el|para)"
_SEQUENCE = re.compile(
    rf"{CAPITAL}(?:(?: {_LINK})? {CAPITAL}|(?: \d{{4}}|(?<=Title) \d{{1,2}}|(?<=Agenda) \d{{4}})\b)*"
)
STARTERS = word_set(
    """a an the this that these those in on at as for from to by of with and but or if when while since after before
    during both our their its his her we they it he she there here such some many most all any each every other
    another no not however moreover furthermore finally first second third lastly also although though because
    despite given under over through between among within without across against about instead rather then thus
    therefore yet still so nor nonetheless el la los las un una en de del por para con y o si como su sus este
    esta estos estas i you what why how who which where is are was were be been do does did can could should
    would may might must shall will let see e.g former new"""
)
_PREPOSITION = re.compile(r" (?:for|on|to)(?: the)? ")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?$|.*\bTitle$")
_MONTHS = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)
_NOT_NAMES = re.compile(
    r"^(?:Chapter|Box|Figure|Table|Annex|Article|Section|Part|Page|Appendix|Recommendation|Module|Source|Photo)s?\b",
    re.IGNORECASE,
)


def sequences(text: str, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of words in capitals that could be names, cut at what joins two of them."""
    if _is_title_case(text):
        return
    for border in re.finditer(rf"{CAPITAL}-{CAPITAL}(?: southern| northern)? border\b", text):
        yield border.span()
    for match in _SEQUENCE.finditer(text):
        for first, end in _cut(text, match.start(), match.end(), places):
            start = _after_starters(text, first, end, sentence_start=_opens_sentence(text, first))
            surface = text[start:end]
            if len(surface) > 2 and not any(p.match(surface) for p in (_INITIALS, _MONTHS, _NOT_NAMES)):
                yield start, end


def _is_title_case(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", text) if len(w) > 3]
    if text.startswith("The ") or (words and words[-1].islower()):
        return False  # "The Secretary of Labor", "Ministers of Labor shall"
    return len(words) < 25 and sum(w[0].isupper() for w in words) > 0.6 * len(words) and not text.rstrip().endswith(".")


def _opens_sentence(text: str, start: int) -> bool:
    return not start or bool(re.search(r"[.!?:;•“\"(]\s*$", text[:start]))


def _after_starters(text: str, start: int, end: int, *, sentence_start: bool) -> int:
    """Leave out an article or a small word in capitals at a sentence's beginning."""
    while (space := text.find(" ", start, end)) > 0 and text[start:space].casefold() in STARTERS:
        if not sentence_start and text[start:space].casefold() not in ("the", "a", "an", "former", "new"):
            break
        start = space + 1
        if not text[start].isupper():  # what is left begins with a link word
            rest = re.compile(r"[A-ZÀ-Ý]").search(text, start, end)
            start = rest.start() if rest else end
    return end if text[start:end].casefold() in STARTERS else start


def _cut(text: str, start: int, end: int, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Cut a string at possessives of places, at `and` between two names, and at prepositions that a name has not."""
    string = text[start:end]
    if joint := re.search(r"(?<=\.) (?=(?:[A-Z]\w* ?)+)", string):
        first = string[joint.end() :].split()[0].casefold()
        if first in STARTERS:
            yield from _cut(text, start, start + joint.start(), places)
            yield from _cut(text, start + joint.end(), end, places)
            return
    for joint in re.finditer(r"[’']s (?=[A-ZÀ-Ý])", string):
        left = string[: joint.start()]
        if left in places or left.isupper() or left.split()[-1] in places:
            yield from _cut(text, start, start + joint.start(), places)
            yield from _cut(text, start + joint.end(), end, places)
            return
    for joint in re.finditer(r" (?:and|y|e|&) (?:the )?(?=[A-ZÀ-Ý])", string):
        left, right = string[: joint.start()], string[joint.end() :]
        if not _one_name(left, right, places):
            yield from _cut(text, start, start + joint.start(), places)
            yield from _cut(text, start + joint.end(), end, places)
            return
    if (joint := _PREPOSITION.search(string)) and not type_by_head(string[: joint.start()]):
        yield from _cut(text, start, start + joint.start(), places)
        yield from _cut(text, start + joint.end(), end, places)
        return
    yield start, start + len(re.sub(r"(?:[’']s?|[.])$", "", string) if not re.search(r"[A-Z]\.$", string) else string)


def _one_name(left: str, right: str, places: frozenset[str]) -> bool:
    """Tell whether `and` stands inside a name ("Office of Information and Regulatory Affairs")."""
    if left in places or right in places or left.rsplit(maxsplit=1)[-1] in places:
        return False
    inside = re.search(r" (?:of|for|on|de|del|para)(?: the| la| los)? [^,]*$", left)
    first = right.split(maxsplit=1)[0].casefold().rstrip("s")
    if inside:
        return len(right.split()) == 1 or (not type_by_head(right.split(maxsplit=1)[0]) and first not in ("mr", "dr"))
    # "Transportation and Climate Initiative": no head noun on the left, one on the right
    return (
        len(left.split()) == 1
        and bool(type_by_head(right))
        and not type_by_head(left)
        and len(right.split()) > 1
        and not left.isupper()
    )
