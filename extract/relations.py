"""Relations that a text states in so many words, between things that it names: a few sure patterns.

Lists of members and authors come from the layout; the others from fixed phrases between two mentions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .model import Relation
from .parties import agreement_parties, government_of
from .people import byline
from .sections import chapter_key
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .flat import Flat
    from .mentions import Index, Link
    from .model import Section
    from .pipeline import Reading

__all__ = ["relations"]

_BODIES = word_set("agency mechanism intl-org ngo academic legislature company state-enterprise judiciary")
_INSTRUMENTS = word_set("agreement law programme")
_FARTHEST = 90
_GROUP = re.compile(r"\b(?:Group|Members|Participants|Committee|Board|Task Force)\b", re.IGNORECASE)
_ROW = re.compile(r",? ?(?:and |or |& )?(?:the )?")
_GOVERNMENT = frozenset({"government"})
_PLACE = frozenset({"place"})
_PERSON = frozenset({"person"})


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words between two mentions that state a relation; `turned`: the second mention is its subject."""

    between: str
    predicate: str
    first: frozenset[str]
    second: frozenset[str]
    turned: bool = False


_PHRASES = (
    _Phrase(
        r",? (?:which was )?(?:established|created|set up|founded) (?:by|under) (?:the )?",
        "established_by",
        _BODIES | {"programme"},
        _INSTRUMENTS | _GOVERNMENT,
    ),
    _Phrase(
        r" (?:created|established|set up|launched|founded|announced) (?:an? |the )?(?:[\w-]+ ){0,5}"
        r"(?:called |known as )?(?:the )?",
        "established_by",
        _INSTRUMENTS | _GOVERNMENT,
        _BODIES | {"programme"},
        turned=True,
    ),
    _Phrase(
        r",? (?:is |which is )?(?:an? )?(?:part|organ|agency|division) of (?:the )?",
        "part_of",
        _BODIES,
        _BODIES | _GOVERNMENT,
    ),
    _Phrase(
        r" at (?:the )?",
        "part_of",
        frozenset({"academic"}),
        frozenset({"academic"}),
    ),
    _Phrase(
        r",? (?:which )?(?:withdrew|withdrawing|withdrawal|has withdrawn) from (?:the )?",
        "withdrew_from",
        _GOVERNMENT | _PLACE,
        frozenset({"agreement"}),
    ),
    _Phrase(
        r",? (?:which )?(?:ratified|signed|joined|acceded to|is a party to|are parties to) (?:the )?",
        "party_to",
        _GOVERNMENT | _PLACE,
        frozenset({"agreement"}),
    ),
    _Phrase(
        r",? (?:is |are )?(?:led|chaired|headed) by (?:the )?",
        "leads",
        _BODIES | {"programme"},
        _BODIES | _PERSON | _GOVERNMENT,
        turned=True,
    ),
    _Phrase(
        r",? (?:chairs|leads|heads|(?:is |as )?(?:the )?(?:new )?(?:chair|president|director|head) of) (?:the )?",
        "leads",
        _PERSON | {"agency"},
        _BODIES,
    ),
    _Phrase(
        r",? (?:who )?(?:as |is an? |are |is )?(?:members?|part) of (?:the )?",
        "member_of",
        _PERSON | _GOVERNMENT | _PLACE,
        _BODIES,
    ),
    _Phrase(
        r" (?:replaced|succeeded|superseded) (?:the )?",
        "successor_of",
        _BODIES | _INSTRUMENTS,
        _BODIES | _INSTRUMENTS,
    ),
    _Phrase(
        r",? in ",
        "located_in",
        frozenset({"agency", "academic", "ngo", "company"}),
        _PLACE,
    ),
    _Phrase(
        r"(?:,| is| \([\w.&-]+\))*(?: based| seated| headquartered| located| has its seat) in ",
        "located_in",
        _BODIES,
        _PLACE,
    ),
    _Phrase(
        r",? (?:implements|implemented|carries out|administers|invoked) (?:the )?",
        "implements",
        _BODIES | _GOVERNMENT,
        frozenset({"programme", "law"}),
    ),
)


def relations(
    flats: Sequence[Flat], readings: Sequence[Reading], index: Index, sections: Sequence[Section]
) -> Iterator[Relation]:
    """Find the relations that a document states, each once, in its order.

    Chapters are objects as `chapter:` and their key (see `sections.chapter_key`).
    """
    seen: set[tuple[str, str, str]] = set()
    found = [*_of_layout(flats, index, sections), *_of_names(index)]
    for reading in readings:
        found += _of_phrases(reading.flat, index)
    for relation in sorted(found, key=lambda r: (r.start, r.end, r.predicate, r.subject, r.object)):
        triple = (relation.subject, relation.predicate, relation.object)
        if triple not in seen and relation.subject != relation.object:
            seen.add(triple)
            yield relation


