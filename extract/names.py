"""Names that nobody gave: strings in capitals inside sentences, with what speaks for their being names.

The evidence is counted over the document: a head noun that makes a body or an instrument, the model's entity labels, an
acronym's definition, a title before a person.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .countries import countries
from .heads import type_by_head
from .pipeline import ACRONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .pipeline import Reading

__all__ = ["Candidate", "candidates"]

_CAP = r"(?:[A-ZÀ-Ý](?:[\w&]|[’'-](?=\w)|(?<=[A-Z])\.(?=[A-Z])|(?<=\b[A-Z])\.(?=[- ,’']))*)"
_LINK = r"(?:of the|of|for the|for|on the|on|to the|to|and|&|de la|de los|de las|del|de|la|y|e|para la|para el|para)"
_SEQUENCE = re.compile(rf"{_CAP}(?:(?: {_LINK})? {_CAP}| \d{{4}}\b)*")
_STARTERS = frozenset(
    """a an the this that these those in on at as for from to by of with and but or if when while since after before during
    both our their its his her we they it he she there here such some many most all any each every other another no not
    however moreover furthermore finally first second third lastly also although though because despite given under over
    through between among within without across against about instead rather then thus therefore yet still so nor nonetheless
    el la los las un una en de del por para con y o si como su sus este esta estos estas i you what why how who which where
    is are was were be been do does did can could should would may might must shall will let see e.g former new""".split()
)
_TITLES = re.compile(
    r"\b(?:President|Presidents|Vice President|Prime Minister|Secretary|Minister|Ambassador|Senator|Governor|General|Dr|Prof|Professor|"
    rf"Mr|Mrs|Ms|Sir|Lord|Baroness|Presidente|Embajador|Embajadora)\.? ({_CAP}(?: (?:de |del |la )?{_CAP}){{0,3}})"
)
_LABELS = {"PERSON": "person", "GPE": "place", "LOC": "place", "LAW": "law"}
_PREPOSITION = re.compile(r" (?:for|on|to)(?: the)? ")
_MONTHS = re.compile(r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b")
_NOT_NAMES = re.compile(r"^(?:Chapter|Box|Figure|Table|Annex|Article|Section|Part|Page|Appendix|Recommendation|Module|Source|Photo)s?\b", re.IGNORECASE)


@dataclass(slots=True)
class Candidate:
    """A string that may be a name, with the evidence for it, counted."""

    surface: str
    count: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    titled: int = 0
    defined: str = ""

    @property
    def type(self) -> str:
        """The type that the evidence speaks for; empty where it speaks for none."""
        if self.titled:
            return "person"
        words = self.surface.split()
        if self.defined == "-":
            return ""
        head = type_by_head(self.defined if self.defined and " " in self.defined else self.surface)
        if head and (len(words) > 1 or self.defined):
            return head
        label, votes = self.labels.most_common(1)[0] if self.labels else ("", 0)
        if label == "person" and (len(words) < 2 or not _personal(words)):
            return ""
        if label == "place":
            return "place" if votes * 2 >= self.count else ""
        if label in ("person", "law"):
            return label
        if self.defined and len(words) > 1 and self.defined[:1].isupper() and self.count:
            return "programme"
        unknown = label == "org" and len(words) == 1 and self.surface.isalpha() and self.surface.isupper()
        return "agency" if unknown and not self.defined and (self.count > 1 or len(self.surface) > 3) else ""


def candidates(readings: Sequence[Reading]) -> dict[str, Candidate]:
    """Collect the candidate names of a document by their strings, in a fixed order."""
    found: dict[str, Candidate] = {}
    countries_ = frozenset(name for country in countries() for name in country.names)
    for reading in readings:
        labels = {(e.start_char, e.end_char): e.label_ for e in reading.doc.ents}
        for start, end in _sequences(reading, countries_):
            surface = reading.doc.text[start:end]
            candidate = found.setdefault(surface, Candidate(surface))
            candidate.count += 1
            if label := _label(labels, start, end):
                candidate.labels[label] += 1
        for title in _TITLES.finditer(reading.doc.text):
            if title[1].split()[0].casefold() not in _STARTERS and not type_by_head(title[1]):
                found.setdefault(title[1], Candidate(title[1])).titled += 1
        for definition in reading.doc.user_data[ACRONYMS]:
            long = _trimmed(definition.long)
            if long[:1].isupper():
                found.setdefault(long, Candidate(long)).defined = long
                found.setdefault(definition.short, Candidate(definition.short)).defined = long
            else:
                found.setdefault(definition.short, Candidate(definition.short)).defined = "-"
    return dict(sorted(found.items()))


def _label(labels: dict[tuple[int, int], str], start: int, end: int) -> str:
    """What the model calls a string: the label of the entity that covers most of it."""
    for (first, last), label in labels.items():
        overlap = min(end, last) - max(start, first)
        if overlap > 0.7 * (end - start) and overlap > 0.6 * (last - first):
            return _LABELS.get(label, label.casefold())
    return ""


def _sequences(reading: Reading, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Spans of words in capitals that could be names, cut at what joins two of them."""
    text = reading.flat.text
    if _is_title_case(text):
        return
    for match in _SEQUENCE.finditer(text):
        for start, end in _cut(text, match.start(), match.end(), places):
            start = _after_starters(text, start, end, sentence_start=_opens_sentence(text, start))
            surface = text[start:end]
            if len(surface) > 2 and not _MONTHS.match(surface) and not _NOT_NAMES.match(surface):
                yield start, end


