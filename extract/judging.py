"""Constructions judged in their place: what they mean is settled by who or what is spoken of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .actors import Actors, subject_actors
from .heads import type_by_head
from .words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from .cue import Cue
    from .mentions import Index
    from .parties import Parties
    from .pipeline import Reading

__all__ = ["Place", "judged", "topic_of"]

_TOPICS = word_set("mechanism agreement law programme agency government intl-org")
_INSTRUMENTS = frozenset({"agreement", "law"})
_INSTRUMENT_NOUNS = word_set(
    """agreement treaty law act article chapter annex convention protocol reform regulation directive provision
    constitution rule decree mandate requirement statute code memorandum order"""
)
_PROMISERS = frozenset({"government", "agency", "legislature", "person", "intl-org", "company", "ngo", "subnational"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its block, the document's mentions and parties, and what was spoken of before."""

    reading: Reading
    sentence: Span
    index: Index
    parties: Parties
    topic: tuple[str, ...]

    def ids_at(self, position: int) -> tuple[str, ...]:
        """Ids that a word denotes; `it` and "the committee" stand for what was spoken of before."""
        if position < 0:
            return ()
        head = self.reading.doc[position]
        found = tuple(i for k in self.index.of(self.reading.flat) if k.start <= head.idx < k.end for i in k.ids)
        return found or (self.topic if _refers(head) else ())

    def kinds_at(self, position: int) -> frozenset[str]:
        """Types of what a word denotes."""
        return frozenset(self.index.type(i) for i in self.ids_at(position))


def _refers(head: Token) -> bool:
    """Tell whether a word takes up what was spoken of: `it`, or a kind of body in lower case with an article."""
    if head.lower_ in ("it", "which"):
        return True
    articled = any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in head.children)
    return articled and head.text.islower() and bool(type_by_head(head.lower_))


def topic_of(place: Place) -> tuple[str, ...]:
    """What a sentence speaks of: the first subject in it that names a body, an instrument or a government."""
    for token in place.sentence:
        if token.dep_ not in ("nsubj", "nsubjpass", "attr"):
            continue
        ids = place.ids_at(token.i)
        if _TOPICS & {place.index.type(i) for i in ids}:
            return ids
    return ()


def judged(place: Place, cue: Cue) -> Cue | None:
    """Settle what a construction alone leaves open: by the type of its subject."""
    doc = place.reading.doc
    subject = doc[cue.subject] if cue.subject >= 0 else None
    kinds = place.kinds_at(cue.subject)
    instrument = bool(kinds & _INSTRUMENTS) or (subject is not None and subject.lemma_.casefold() in _INSTRUMENT_NOUNS)
    if cue.name in ("promise", "seeks", "will"):
        return _promised(place, cue, kinds)
    if cue.name == "requires":
        return _required(doc, cue, instrument=instrument)
    holds = True
    if cue.name == "terms":
        holds = instrument or "mechanism" in kinds
    elif cue.name in ("actor-could", "interest"):
        named = subject_actors(place.reading, subject, place.index, place.parties) if subject is not None else Actors()
        holds = bool(named.ids) and not instrument
    return cue if holds else None


def _required(doc: Doc, cue: Cue, *, instrument: bool) -> Cue | None:
    """What an agreement requires is a term of it; what anything else requires is a need, unless it is past."""
    if instrument and not _changes(doc, cue):
        return replace(cue, name="terms", kind="obligation")
    past = doc[cue.verb].tag_ == "VBD" or doc[cue.verb].dep_ == "relcl"
    return cue if not past and cue.depth <= 1 else None


def _changes(doc: Doc, cue: Cue) -> bool:
    """`the changes introduced by the agreement require …` is a need, not a term of it."""
    return cue.subject >= 0 and doc[cue.subject].lemma_ in ("change", "success", "implementation")


def _promised(place: Place, cue: Cue, kinds: frozenset[str]) -> Cue | None:
    """A promise needs somebody who can make it; what a standing body will do is its duty."""
    promiser = bool(kinds & _PROMISERS)
    if "mechanism" in kinds and cue.name in ("will", "seeks"):
        return replace(cue, kind="obligation")
    if "programme" in kinds and cue.name == "seeks":
        return cue
    if cue.subject < 0 or cue.depth > 1 or (cue.name in ("seeks", "will") and not promiser):
        return None
    actors = subject_actors(place.reading, place.reading.doc[cue.subject], place.index, place.parties)
    return cue if actors.ids and actors.explicit else None
