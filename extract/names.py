"""Names that nobody gave: strings in capitals inside sentences, with what speaks for their being names.

The evidence is counted over the document: a head noun that makes a body or an instrument, the model's entity labels, an
acronym's definition, a title before a person.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .capitals import CAPITAL, STARTERS, sequences
from .countries import countries
from .heads import type_by_head
from .pipeline import ACRONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .acronyms import Definition
    from .pipeline import Reading

__all__ = ["Candidate", "candidates"]

_TITLE = (
    r"(?:President|Presidents|Vice President|Prime Minister|Secretary|Minister|Ambassador|Senator|Governor|General|Dr"
    r"|Prof|Professor|Mr|Mrs|Ms|Sir|Lord|Baroness|Presidente|Embajador|Embajadora)"
)
_TITLES = re.compile(
    rf"\b{_TITLE}\.? ({CAPITAL}(?: (?:de |del |la )?{CAPITAL}){{0,3}}?)"
    r"(?=[’']s\b|[^\w’' ]| (?!(?:de |del |la )?[A-ZÀ-Ý])|$)"
)
_NO_NAME = "-"
_LABELS = {"PERSON": "person", "GPE": "place", "LOC": "place", "LAW": "law"}
_OFFICE_CODE = re.compile(r"\b[A-Z]{2,}\([A-Z][A-Z&]*\)")  # USD(P&R)


@dataclass(slots=True)
class Candidate:
    """A string that may be a name, with the evidence for it, counted."""

    surface: str
    count: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    titled: int = 0
    defined: str = ""
    forms: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The type that the evidence speaks for; empty where it speaks for none."""
        if self.titled:
            return "person"
        if self.defined == _NO_NAME:
            return ""
        head = type_by_head(self.defined or self.surface)
        if head and (" " in self.surface or self.defined):
            return head
        return self._by_label() or self._by_form()

    def _by_label(self) -> str:
        """What the model's labels speak for, where the string can be that."""
        label, votes = self.labels.most_common(1)[0] if self.labels else ("", 0)
        if label == "person":
            return "person" if " " in self.surface and _personal(self.surface.split()) else ""
        if label == "place":
            return "place" if votes * 2 >= self.count else ""
        return label if label == "law" else ""

    def _by_form(self) -> str:
        """What an acronym's form speaks for."""
        if self.defined[:1].isupper():
            return "programme" if self.count > 1 else ""
        if re.fullmatch(r"UN[A-Z]{2,5}", self.surface):
            return "intl-org"
        unknown = "org" in self.labels and self.surface.isalpha() and self.surface.isupper()
        return "agency" if unknown and not self.defined and (self.count > 1 or len(self.surface) > 3) else ""


def candidates(readings: Sequence[Reading]) -> dict[str, Candidate]:
    """Collect the candidate names of a document by their strings, in a fixed order."""
    found: dict[str, Candidate] = {}
    for reading in readings:
        _count_strings(reading, found)
        _count_titles(reading.doc.text, found)
        for definition in reading.doc.user_data[ACRONYMS]:
            _define(definition, found)
    for candidate in list(found.values()):
        for long in candidate.forms:
            found[long].count = candidate.count = max(found[long].count, candidate.count)
    return dict(sorted(found.items()))


def _count_strings(reading: Reading, found: dict[str, Candidate]) -> None:
    places = frozenset(name for country in countries() for name in country.names)
    labels = {(e.start_char, e.end_char): e.label_ for e in reading.doc.ents}
    for start, end in sequences(reading.flat.text, places):
        surface = reading.doc.text[start:end]
        candidate = found.setdefault(surface, Candidate(surface))
        candidate.count += 1
        if label := _label(labels, start, end):
            candidate.labels[label] += 1


def _count_titles(text: str, found: dict[str, Candidate]) -> None:
    for title in _TITLES.finditer(text):
        if title[1].split()[0].casefold() not in STARTERS and not type_by_head(title[1]):
            found.setdefault(title[1], Candidate(title[1])).titled += 1
    for office in _OFFICE_CODE.finditer(text):
        found.setdefault(office[0], Candidate(office[0], defined="Office")).count += 1


def _define(definition: Definition, found: dict[str, Candidate]) -> None:
    """Note a definition; an acronym of common words is no name."""
    short, long = found.setdefault(definition.short, Candidate(definition.short)), _trimmed(definition.long)
    if not long[:1].isupper():
        short.defined = _NO_NAME
        return
    found.setdefault(long, Candidate(long)).defined = long
    short.defined = long
    short.forms.append(long)


def _label(labels: dict[tuple[int, int], str], start: int, end: int) -> str:
    """What the model calls a string: the label of the entity that covers most of it."""
    for (first, last), label in labels.items():
        overlap = min(end, last) - max(start, first)
        if overlap > 0.7 * (end - start) and overlap > 0.6 * (last - first):
            return _LABELS.get(label, label.casefold())
    return ""


def _trimmed(long: str) -> str:
    """Long form without what is not part of the name: lower-case words before it, a possessive behind."""
    words = long.split()
    while words and words[0][:1].islower() and any(word[:1].isupper() for word in words):
        words.pop(0)
    return re.sub(r"[’']s$", "", " ".join(words))


def _personal(words: Iterable[str]) -> bool:
    return all(
        word[:1].isupper() or word in ("de", "del", "la", "y", "van", "von", "da", "dos") for word in words
    ) and not any(character.isdigit() for word in words for character in word)