def _is_title_case(text: str) -> bool:
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", text) if len(w) > 3]
    return len(words) < 25 and sum(w[0].isupper() for w in words) > 0.6 * len(words) and not text.rstrip().endswith(".")


def _opens_sentence(text: str, start: int) -> bool:
    return not start or bool(re.search(r"[.!?:;•“\"(]\s*$", text[:start]))


def _after_starters(text: str, start: int, end: int, *, sentence_start: bool) -> int:
    """Leave out an article or a small word in capitals at a sentence's beginning."""
    while (space := text.find(" ", start, end)) > 0 and text[start:space].casefold() in _STARTERS:
        if not sentence_start and text[start:space].casefold() not in ("the", "a", "an", "former", "new"):
            break
        start = space + 1
        if not text[start].isupper():  # what is left begins with a link word
            rest = re.compile(r"[A-ZÀ-Ý]").search(text, start, end)
            start = rest.start() if rest else end
    return end if text[start:end].casefold() in _STARTERS else start


def _cut(text: str, start: int, end: int, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Cut a string at possessives of places, at `and` between two names, and at prepositions that a name has not."""
    string = text[start:end]
    if joint := re.search(r"(?<=\.) (?=(?:[A-Z]\w* ?)+)", string):
        first = string[joint.end() :].split()[0].casefold()
        if first in _STARTERS:
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
    if left in places or right in places or left.split()[-1] in places:
        return False
    inside = re.search(r" (?:of|for|on|de|del|para)(?: the| la| los)? [^,]*$", left)
    first = right.split()[0].casefold().rstrip("s")
    if inside:
        return len(right.split()) == 1 or (not type_by_head(right.split()[0]) and first not in ("mr", "dr"))
    # "Transportation and Climate Initiative": no head noun on the left, one on the right
    return len(left.split()) == 1 and bool(type_by_head(right)) and not type_by_head(left) and len(right.split()) > 1 and not left.isupper()


def _trimmed(long: str) -> str:
    """Long form without what is not part of the name: lower-case words before it, a possessive behind."""
    words = long.split()
    while words and words[0][:1].islower() and any(word[:1].isupper() for word in words):
        words.pop(0)
    return re.sub(r"[’']s$", "", " ".join(words))


def _personal(words: Iterable[str]) -> bool:
    return all(word[:1].isupper() or word in ("de", "del", "la", "y", "van", "von", "da", "dos") for word in words) and not any(
        character.isdigit() for word in words for character in word
    )
