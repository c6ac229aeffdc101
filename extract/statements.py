"""Statements of a document: which of its sentences and list items say that somebody is to act, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .actions import action_of, action_of_words, is_action_verb
from .actors import ACTING, Actors, actors_of, subject_actors
from .cue import Cue
from .cues import imperative
from .deadlines import deadline
from .judging import Place, judged, topic_of
from .model import Statement
from .parties import parties_of
from .pipeline import CUES
from .sentences import sentences
from .targets import targets_of
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .mentions import Index
    from .model import Section
    from .pipeline import Reading

__all__ = ["statements"]

_LAST_MODAL = re.compile(
    r"\b(must|should|shall|ought to|needs? to|ha(?:s|ve) to)(?: (?:also|each|all|both|jointly|together|therefore))*"
    r"[\s:—]*$"
)
_EVIDENCE = re.compile(
    r"\b(?:told (?:us|the \w+)|gave evidence|(?:written|oral) evidence|witness(?:es)?|we heard|testified)\b",
    re.IGNORECASE,
)
_EVIDENTIAL = 0.02  # such phrases for each block
_WITNESSED = word_set(
    """need-to need-noun needs is-needed have-to requires is-required is-adjective opportunity interest would-help
    advice-could actor-could seeks terms"""
)
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Addressee:
    """Whom the recommendations of a section are for, up to the section's end."""

    ids: tuple[str, ...] = ()
    until: int = 0


@dataclass(frozen=True, slots=True)
class _Stem:
    """What a line such as "The governments should:" gives to the items under it."""

    kind: str
    strength: str
    actors: Actors


def statements(readings: Sequence[Reading], index: Index, sections: Sequence[Section]) -> Iterator[Statement]:
    """Find the statements of a document, in its order.

    Items of a recommendation list are taken whatever their wording; items under a directive line share its actors and
    strength; elsewhere a sentence needs a directive construction (see `cues`).
    """
    parties = parties_of(index)
    stems: dict[int, _Stem] = {}
    weighs = _weighs_evidence(readings)
    addressee = _Addressee()
    for reading in readings:
        before = Actors()
        topic: tuple[str, ...] = ()
        given = stems.get(reading.flat.block.stem)
        introduces = not re.search(r"[.!?;]\W*$", reading.flat.text)
        for number, sentence in enumerate(sentences(reading.doc)):
            here = parties if reading.flat.block.start >= addressee.until else replace(parties, pair=addressee.ids)
            place = Place(reading, sentence, index, here, topic)
            cue = _cue(place, given if number == 0 else None)
            if weighs and cue is not None and cue.name in _WITNESSED and not reading.flat.block.scope:
                cue = None
            actors = _actors(place, cue, before, given) if cue is not None else Actors()
            topic = topic_of(place) or topic
            if introduces and sentence.end == len(reading.doc) and (stem := _stem(place, cue, actors, given)):
                stems[reading.flat.index] = stem
            addressee = _addressee(place, sections) or addressee
            if cue is not None and len(sentence.text.split()) >= _LEAST_WORDS and not _only_introduces(place):
                before = actors if actors.ids else before
                yield _statement(place, cue, actors, sections)


def _weighs_evidence(readings: Sequence[Reading]) -> bool:
    """Tell whether a document reports what witnesses said: its needs and possibilities are then mostly theirs."""
    telling = sum(len(_EVIDENCE.findall(reading.flat.text)) for reading in readings)
    return telling > _EVIDENTIAL * len(readings)


def _only_introduces(place: Place) -> bool:
    """Tell whether a sentence says nothing but who is to do the items under it."""
    return bool(_LAST_MODAL.search(place.sentence.text))


def _addressee(place: Place, sections: Sequence[Section]) -> _Addressee | None:
    """Whom a section's recommendations are for, where its heading says so ("Recommendations for the Commission")."""
    block = place.reading.flat.block
    if block.kind != "heading" or sections[block.section].role != "recommendations":
        return None
    named = re.search(r"\b(?:for|to|para) (?:the |la |el )?", place.sentence.text, re.IGNORECASE)
    if named is None:
        return None
    first = place.sentence.start_char + named.end()
    links = [link for link in place.index.of(place.reading.flat) if link.start == first]
    ids = tuple(i for link in links for i in link.ids if place.index.type(i) in ACTING)
    return _Addressee(ids, sections[block.section].end) if ids else None


