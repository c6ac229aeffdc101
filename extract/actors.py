"""Who is to act: the subject of a statement, its coordination, agents of passives, and what the context gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .countries import countries, government_id
from .cues import subject_of
from .lexicon import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from .cues import Cue
    from .mentions import Index, Link
    from .pipeline import Reading

__all__ = ["ACTING", "Actors", "Parties", "actors_of", "agreement_parties", "government_of", "parties_of", "subject_actors"]

ACTING = frozenset(
    "government agency state-enterprise legislature judiciary subnational intl-org mechanism company ngo academic person".split()
)
_GOVERNMENTS = frozenset("government country nation side party partner neighbor neighbour counterpart state administration president".split())
_OFFICES = frozenset(
    "government administration authority official policymaker minister ministry secretary diplomacy diplomat legislator lawmaker leader leadership team".split()
)
_KINDS = frozenset(
    """agency company firm business employer employee leader official organization organisation institution university researcher
    community stakeholder minister ministry mayor governor legislator lawmaker bank investor utility operator member authority
    department group association union worker citizen expert committee council municipality city province region regulator
    head chair secretary director officer developer producer supplier scientist journalist user school hospital ngo
    actor party parliament legislature agent contractor provider exporter importer airline railway manager component""".split()
)
_COOPERATION = frozenset("cooperation collaboration coordination dialogue partnership relationship effort action response".split())
_PAIR = re.compile(r"^(?:the )?(?:both|two|each|either|these two)\b|^(?:the )?(?:governments|countries|nations|presidents)$", re.IGNORECASE)
_THREE = re.compile(r"\b(?:three|all three|trilateral)\b", re.IGNORECASE)
_TOPIC = re.compile(r"^(?:In the case of|In|For|As for) (?:the )?")


@dataclass(frozen=True, slots=True)
class Parties:
    """The governments that a document is about: the two it speaks of most, and those of its agreements with names."""

    pair: tuple[str, ...]
    agreement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actors:
    """Ids of actors, whether the sentence itself names them, and phrases for those that it names only as a kind."""

    ids: tuple[str, ...] = ()
    explicit: bool = False
    generic: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.generic)


def parties_of(index: Index) -> Parties:
    """Tell which governments a document is about: two countries that it names far more often than any third."""
    ranked = sorted(index.codes.items(), key=lambda item: (-item[1], item[0]))
    pair: tuple[str, ...] = ()
    if len(ranked) >= 2 and ranked[1][1] >= max(5, 0.3 * ranked[0][1]):
        third = ranked[2][1] if len(ranked) > 2 else 0
        if third <= 0.35 * ranked[1][1]:
            pair = tuple(government_id(code) for code, _ in ranked[:2])
    return Parties(pair, max((parties for _, parties in agreement_parties(index)), key=len, default=()))


def agreement_parties(index: Index) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the agreements that carry the names of their parties ("United States-Mexico-Canada Agreement"), with these."""
    by_name = {key(name): country.code for country in countries() for name in country.names}
    for entity in index.entities.values():
        if entity.type == "agreement":
            words = f" {key(entity.name)} "
            named = sorted({(words.index(f" {name} "), code) for name, code in by_name.items() if f" {name} " in words and len(name) > 2})
            if len(named) >= 2:
                yield entity.id, tuple(dict.fromkeys(government_id(code) for _, code in named))


