"""Relations that a text states in so many words, between things that it names: a few sure patterns.

Lists of members and authors come from the layout; the others from fixed phrases between two mentions.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .actors import agreement_parties, government_of
from .model import Relation
from .people import byline
from .sections import chapter_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .flat import Flat
    from .mentions import Index, Link
    from .model import Section
    from .pipeline import Reading

__all__ = ["relations"]

_BODIES = frozenset("agency mechanism intl-org ngo academic legislature company state-enterprise judiciary".split())
_INSTRUMENTS = frozenset("agreement law programme".split())
_GROUP = re.compile(r"\b(?:Group|Members|Participants|Committee|Board|Task Force)\b", re.IGNORECASE)
_BETWEEN: tuple[tuple[re.Pattern[str], str, frozenset[str], frozenset[str], bool], ...] = (
    (re.compile(r",? (?:which was )?(?:established|created|set up|founded) (?:by|under) (?:the )?$"), "established_by", _BODIES, _INSTRUMENTS | {"government"}, False),
    (re.compile(r" (?:created|established|set up|launched|founded) (?:an? |the )?(?:[\w-]+ ){0,5}(?:called |known as )?(?:the )?$"), "established_by", frozenset({"agreement", "law", "government"}), _BODIES | {"programme"}, True),
    (re.compile(r",? (?:is |which is )?(?:an? )?(?:part|organ|agency|division) of (?:the )?$"), "part_of", _BODIES, _BODIES | {"government"}, False),
    (re.compile(r" at (?:the )?$"), "part_of", frozenset({"academic"}), frozenset({"academic"}), False),
    (re.compile(r",? (?:which )?(?:withdrew|withdrawing|withdrawal) from (?:the )?$"), "withdrew_from", frozenset({"government", "place"}), frozenset({"agreement"}), False),
    (re.compile(r",? (?:is )?(?:led|chaired|headed) by (?:the )?$"), "leads", _BODIES | {"programme"}, _BODIES | {"person", "government"}, True),
    (re.compile(r",? (?:chairs|leads|heads|is (?:the )?(?:chair|president|director|head) of|(?:chair|president|director|head) of) (?:the )?$"), "leads", frozenset({"person", "agency"}), _BODIES, False),
    (re.compile(r" (?:replaced|succeeded|superseded) (?:the )?$"), "successor_of", _BODIES | _INSTRUMENTS, _BODIES | _INSTRUMENTS, False),
)  # fmt: skip
_PRESIDENT = re.compile(r"\b(?:[Pp]resident|Prime Minister) $")


def relations(text: str, flats: Sequence[Flat], readings: Sequence[Reading], index: Index, sections: Sequence[Section]) -> Iterator[Relation]:
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
            yield from (_relation(flat, k, k.ids[0], "working_group_member", f"chapter:{section.chapter}", "list") for k in people[:1])
        elif flat.block.kind in ("heading", "paragraph") and byline(flat.text):
            chapter = chapter_key(re.split(r" [–—] ", flat.text)[0]) if re.search(r" [–—] ", flat.text) else ""
            chapter = chapter if chapter in titles else (section.chapter if section is not None and not chapter else "")
            if chapter:
                yield from (_relation(flat, k, k.ids[0], "author_of", f"chapter:{chapter}", "byline") for k in people)


def _of_names(index: Index) -> Iterator[Relation]:
    """An agreement that carries the names of its parties."""


    for identifier, governments in agreement_parties(index):
        first = index.entities[identifier].mentions[0]
        for government in governments:
            yield Relation(government, "party_to", identifier, first.start, first.end, "name")


def _of_phrases(flat: Flat, index: Index) -> Iterator[Relation]:
    links = index.of(flat)
    for one, other in zip(links, links[1:], strict=False):
        between = flat.text[one.end : other.start]
        if len(between) > 90 or re.search(r"[.;:!?] ", between):
            continue
        for pattern, predicate, subjects, objects, turned in _BETWEEN:
            if pattern.match(between) and index.type(one.ids[0]) in subjects and index.type(other.ids[0]) in objects:
                first, second = (other, one) if turned else (one, other)
                yield from (_relation(flat, one, s, predicate, o, "phrase", other) for s in first.ids for o in second.ids)
    for link in links:
        if index.type(link.ids[0]) == "person":
            yield from _office(flat, link, links, index)


def _office(flat: Flat, person: Link, links: Sequence[Link], index: Index) -> Iterator[Relation]:
    """`Mexico's President X`, `X as President of the United States`."""


    before = flat.text[: person.start]
    for place in links:
        if index.type(place.ids[0]) != "place":
            continue
        government = government_of(place.ids[0], index)
        owned = place.end <= person.start and re.fullmatch(r"[’']s (?:President|Prime Minister) ", flat.text[place.end : person.start])
        behind = person.end <= place.start and re.fullmatch(r",? (?:as )?(?:the )?[Pp]resident of (?:the )?", flat.text[person.end : place.start])
        if government.endswith("-government") and (owned or (behind and before is not None)):
            yield _relation(flat, min(person, place, key=lambda k: k.start), person.ids[0], "holds_office", government, "office", max(person, place, key=lambda k: k.start))


def _relation(flat: Flat, link: Link, subject: str, predicate: str, obj: str, pattern: str, last: Link | None = None) -> Relation:
    start, end = flat.span(link.start, (last or link).end)
    return Relation(subject, predicate, obj, start, end, pattern)
