"""Strings that denote one thing put together: the registry's names, countries, and the names found in the document."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .countries import countries
from .heads import head_noun, type_by_head, type_of_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .gazetteer import Name
    from .names import Candidate

__all__ = ["Thing", "key", "lexicon"]

_TITLE = re.compile(
    r"^(?:(?:Former|Vice|Prime|President|Minister|Secretary|Ambassador|Senator|Governor|General|Dr|Prof|Professor|Mr|Mrs|Ms|Sir|"
    r"Lord|Baroness|Dame|Presidente|Embajador|Embajadora|The|Rt|Hon)\.? )+"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity before its mentions are known; `why` is the evidence where the registry does not have it."""

    id: str
    name: str
    type: str
    surfaces: tuple[str, ...]
    registry: bool
    why: str


def key(surface: str) -> str:
    """Give what two spellings of a name have in common.

    Examples
    --------
    >>> key("the High-Level Dialogue") == key("High Level Dialogue"), key("López Obrador")
    (True, 'lopez obrador')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", surface) if not unicodedata.combining(c))
    words = re.sub(r"[’']s\b|[’'.,\"“”]", "", plain).replace("-", " ").replace("–", " ").casefold().split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


class _Groups:
    """Disjoint sets of keys."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}

    def find(self, item: str) -> str:
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            item = self.parent[item]
        return item

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self.parent[second] = first


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
    groups, surfaces = _Groups(), defaultdict[str, set[str]](set)
    types: dict[str, str] = {}
    given: dict[str, str] = {}
    for name in names:
        item = _add(name.surface, groups, surfaces)
        groups.join(item, f"\0{name.id}")
        given[f"\0{name.id}"] = type_of_class(name.cls)
    _add_countries(groups, surfaces, types)
    for person in people:
        types.setdefault(_add(person, groups, surfaces), "person")
    for surface, candidate in found.items():
        if kind := candidate.type:
            types.setdefault(_add(surface, groups, surfaces), kind)
    _join_acronyms(found, groups, surfaces)
    _join_people(found, types, groups, surfaces)
    _join_short_forms(types, groups)
    return tuple(_things(groups, surfaces, types, given, found))


def _add(surface: str, groups: _Groups, surfaces: dict[str, set[str]]) -> str:
    item = key(surface)
    groups.find(item)
    surfaces[item].add(surface)
    return item


def _add_countries(groups: _Groups, surfaces: dict[str, set[str]], types: dict[str, str]) -> None:
    for country in countries():
        items = [_add(name, groups, surfaces) for name in country.names]
        for item in items:
            types.setdefault(item, "place")
            groups.join(items[0], item)


def _join_acronyms(found: Mapping[str, Candidate], groups: _Groups, surfaces: Mapping[str, set[str]]) -> None:
    for surface, candidate in found.items():
        if candidate.defined and key(surface) in surfaces and key(candidate.defined) in surfaces:
            groups.join(key(surface), key(candidate.defined))


def _join_people(
    found: Mapping[str, Candidate], types: dict[str, str], groups: _Groups, surfaces: dict[str, set[str]]
) -> None:
    """A surname stands for the person of that name; a title is no part of a name."""
    full = sorted(item for item, kind in types.items() if kind == "person" and " " in item)
    for item in full:
        for surface in sorted(surfaces[item]):
            if (bare := _TITLE.sub("", surface)) != surface:
                groups.join(item, _add(bare, groups, surfaces))
                types.setdefault(key(bare), "person")
    by_end = defaultdict[str, list[str]](list)
    for item in sorted(item for item, kind in types.items() if kind == "person" and " " in item):
        words = item.split()
        for length in range(1, len(words)):
            by_end[" ".join(words[-length:])].append(item)
    for surname, owners in by_end.items():
        first = owners[0]
        for other in owners[1:]:
            if other[:2] == first[:2] and (other.split()[-1] == first.split()[-1]):
                groups.join(first, other)
        same = {groups.find(owner) for owner in owners}
        spelt = [surface for surface in found if key(surface) == surname and types.get(surname, "person") == "person"]
        if len(same) == 1 and spelt:
            for surface in spelt:
                types[_add(surface, groups, surfaces)] = "person"
            groups.join(first, surname)


def _join_short_forms(types: Mapping[str, str], groups: _Groups) -> None:
    """The end of a longer name, with its head noun, stands for it ("Competitiveness Committee")."""
    typed = sorted(item for item, kind in types.items() if kind not in ("person", "place") and " " in item)
    for short in typed:
        longer = {groups.find(item) for item in typed if item.endswith(" " + short)}
        if len(longer) == 1 and len(short.split()) >= 2:
            groups.join(short, longer.pop())


def _things(
    groups: _Groups,
    surfaces: Mapping[str, set[str]],
    types: Mapping[str, str],
    given: Mapping[str, str],
    found: Mapping[str, Candidate],
) -> Iterable[Thing]:
    members = defaultdict[str, list[str]](list)
    for item in sorted(groups.parent):
        members[groups.find(item)].append(item)
    place_ids = {key(country.names[0]): country.id for country in countries()}
    taken: set[str] = set()
    for items in members.values():
        strings = sorted({s for item in items if item in surfaces for s in surfaces[item]}, key=lambda s: (-len(s), s))
        registered = sorted(item for item in items if item in given)
        if not strings:
            continue
        name = _best_name(strings, found)
        if registered:
            yield Thing(registered[0][1:], name, given[registered[0]], tuple(strings), registry=True, why="")
            continue
        kind = _type(items, types, strings)
        fixed = next((place_ids[item] for item in items if item in place_ids), "")
        identifier = fixed or _identifier(strings, name, taken)
        taken.add(identifier)
        yield Thing(identifier, name, kind, tuple(strings), registry=False, why=_why(strings, found))


def _best_name(strings: Sequence[str], found: Mapping[str, Candidate]) -> str:
    long = [s for s in strings if " " in s and not _TITLE.match(s)] or list(strings)
    return max(long, key=lambda s: (found[s].count if s in found else 0, len(s), s)) if len(long) > 1 else long[0]


def _type(items: Sequence[str], types: Mapping[str, str], strings: Sequence[str]) -> str:
    """The type of the longest name that has one."""
    for string in strings:
        if " " in string and (kind := type_by_head(string)) and types.get(key(string)) not in ("person", "place"):
            before = key(string).removesuffix(" administration")
            return "government" if head_noun(string) == "administration" and types.get(before) == "person" else kind
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