def actors_of(reading: Reading, sentence: Span, cue: Cue, index: Index, parties: Parties, before: Actors) -> Actors:
    """Find who is to act in a statement.

    Parameters
    ----------
    reading, sentence, cue
        Where the statement stands and how it was recognised.
    index, parties
        The document's mentions and the governments it is about.
    before
        Actors of the statement before it in the same block, for pronouns.
    """
    doc = reading.doc
    subject = doc[cue.subject] if cue.subject >= 0 else None
    verb = doc[cue.verb]
    passive = any(c.dep_ == "auxpass" for c in verb.children) and cue.name != "advice" and (subject is None or subject.dep_ == "nsubjpass")
    if passive:
        agents = [c for by in verb.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
        found = _of_heads(reading, agents, index, parties)
        return found or _elsewhere(reading, sentence, index, parties)
    if subject is not None:
        if subject.lower_ in ("they", "them", "it", "he", "she") and before.ids:
            return Actors(before.ids, explicit=False)
        if subject.lower_ in ("we", "us", "they", "our"):
            return Actors(parties.pair, explicit=False)
        if found := subject_actors(reading, subject, index, parties):
            return found
    return _elsewhere(reading, sentence, index, parties)


def subject_actors(reading: Reading, subject: Token, index: Index, parties: Parties) -> Actors:
    """Find the actors that a subject names, with those coordinated with it."""
    return _of_heads(reading, [subject, *subject.conjuncts], index, parties)


def _of_heads(reading: Reading, heads: Iterable[Token], index: Index, parties: Parties) -> Actors:
    ids: list[str] = []
    generic: list[str] = []
    explicit = True
    for head in heads:
        found = _of_head(reading, head, index, parties)
        ids += found.ids
        generic += found.generic
        explicit = explicit and (found.explicit or not found)
    return Actors(tuple(dict.fromkeys(ids)), explicit and bool(ids or generic), tuple(dict.fromkeys(generic)))


def _of_head(reading: Reading, head: Token, index: Index, parties: Parties) -> Actors:
    phrase = _phrase(head)
    start, end = phrase.start_char, phrase.end_char
    links = index.within(reading.flat, start, reading.doc[head.i : head.i + 1].end_char + 40)
    direct = [link for link in links if link.start <= head.idx < link.end]
    ids = tuple(dict.fromkeys(actor for link in direct for actor in _as_actors(link, index)))
    if ids:
        return Actors(ids, explicit=True)
    text, lemma = phrase.text, head.lemma_.casefold()
    if lemma in _GOVERNMENTS | {"parties"} and (head.tag_ == "NNS" or _PAIR.match(text)):
        if _THREE.search(text) or (head.lower_ == "parties" and head.text[0].isupper()):
            return Actors(parties.agreement, explicit=True)
        inside = _countries(index.within(reading.flat, start, end), index)
        if inside:
            return Actors(inside, explicit=True)
        if _PAIR.match(text):
            return Actors(parties.pair, explicit=not text.casefold().startswith("governments"))
    if lemma in _OFFICES | _COOPERATION:
        inside = _countries(index.within(reading.flat, start, end), index)
        if inside:
            return Actors(inside, explicit=True)
    if lemma in _KINDS and head.pos_ in ("NOUN", "PROPN"):
        return Actors((), explicit=True, generic=(_generic(text),))
    return Actors()


def _phrase(head: Token) -> Span:
    """A noun with what stands before it and its `of`, without relative clauses and coordination."""
    doc, start, end = head.doc, head.i, head.i + 1
    for child in head.children:
        if child.i < head.i and child.dep_ in ("det", "amod", "compound", "nummod", "poss", "nmod", "predet"):
            start = min(start, child.left_edge.i)
        if child.lower_ in ("of", "in", "between") and child.i == end:
            end = max(end, child.right_edge.i + 1)
    return doc[start:end]


def _generic(text: str) -> str:
    return re.sub(r"^(?:the|a|an|all|these|those|such|other) ", "", text, flags=re.IGNORECASE)


def _as_actors(link: Link, index: Index) -> Iterator[str]:
    """Ids that act: a country stands for its government, other places for themselves; instruments do not act."""
    for identifier in link.ids:
        kind = index.type(identifier)
        if kind in ACTING:
            yield identifier
        elif kind == "place":
            yield government_of(identifier, index)


def government_of(identifier: str, index: Index) -> str:
    """Give the government that a country's place stands for; other places stand for themselves."""
    name = key(index.entities[identifier].name) if identifier in index.entities else ""
    return next((country.government for country in countries() if any(key(n) == name for n in country.names)), identifier)


def _countries(links: Sequence[Link], index: Index) -> tuple[str, ...]:
    """Governments of the countries that stand in a phrase, by name or by adjective."""
    found = [actor for link in links for actor in _as_actors(link, index) if actor.endswith("-government")]
    return tuple(dict.fromkeys(found))


def _elsewhere(reading: Reading, sentence: Span, index: Index, parties: Parties) -> Actors:
    """Actors that a sentence names in another place than its subject, or the pair that the whole text is about."""
    text, base = sentence.text, sentence.start_char
    for match in re.finditer(r"\b(?:by|between|for|in|to|from|of|both) (?:the |both (?:the )?)?", text):
        links = [k for k in index.of(reading.flat) if base + match.end() <= k.start <= base + match.end() + 4 and k.end <= sentence.end_char]
        ids = tuple(dict.fromkeys(i for link in links for i in link.ids if index.type(i) == "government"))
        if ids:
            return Actors(ids, explicit=True)
    if re.search(r"\b(?:both|two) (?:\w+ )?(?:governments|countries|nations|presidents)\b|\beach country\b", text) and parties.pair:
        return Actors(parties.pair, explicit=True)
    if topic := _TOPIC.match(text):
        links = [k for k in index.of(reading.flat) if k.start == base + topic.end() and text[k.end - base : k.end - base + 1] == ","]
        if found := _countries(links, index):
            return Actors(found, explicit=True)
    return Actors(parties.pair, explicit=False)
