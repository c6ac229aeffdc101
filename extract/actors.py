"""Who is to act: the subject of a statement, its coordination, agents of passives, and what the context gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .parties import Parties, government_of, governments_in
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Span, Token

    from .cue import Cue
    from .mentions import Index, Link
    from .pipeline import Reading

__all__ = ["ACTING", "Actors", "actors_of", "subject_actors"]

ACTING = word_set(
    """government agency state-enterprise legislature judiciary subnational intl-org mechanism company ngo academic
    person"""
)
_GOVERNMENTS = word_set(
    """government country nation side party partner neighbor neighbour counterpart state administration president"""
)
_OFFICES = word_set(
    """government administration authority official policymaker minister ministry secretary diplomacy diplomat
    legislator lawmaker leader leadership team"""
)
_KINDS = word_set(
    """agency company firm business employer employee leader official organization organisation institution university
    researcher community stakeholder minister ministry mayor governor legislator lawmaker bank investor utility
    operator member authority department group association union worker citizen expert committee council
    municipality city province region regulator head chair secretary director officer developer producer
    supplier scientist journalist user school hospital ngo actor party parliament legislature agent contractor
    provider exporter importer airline railway manager"""
)
_COOPERATION = word_set(
    """cooperation collaboration coordination dialogue partnership relationship effort action response"""
)
_PAIR = re.compile(
    r"^(?:the )?(?:both|two|each|either|these two)\b|^(?:the )?(?:governments|countries|nations|presidents)$",
    re.IGNORECASE,
)
_THREE = re.compile(r"\b(?:three|all three|trilateral)\b", re.IGNORECASE)
_ROW = re.compile(r"(?: \([^()]*(?:\([^()]*\)[^()]*)*\))*,? ?(?:and |or |y |e |/ ?)?(?:the |both )?")
_NOT_BY_SUBJECT = frozenset(
    {"requires", "needs", "is-required", "is-needed", "need-noun", "doing-is-adjective", "is-adjective", "would-help"}
)
_OTHERS = word_set("they them it he she")
_OURSELVES = word_set("we us they our")
_TOPIC = re.compile(r"^(?:In the case of|In|For|As for) (?:the )?")


@dataclass(frozen=True, slots=True)
class Actors:
    """Ids of actors, whether the sentence itself names them, and phrases for those that it names only as a kind."""

    ids: tuple[str, ...] = ()
    explicit: bool = False
    generic: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids or self.generic)


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
    verb = reading.doc[cue.verb]
    subject = reading.doc[cue.subject] if cue.subject >= 0 else None
    found = Actors()
    if cue.name in _NOT_BY_SUBJECT:
        pass
    elif _is_passive(verb, subject) and cue.name != "advice":
        agents = [c for by in verb.children if by.dep_ == "agent" for c in by.children if c.dep_ == "pobj"]
        found = _of_heads(reading, agents, index, parties)
    elif subject is None:
        found = _before_modal(reading, sentence, index) if cue.name.startswith("modal") else found
    elif subject.lower_ in _OTHERS and before.ids:
        found = Actors(before.ids, explicit=False)
    elif subject.lower_ in _OURSELVES:
        return Actors(parties.pair, explicit=False)
    else:
        found = subject_actors(reading, subject, index, parties)
    return found or _elsewhere(reading, sentence, verb, index, parties)


def _is_passive(verb: Token, subject: Token | None) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children) and (subject is None or subject.dep_ == "nsubjpass")


def subject_actors(reading: Reading, subject: Token, index: Index, parties: Parties) -> Actors:
    """Find the actors that a subject names, with those coordinated with it."""
    found = _of_heads(reading, [subject, *subject.conjuncts], index, parties)
    ids = [i for link in _coordinated(reading, subject, index) for i in _as_actors(link, index)]
    if found.ids and set(ids) - set(found.ids):
        return Actors(tuple(dict.fromkeys([*ids, *found.ids])), found.explicit, found.generic)
    return found


def _coordinated(reading: Reading, subject: Token, index: Index) -> list[Link]:
    """Mentions that stand in one row with the subject, whatever the parser makes of the row."""
    text = reading.flat.text
    near = [k for k in index.of(reading.flat) if k.start > subject.idx - 300 and k.end < subject.idx + 300]
    # what stands in brackets is another name of what stands before them
    links = [
        k for k in near if k.start <= subject.idx < k.end or text.count("(", 0, k.start) <= text.count(")", 0, k.start)
    ]
    at = next((n for n, k in enumerate(links) if k.start <= subject.idx < k.end), None)
    if at is None:
        return []
    first = last = at
    while first and _ROW.fullmatch(text[links[first - 1].end : links[first].start]):
        first -= 1
    while last + 1 < len(links) and _ROW.fullmatch(text[links[last].end : links[last + 1].start]):
        last += 1
    # a row is joined by `and` or `or` somewhere; commas alone may set off an aside
    joined = text[links[first].start : links[last].end]
    return links[first : last + 1] if re.search(r"\b(?:and|or|y|e)\b", joined) else [links[at]]


def _before_modal(reading: Reading, sentence: Span, index: Index) -> Actors:
    """Mentions right before the first modal, where the parser found no subject."""
    modal = next((t for t in sentence if t.tag_ == "MD"), None)
    if modal is None:
        return Actors()
    near = [k for k in index.of(reading.flat) if sentence.start_char <= k.start and k.end <= modal.idx <= k.end + 12]
    if not near:
        return Actors()
    head = reading.doc.char_span(near[-1].start, near[-1].end, alignment_mode="expand")
    row = _coordinated(reading, head[-1], index) if head is not None else []
    return Actors(tuple(dict.fromkeys(i for k in row or near for i in _as_actors(k, index))), explicit=True)


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
    """Actors that one noun names: a mention, governments by their countries or number, or a kind."""
    phrase = _phrase(head)
    links = index.within(reading.flat, phrase.start_char, head.idx + len(head) + 40)
    direct = [link for link in links if link.start <= head.idx < link.end]
    ids = tuple(dict.fromkeys(actor for link in direct for actor in _as_actors(link, index)))
    if ids:
        return Actors(ids, explicit=True)
    text, lemma = phrase.text, head.lemma_.casefold()
    if lemma in _GOVERNMENTS and (head.tag_ == "NNS" or _PAIR.match(text)):
        ids = _governments(text, head, parties)
    elif lemma in _OFFICES | _COOPERATION:
        ids = governments_in(text)
    if ids:
        return Actors(ids, explicit=not text.casefold().startswith("governments"))
    if lemma in _KINDS and head.pos_ in ("NOUN", "PROPN"):
        return Actors((), explicit=True, generic=(_generic(text),))
    return Actors()


def _governments(text: str, head: Token, parties: Parties) -> tuple[str, ...]:
    """`the three Parties`, `Mexican and U.S. governments`, `both countries`."""
    if _THREE.search(text) or (head.lower_ == "parties" and head.text[0].isupper()):
        return parties.agreement
    return governments_in(text) or (parties.pair if _PAIR.match(text) else ())


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


def _countries(links: Sequence[Link], index: Index) -> tuple[str, ...]:
    """Governments of the countries that stand in a phrase, by name or by adjective."""
    found = [actor for link in links for actor in _as_actors(link, index) if actor.endswith("-government")]
    return tuple(dict.fromkeys(found))


def _elsewhere(reading: Reading, sentence: Span, verb: Token, index: Index, parties: Parties) -> Actors:
    """Actors that a sentence names in another place than its subject, or the pair that the whole text is about."""
    text, base = sentence.text, sentence.start_char
    for match in re.finditer(r"\b(?:by|between|for|in|to|from|of|both) (?:the |both (?:the )?)?", text):
        links = [
            k
            for k in index.of(reading.flat)
            if base + match.end() <= k.start <= base + match.end() + 4 and k.end <= sentence.end_char
        ]
        ids = tuple(dict.fromkeys(i for link in links for i in link.ids if index.type(i) == "government"))
        if ids:
            return Actors(ids, explicit=True)
    if (
        re.search(r"\b(?:both|two) (?:\w+ )?(?:governments|countries|nations|presidents)\b|\beach country\b", text)
        and parties.pair
    ):
        return Actors(parties.pair, explicit=True)
    if topic := _TOPIC.match(text):
        links = [
            k
            for k in index.of(reading.flat)
            if k.start == base + topic.end() and text[k.end - base : k.end - base + 1] == ","
        ]
        if found := _countries(links, index):
            return Actors(found, explicit=True)
    one = governments_in(_acted_on(verb))
    if len(one) == 1:
        return Actors(one, explicit=False)
    if _THREE.search(text) and parties.agreement:
        return Actors(parties.agreement, explicit=False)
    return Actors(parties.pair, explicit=False)


def _acted_on(verb: Token) -> str:
    """The noun phrase that a verb acts on, without what follows its head: whose it is shows in it."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass"):
            return verb.doc[child.left_edge.i : child.i + 1].text
    return ""
