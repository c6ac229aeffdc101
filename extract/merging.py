"""Names that are spelt differently and denote the same thing: acronyms, surnames and short forms."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from .countries import countries
from .heads import type_by_head
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .names import Candidate

__all__ = ["TITLE", "Groups", "add", "join_acronyms", "join_people", "join_short_forms", "key"]

TITLE = re.compile(
    r"^(?:(?:Former|Vice|Prime|President|Minister|Secretary|Ambassador|Senator|Governor|General|Dr|Prof|Professor|Mr|Mrs|Ms|Sir|"
    r"Lord|Baroness|Dame|Presidente|Embajador|Embajadora|The|Rt|Hon)\.? )+"
)


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


class Groups:
    """Disjoint sets of keys; two sets that hold an id of the registry each never become one."""

    def __init__(self) -> None:
        self.parent: dict[str, str] = {}
        self.ids: dict[str, str] = {}

    def find(self, item: str) -> str:
        """Give the item that stands for the set of another."""
        self.parent.setdefault(item, item)
        while self.parent[item] != item:
            item = self.parent[item]
        return item

    def name(self, item: str, identifier: str) -> None:
        """Give a set an id of the registry, unless it has one."""
        self.ids.setdefault(self.find(item), identifier)

    def join(self, one: str, other: str) -> None:
        """Make one set of two."""
        first, second = sorted((self.find(one), self.find(other)))
        ids = {self.ids[root] for root in (first, second) if root in self.ids}
        if len(ids) < 2:
            self.parent[second] = first
            self.ids.update((first, identifier) for identifier in ids)


def add(surface: str, groups: Groups, surfaces: dict[str, set[str]]) -> str:
    """Add a string under its key, and give the key."""
    item = key(surface)
    groups.find(item)
    surfaces[item].add(surface)
    return item


def join_acronyms(found: Mapping[str, Candidate], groups: Groups, surfaces: Mapping[str, set[str]]) -> None:
    """An acronym and the long form that the document gives it are one thing."""
    for surface, candidate in found.items():
        for long in candidate.forms:
            if key(surface) in surfaces and key(long) in surfaces:
                groups.join(key(surface), key(long))


def join_people(
    found: Mapping[str, Candidate], types: dict[str, str], groups: Groups, surfaces: dict[str, set[str]]
) -> None:
    """A surname stands for the person of that name; a title is no part of a name."""
    for surface in sorted(found):
        bare = TITLE.sub("", surface)
        if bare != surface and types.get(key(bare)) == "person" and not type_by_head(surface):
            groups.join(add(surface, groups, surfaces), key(bare))
    spellings = defaultdict[str, list[str]](list)
    for surface in found:
        spellings[key(surface)].append(surface)
    for surname, owners in _by_surname(types).items():
        for first, other in combinations(owners, 2):
            if other[:2] == first[:2] and other.split()[-1] == first.split()[-1]:
                groups.join(first, other)
        spelt = spellings[surname] if types.get(surname, "person") == "person" else []
        if spelt and len({groups.find(owner) for owner in owners}) == 1:
            types.update((add(surface, groups, surfaces), "person") for surface in spelt)
            groups.join(owners[0], surname)


def _by_surname(types: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Full names of persons by each of their endings."""
    out = defaultdict[str, list[str]](list)
    for item in sorted(item for item, kind in types.items() if kind == "person" and " " in item):
        words = item.split()
        for length in range(1, len(words)):
            out[" ".join(words[-length:])].append(item)
    return out


def join_short_forms(types: Mapping[str, str], groups: Groups) -> None:
    """The end of a longer name, with its head noun, stands for it ("Competitiveness Committee")."""
    typed = sorted(item for item, kind in types.items() if kind not in ("person", "place") and " " in item)
    for short in typed:
        longer = {
            groups.find(i)
            for i in typed
            if i.endswith(" " + short) and _extends(i.removesuffix(short).split(), types[i])
        }
        if len(longer) == 1 and len(short.split()) >= 2:
            groups.join(short, longer.pop())


def _extends(prefix: Sequence[str], kind: str) -> bool:
    """Tell whether words before a name leave it the same thing.

    A rank or a preposition makes another ("Deputy Assistant Secretary"), and so does a country before what every
    country has ("U.S. National Guard").
    """
    national = kind in ("agency", "legislature", "judiciary") and " ".join(prefix) in _country_words()
    return not national and prefix[-1] not in _LINKS and not _RANKS & set(prefix)


@cache
def _country_words() -> frozenset[str]:
    return frozenset(key(word) for country in countries() for word in (*country.names, *country.adjectives))


_LINKS = frozenset({"of", "the", "for", "to", "and", "on", "de", "del", "la"})
_RANKS = word_set("deputy assistant under vice associate principal acting former chief sub joint")
