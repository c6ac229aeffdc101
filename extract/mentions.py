"""Where the things of a document are mentioned: by name, as governments, and by their kind ("the Commission")."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .countries import countries, country_words, government_id
from .gazetteer import Gazetteer
from .heads import head_noun, type_by_head
from .merging import key
from .model import Entity, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .flat import Flat
    from .lexicon import Thing

__all__ = ["Index", "Link", "index_mentions"]


@dataclass(frozen=True, slots=True)
class Link:
    """A mention in a block's running text, with the ids that it denotes (two for "U.S. and Mexican governments")."""

    start: int
    end: int
    ids: tuple[str, ...]


class Index:
    """All links of a document by block, and its entities.

    `codes` counts how often each country is spoken of; `countries` gives the codes of places that are countries, by id.
    """

    def __init__(
        self,
        links: Mapping[int, Sequence[Link]],
        entities: Mapping[str, Entity],
        codes: Counter[str],
        countries: Mapping[str, str],
    ) -> None:
        self._links = links
        self.entities = entities
        self.codes = codes
        self.countries = countries

    def of(self, flat: Flat) -> Sequence[Link]:
        """Links in a block, from left to right."""
        return self._links.get(flat.offsets[0], ())

    def within(self, flat: Flat, start: int, end: int) -> list[Link]:
        """Links that stand between two characters of a block's running text."""
        return [link for link in self.of(flat) if start <= link.start and link.end <= end]

    def type(self, identifier: str) -> str:
        """Type of an entity."""
        if identifier in self.entities:
            return self.entities[identifier].type
        return "government" if identifier.endswith("-government") else ""


def index_mentions(text: str, flats: Sequence[Flat], things: Sequence[Thing]) -> Index:
    """Find every mention of the things in a document.

    Things without a mention are not in the result.
    """
    finder = Gazetteer(
        (surface, str(number)) for number, thing in enumerate(things) for surface in thing.surfaces if len(surface) > 1
    )
    known = {thing.id: thing for thing in things}
    place_codes = _codes(things)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    links: dict[int, list[Link]] = {}
    recent: dict[str, str] = {}
    codes: Counter[str] = Counter()
    for flat in flats:
        found = list(_governments(flat.text))
        covered = [(link.start, link.end) for link in found]
        found += [
            Link(hit.start, hit.end, (things[int(hit.id)].id,))
            for hit in finder.find(flat.text)
            if not any(start < hit.end and hit.start < end for start, end in covered)
        ]
        found += _by_kind(flat.text, found, known, recent)
        links[flat.offsets[0]] = sorted(found, key=lambda link: (link.start, link.end))
        zone = "footnote" if flat.block.kind == "footnote" else "body"
        for identifier, link in [(i, one) for one in links[flat.offsets[0]] for i in one.ids]:
            start, end = flat.span(link.start, link.end)
            mentions[identifier].append(Mention(start, end, text[start:end], zone))
            if flat.block.kind not in ("footnote", "furniture"):
                codes[place_codes.get(identifier) or _government_code(identifier)] += 1
    codes.pop("", None)
    return Index(links, dict(_entities(known, mentions)), codes, place_codes)


def _entities(known: Mapping[str, Thing], mentions: Mapping[str, list[Mention]]) -> Iterator[tuple[str, Entity]]:
    for identifier in sorted(mentions):
        found = tuple(sorted(set(mentions[identifier])))
        thing = known.get(identifier)
        if thing is not None:
            yield identifier, Entity(identifier, thing.name, thing.type, found, thing.registry, thing.why)
        else:
            yield identifier, Entity(identifier, found[0].text, "government", found, why="a country's government")


def _codes(things: Iterable[Thing]) -> dict[str, str]:
    """Codes of the countries among the things, by id, whatever the registry calls them."""
    names = {key(name): country.code for country in countries() for name in country.names}
    return {t.id: names[key(s)] for t in things if t.type == "place" for s in t.surfaces if key(s) in names}


def _government_code(identifier: str) -> str:
    return identifier.removesuffix("-government").upper() if identifier.endswith("-government") else ""


@cache
def _government_patterns() -> tuple[re.Pattern[str], Mapping[str, str]]:
    words = dict(country_words())
    words |= {f"{name}{s}": country.code for country in countries() for name in country.names for s in ("'s", "’s")}
    one = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pattern = (
        rf"(?<!Central )(?<!Latin )(?<!North )(?<!South )\b(?P<a>{one})(?:(?:, (?P<b>{one}))?,? and (?P<c>{one}))?"
        r" (?:federal )?(?:[Gg]overnments?|authorities)\b"
        rf"|\b[Gg]overnments? of (?:the )?(?P<d>{one})(?:(?:, (?P<e>{one}))?,? and (?:the )?(?P<f>{one}))?(?!\w)"
    )
    return re.compile(pattern), words


def _governments(text: str) -> Iterator[Link]:
    """`the Mexican government`, `the U.S. and Mexican governments`, `the government of Canada`."""
    if "overnment" not in text and "authorities" not in text:
        return
    pattern, words = _government_patterns()
    for match in pattern.finditer(text):
        codes = [words[word] for word in match.groupdict().values() if word]
        yield Link(match.start(), match.end(), tuple(dict.fromkeys(government_id(code) for code in codes)))


_KIND = re.compile(r"\b[Tt]he ([A-ZÀ-Ý][a-zà-ÿ]+(?: Force)?)\b(?! (?:[A-ZÀ-Ý]|of [A-ZÀ-Ý]|on [A-Z]))")


def _by_kind(text: str, found: Sequence[Link], known: Mapping[str, Thing], recent: dict[str, str]) -> list[Link]:
    """`the Commission`, after a commission was named: the last one that has this head noun."""
    out: list[Link] = []
    kinds = [(match.start(1), match.end(1), match[1]) for match in _KIND.finditer(text)]
    for start, end, word, identifier in sorted(
        [(link.start, link.end, "", link.ids[0]) for link in found]
        + [(start, end, word, "") for start, end, word in kinds]
    ):
        if not word:
            thing = known.get(identifier)
            if thing is not None and thing.type not in ("person", "place"):
                for surface in thing.surfaces:
                    if " " in surface:
                        recent[head_noun(surface)] = identifier
            continue
        head = word.casefold().removeprefix("task ")
        free = not any(link.start <= start < link.end for link in found)
        if free and head in recent and type_by_head(word):
            out.append(Link(start, end, (recent[head],)))
    return out
