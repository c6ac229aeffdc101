"""Statements of a document: which of its sentences and list items say that somebody is to act, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .actions import action_of, action_of_words, is_action_verb
from .actors import ACTING, Actors, actors_of, parties_of, subject_actors
from .cues import Cue, imperative
from .deadlines import deadline
from .model import Statement
from .pipeline import CUES
from .sentences import sentences
from .targets import targets_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span

    from .actors import Parties
    from .mentions import Index
    from .model import Section
    from .pipeline import Reading

__all__ = ["statements"]

_INSTRUMENTS = frozenset({"agreement", "law"})
_INSTRUMENT_NOUNS = frozenset(
    """agreement treaty law act article chapter annex convention protocol reform regulation directive provision constitution
    rule decree mandate requirement statute code memorandum order""".split()
)
_PROMISERS = frozenset({"government", "agency", "legislature", "person", "intl-org", "company", "ngo", "subnational"})
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Stem:
    """What a line such as "The governments should:" gives to the items under it."""

    cue: Cue
    actors: Actors


def statements(readings: Sequence[Reading], index: Index, sections: Sequence[Section]) -> Iterator[Statement]:
    """Find the statements of a document, in its order.

    Items of a recommendation list are taken whatever their wording; items under a directive line share its actors and
    strength; elsewhere a sentence needs a directive construction (see `cues`).
    """
    parties = parties_of(index)
    stems: dict[int, _Stem] = {}
    for reading in readings:
        before = Actors()
        given = stems.get(reading.flat.block.stem)
        introduces = reading.flat.text.rstrip(" *").endswith((":", "—")) or not re.search(r"[.!?;]\W*$", reading.flat.text)
        for number, sentence in enumerate(sentences(reading.doc)):
            cue = _cue(reading, sentence, index, parties, given if number == 0 else None)
            if cue is None:
                continue
            actors = _actors(reading, sentence, cue, index, parties, before, given)
            before = actors if actors.ids else before
            if introduces and sentence.end == len(reading.doc) and cue.name != "imperative":
                stems[reading.flat.index] = _Stem(cue, actors)
            if len(sentence.text.split()) >= _LEAST_WORDS:
                yield _statement(reading, sentence, cue, actors, index, sections)


def _statement(
    reading: Reading, sentence: Span, cue: Cue, actors: Actors, index: Index, sections: Sequence[Section]
) -> Statement:
    start, end = reading.span(sentence)
    block = reading.flat.block
    section = sections[block.section] if block.section >= 0 else None
    return Statement(
        start=start,
        end=end,
        text=sentence.text,
        kind=cue.kind,
        strength=cue.strength,
        action=_action(reading, cue),
        actors=actors.ids,
        actors_explicit=actors.explicit,
        cue=cue.name,
        generic_actors=actors.generic,
        targets=targets_of(reading, sentence, cue, index, actors.ids),
        deadline=deadline(sentence.text),
        headline=block.scope and section is not None and _is_headline(section, sections),
        section=section.id if section is not None else "",
    )


def _is_headline(section: Section, sections: Sequence[Section]) -> bool:
    return any(s.headline and s.start <= section.start < s.end for s in sections)


def _action(reading: Reading, cue: Cue) -> str:
    verb = reading.doc[cue.verb]
    if cue.name == "imperative" and is_action_verb(verb.lower_) and verb.pos_ != "VERB":
        return action_of_words(verb.lower_)
    return action_of(verb)


def _cue(reading: Reading, sentence: Span, index: Index, parties: Parties, given: _Stem | None) -> Cue | None:
    """The construction that counts: the outermost that holds when it is known who is spoken of."""
    block = reading.flat.block
    listed = block.kind == "item" or block.scope
    found = [c for c in reading.doc.user_data[CUES] if sentence.start <= c.verb < sentence.end]
    if block.kind != "heading":
        for cue in found:
            if judged := _judged(reading, cue, index, parties):
                return judged
    if (listed or block.kind == "heading") and (cue := imperative(sentence)):
        return _under(given, cue) if block.kind != "heading" or len(sentence) > _LEAST_WORDS else None
    if given is not None:
        first = next((t for t in sentence if t.pos_ in ("VERB", "AUX") and t.dep_ in ("ROOT", "xcomp")), sentence[0])
        return _under(given, Cue("stem", "recommendation", "should", first.i, -1, 0))
    if block.scope and not any(t.tag_ in ("VBZ", "VBP", "VBD", "MD") for t in sentence):
        return Cue("scope", "recommendation", "should", sentence.root.i, -1, 0)
    return None


def _under(given: _Stem | None, cue: Cue) -> Cue:
    """An item takes kind and strength from the line that introduces it."""
    return cue if given is None else Cue(f"stem-{given.cue.name}", given.cue.kind, given.cue.strength, cue.verb, -1, 0)


def _judged(reading: Reading, cue: Cue, index: Index, parties: Parties) -> Cue | None:
    """Settle what a construction alone leaves open: by the type of its subject."""
    subject = reading.doc[cue.subject] if cue.subject >= 0 else None
    kinds = _kinds(reading, cue, index)
    instrument = bool(kinds & _INSTRUMENTS) or (subject is not None and subject.lemma_.casefold() in _INSTRUMENT_NOUNS)
    body = "mechanism" in kinds
    promiser = bool(kinds & _PROMISERS)
    past = reading.doc[cue.verb].tag_ == "VBD"
    if cue.name == "requires":
        if instrument:
            return Cue("terms", "obligation", "must", cue.verb, -1, cue.depth)
        return cue if not past and cue.depth <= 1 else None
    if cue.name == "terms":
        return cue if instrument else None
    if cue.name in ("promise", "seeks", "will"):
        return _promised(reading, cue, index, parties, body=body, promiser=promiser)
    if cue.name == "actor-could":
        actors = subject_actors(reading, subject, index, parties) if subject is not None else Actors()
        return cue if actors.ids and not instrument else None
    if cue.name == "interest":
        return cue if subject is not None and subject_actors(reading, subject, index, parties).ids else None
    return cue


def _promised(reading: Reading, cue: Cue, index: Index, parties: Parties, *, body: bool, promiser: bool) -> Cue | None:
    """A promise needs somebody who can make it; what a standing body will do is its duty."""
    if body and cue.name in ("will", "seeks"):
        return Cue(cue.name, "obligation", cue.strength, cue.verb, cue.subject, cue.depth)
    if cue.subject < 0 or cue.depth > 1 or (cue.name == "seeks" and not promiser):
        return None
    subject = reading.doc[cue.subject]
    actors = subject_actors(reading, subject, index, parties)
    if cue.name == "will" and not (promiser and actors.ids):
        return None
    return cue if actors.ids and actors.explicit else None


def _kinds(reading: Reading, cue: Cue, index: Index) -> frozenset[str]:
    """Types of what the subject names."""
    if cue.subject < 0:
        return frozenset()
    head = reading.doc[cue.subject]
    return frozenset(index.type(i) for k in index.of(reading.flat) if k.start <= head.idx < k.end for i in k.ids)


def _actors(
    reading: Reading, sentence: Span, cue: Cue, index: Index, parties: Parties, before: Actors, given: _Stem | None
) -> Actors:
    if given is not None and cue.name.startswith("stem"):
        return given.actors
    if cue.kind == "obligation" and not any(index.type(i) in ACTING for i in _subject_ids(reading, cue, index)):
        named = subject_actors(reading, reading.doc[cue.subject], index, parties) if cue.subject >= 0 else Actors()
        return named if named else Actors()
    return actors_of(reading, sentence, cue, index, parties, before)


def _subject_ids(reading: Reading, cue: Cue, index: Index) -> list[str]:
    if cue.subject < 0:
        return []
    head = reading.doc[cue.subject]
    return [i for k in index.of(reading.flat) if k.start <= head.idx < k.end for i in k.ids]