def _of_layout(flats: Sequence[Flat], index: Index, sections: Sequence[Section]) -> Iterator[Relation]:
    """Authors under a chapter's title or beside it, and the members in a chapter's list of names."""
    titles = {section.chapter for section in sections if section.chapter}
    for flat in flats:
        section = sections[flat.block.section] if flat.block.section >= 0 else None
        people = [link for link in index.of(flat) if index.type(link.ids[0]) == "person"]
        if flat.block.kind == "names" and section is not None and section.chapter and _GROUP.search(section.title):
            yield from (
                _relation(flat, k, k.ids[0], "working_group_member", f"chapter:{section.chapter}", "list")
                for k in people[:1]
            )
        elif flat.block.kind in ("heading", "paragraph") and people and byline(flat.text):
            chapter = chapter_key(re.split(r" [–—] ", flat.text)[0]) if re.search(r" [–—] ", flat.text) else ""
            chapter = chapter if chapter in titles else (section.chapter if section is not None and not chapter else "")
            if chapter:
                yield from (_relation(flat, k, k.ids[0], "author_of", f"chapter:{chapter}", "byline") for k in people)


def _of_names(index: Index) -> Iterator[Relation]:
    """What a name tells: an agreement that carries its parties' names, a body that carries its agreement's."""
    for identifier, governments in agreement_parties(index):
        first = index.entities[identifier].mentions[0]
        for government in governments:
            yield Relation(government, "party_to", identifier, first.start, first.end, "name")
    acronyms = {
        m.text: e.id for e in index.entities.values() if e.type == "agreement" for m in e.mentions if m.text.isupper()
    }
    for entity in index.entities.values():
        whole = acronyms.get(entity.name.split(" ")[0], "")
        if whole and entity.type == "mechanism" and entity.mentions:
            yield Relation(entity.id, "part_of", whole, entity.mentions[0].start, entity.mentions[0].end, "name")


def _of_phrases(flat: Flat, index: Index) -> Iterator[Relation]:
    """Fixed words between two mentions; what stands in a row with either shares the relation."""
    links = index.of(flat)
    for at in range(len(links) - 1):
        one, other = links[at], links[at + 1]
        between = flat.text[one.end : other.start]
        for phrase in _PHRASES if len(between) < _FARTHEST else ():
            if (
                _kinds(one, index) & phrase.first
                and _kinds(other, index) & phrase.second
                and re.fullmatch(phrase.between, between)
            ):
                firsts, seconds = _row(flat, links, at, -1), _row(flat, links, at + 1, 1)
                yield from _joined(flat, phrase, firsts, seconds, index)
        if re.search(r"\b[Ee]stablished (?:by|under) (?:the )?$", flat.text[: one.start]) and re.fullmatch(
            r"(?: (?:Chapter|Article) [\d.]+)?, (?:the )?", between
        ):
            yield from (
                _relation(flat, one, s, "established_by", o, "phrase", other) for s in other.ids for o in one.ids
            )
    for link in links:
        if index.type(link.ids[0]) == "person":
            yield from _office(flat, link, links, index)


def _joined(
    flat: Flat, phrase: _Phrase, firsts: Sequence[Link], seconds: Sequence[Link], index: Index
) -> Iterator[Relation]:
    for first in firsts:
        for second in seconds:
            if not (_kinds(first, index) & phrase.first and _kinds(second, index) & phrase.second):
                continue
            subjects, objects = (second, first) if phrase.turned else (first, second)
            for subject in subjects.ids:
                acting = subject if phrase.predicate == "located_in" else government_of(subject, index)
                yield from (
                    _relation(
                        flat,
                        min(first, second, key=_start),
                        acting,
                        phrase.predicate,
                        o,
                        "phrase",
                        max(first, second, key=_start),
                    )
                    for o in objects.ids
                )


def _row(flat: Flat, links: Sequence[Link], at: int, step: int) -> list[Link]:
    """A mention and those that stand in a row with it, leftwards or rightwards."""
    row = [links[at]]
    while 0 <= at + step < len(links):
        left, right = sorted((links[at], links[at + step]), key=_start)
        if not _ROW.fullmatch(flat.text[left.end : right.start]):
            break
        at += step
        row.append(links[at])
    return row


def _kinds(link: Link, index: Index) -> frozenset[str]:
    return frozenset(index.type(identifier) for identifier in link.ids)


def _start(link: Link) -> int:
    return link.start


def _office(flat: Flat, person: Link, links: Sequence[Link], index: Index) -> Iterator[Relation]:
    """`Mexico's President X`, `X as President of the United States`."""
    for place in links:
        if index.type(place.ids[0]) != "place":
            continue
        government = government_of(place.ids[0], index)
        owned = place.end <= person.start and re.fullmatch(
            r"[’']s (?:President|Prime Minister) ", flat.text[place.end : person.start]
        )
        behind = person.end <= place.start and re.fullmatch(
            r",? (?:as )?(?:the )?[Pp]resident of (?:the )?", flat.text[person.end : place.start]
        )
        if government.endswith("-government") and (owned or behind):
            yield _relation(
                flat,
                min(person, place, key=lambda k: k.start),
                person.ids[0],
                "holds_office",
                government,
                "office",
                max(person, place, key=lambda k: k.start),
            )


def _relation(
    flat: Flat, link: Link, subject: str, predicate: str, obj: str, pattern: str, last: Link | None = None
) -> Relation:
    start, end = flat.span(link.start, (last or link).end)
    return Relation(subject, predicate, obj, start, end, pattern)