def _statement(place: Place, cue: Cue, actors: Actors, sections: Sequence[Section]) -> Statement:
    start, end = place.reading.span(place.sentence)
    block = place.reading.flat.block
    section = sections[block.section] if block.section >= 0 else None
    return Statement(
        start=start,
        end=end,
        text=place.sentence.text,
        kind=cue.kind,
        strength=cue.strength,
        action=_action(place, cue),
        actors=actors.ids,
        actors_explicit=actors.explicit,
        cue=cue.name,
        generic_actors=actors.generic,
        targets=targets_of(place.reading, place.sentence, cue, place.index, actors.ids),
        deadline=deadline(place.sentence.text),
        headline=block.scope and section is not None and _is_headline(section, sections),
        section=section.id if section is not None else "",
    )


def _is_headline(section: Section, sections: Sequence[Section]) -> bool:
    return any(s.headline and s.start <= section.start < s.end for s in sections)


def _action(place: Place, cue: Cue) -> str:
    if cue.name == "mistake":
        return "avoid"
    verb = place.reading.doc[cue.verb]
    if cue.name == "imperative" and is_action_verb(verb.lower_) and verb.pos_ != "VERB":
        return action_of_words(verb.lower_)
    return action_of(verb)


def _cue(place: Place, given: _Stem | None) -> Cue | None:
    """The construction that counts: the outermost that holds when it is known who is spoken of."""
    block, sentence = place.reading.flat.block, place.sentence
    if block.kind != "heading":
        for cue in place.reading.doc.user_data[CUES]:
            if sentence.start <= cue.verb < sentence.end and (settled := judged(place, cue)):
                return settled
    if (block.kind in ("item", "heading") or block.scope) and (cue := imperative(sentence)):
        return _under(given, cue) if block.kind != "heading" or len(sentence) > _LEAST_WORDS else None
    if given is not None:
        first = next((t for t in sentence if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "xcomp")), sentence[0])
        return _under(given, Cue("stem", "recommendation", "should", first.i, -1, 0))
    if block.scope and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in sentence):
        return Cue("scope", "recommendation", "should", sentence.root.i, -1, 0)
    return None


def _under(given: _Stem | None, cue: Cue) -> Cue:
    """An item takes kind and strength from the line that introduces it."""
    return cue if given is None else Cue("stem", given.kind, given.strength, cue.verb, -1, 0)


def _stem(place: Place, cue: Cue | None, actors: Actors, given: _Stem | None) -> _Stem | None:
    """What the last sentence of a block gives to the items under it: by its construction, or by its last modal."""
    if given is not None and cue is not None and cue.name == "stem":
        return given
    modal = _LAST_MODAL.search(place.sentence.text)
    if modal is not None:
        strength = "should" if modal[1] in ("should", "ought to") else "must"
        named = _first_row(place, modal.start())
        return _Stem("obligation" if modal[1] == "shall" else "recommendation", strength, named or actors)
    if cue is None and not any(t.pos_ in ("VERB", "AUX") for t in place.sentence):
        named = _first_row(place, len(place.sentence.text))
        return _Stem("obligation", "must", named) if named else None
    if cue is None or cue.name in ("imperative", "scope"):
        return None
    return _Stem(cue.kind, cue.strength, actors)


def _first_row(place: Place, end: int) -> Actors | None:
    """Bodies and offices that a line begins with, up to its modal."""
    base = place.sentence.start_char
    opening = re.match(
        r"(?:In addition to [^,]*, )?(?:[Tt]he |Each |Every |Both |Los |Las |El |La )?", place.sentence.text
    )
    first = base + (opening.end() if opening else 0)
    if not any(k.start == first and k.end <= base + end for k in place.index.of(place.reading.flat)):
        return None
    head = place.reading.doc.char_span(first, first + 1, alignment_mode="expand")
    return subject_actors(place.reading, head[0], place.index, place.parties) if head is not None else None


def _actors(place: Place, cue: Cue, before: Actors, given: _Stem | None) -> Actors:
    if given is not None and cue.name == "stem":
        return given.actors
    reading, index, parties = place.reading, place.index, place.parties
    if cue.kind == "obligation" and cue.subject >= 0:
        acting = tuple(i for i in place.ids_at(cue.subject) if index.type(i) in ACTING)
        named = subject_actors(reading, reading.doc[cue.subject], index, parties)
        return named or Actors(acting, explicit=bool(acting))
    return actors_of(reading, place.sentence, cue, index, parties, before)
