"""Strings that denote one thing put together: the registry's names, countries, and the names found in the document."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .countries import countries
from .heads import head_noun, type_by_head, type_of_class
from .merging import TITLE, Groups, add, join_acronyms, join_people, join_short_forms, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .gazetteer import Name
    from .names import Candidate

__all__ = ["Thing", "lexicon"]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity before its mentions are known; `why` is the evidence where the registry does not have it."""

    id: str
    name: str
    type: str
    surfaces: tuple[str, ...]
    registry: bool
    why: str


def lexicon(names: Iterable[Name], found: Mapping[str, Candidate], people: Iterable[str]) -> tuple[Thing, ...]:
    """Put the names of a document together to things.

    Parameters
    ----------
    names
        What the registry calls its entities; may be empty.
    found
        Candidates by string (see `names.candidates`).
    people
        Names of persons from lists and bylines.
    """
    groups, surfaces = Groups(), defaultdict[str, set[str]](set)
    types: dict[str, str] = {}
    given: dict[str, Name] = {}
    for name in names:
        item = add(name.surface, groups, surfaces)
        groups.name(item, name.id)
        groups.join(item, key(given.setdefault(name.id, name).surface))
    _add_countries(groups, surfaces, types)
    for person in people:
        types.setdefault(add(person, groups, surfaces), "person")
    for surface, candidate in found.items():
        if kind := candidate.type:
            types.setdefault(add(surface, groups, surfaces), kind)
    join_acronyms(found, groups, surfaces)
    join_people(found, types, groups, surfaces)
    join_short_forms(types, groups)
    return tuple(_things(groups, surfaces, types, given, found))


def _add_countries(groups: Groups, surfaces: dict[str, set[str]], types: dict[str, str]) -> None:
    for country in countries():
        items = [add(name, groups, surfaces) for name in country.names]
        for item in items:
            types.setdefault(item, "place")
            groups.join(items[0], item)


def _things(
    groups: Groups,
    surfaces: Mapping[str, set[str]],
    types: Mapping[str, str],
    given: Mapping[str, Name],
    found: Mapping[str, Candidate],
) -> Iterable[Thing]:
    members = defaultdict[str, list[str]](list)
    for item in sorted(groups.parent):
        members[groups.find(item)].append(item)
    place_ids = {key(country.names[0]): country.id for country in countries()}
    taken = set(given)
    for root, items in members.items():
        strings = sorted({s for item in items if item in surfaces for s in surfaces[item]}, key=lambda s: (-len(s), s))
        if root in groups.ids:
            known = given[groups.ids[root]]
            yield Thing(known.id, known.surface, type_of_class(known.cls), tuple(strings), registry=True, why="")
            continue
        name = _best_name(strings, found)
        kind = _type(items, types, strings)
        fixed = next((place_ids[item] for item in items if item in place_ids), "")
        identifier = fixed or _identifier(strings, name, taken)
        taken.add(identifier)
        yield Thing(identifier, name, kind, tuple(strings), registry=False, why=_why(strings, found))


def _best_name(strings: Sequence[str], found: Mapping[str, Candidate]) -> str:
    long = [s for s in strings if " " in s and not TITLE.match(s)] or list(strings)
    return max(long, key=lambda s: (found[s].count if s in found else 0, len(s), s)) if len(long) > 1 else long[0]


def _type(items: Sequence[str], types: Mapping[str, str], strings: Sequence[str]) -> str:
    """The type of the longest name that has one."""
    for string in strings:
        if " " in string and (kind := type_by_head(string)) and types.get(key(string)) not in ("person", "place"):
            led = any(types.get(key(TITLE.sub("", s)).removesuffix(" administration")) == "person" for s in strings)
            return "government" if head_noun(string) == "administration" and led else kind
    return next((types[item] for item in sorted(items, key=len, reverse=True) if item in types), "")


def _identifier(strings: Sequence[str], name: str, taken: set[str]) -> str:
    short = next((s for s in strings if s.isupper() and " " not in s and len(s) > 1), "")
    slug = re.sub(r"[^a-z0-9]+", "-", key(short or name)).strip("-")[:60] or "entity"
    number = next(n for n in range(1, len(taken) + 2) if (slug if n == 1 else f"{slug}-{n}") not in taken)
    return slug if number == 1 else f"{slug}-{number}"


def _why(strings: Sequence[str], found: Mapping[str, Candidate]) -> str:
    """What speaks for a new name, for the reader who decides on it."""
    reasons: list[str] = []
    for candidate in (found[s] for s in strings if s in found):
        if candidate.defined and candidate.defined != "-":
            reasons.append(f"defined as {candidate.defined}")
        elif candidate.titled:
            reasons.append("after a title")
        elif head := type_by_head(candidate.surface):
            reasons.append(f"head noun {head_noun(candidate.surface)} ({head})")
        elif candidate.labels:
            reasons.append(f"model: {candidate.labels.most_common(1)[0][0]}")
    return "; ".join(dict.fromkeys(reasons)) or "list of names"
