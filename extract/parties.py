"""The governments that a document is about, and the governments that countries' names stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .countries import countries, country_words, government_id
from .merging import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .mentions import Index

__all__ = ["Parties", "agreement_parties", "government_of", "governments_in", "parties_of"]


@dataclass(frozen=True, slots=True)
class Parties:
    """The governments that a document is about: the two it speaks of most, and those of its agreements with names."""

    pair: tuple[str, ...]
    agreement: tuple[str, ...]


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
    """Give the agreements that carry the names of their parties ("Austria-Hungary Water Treaty"), with these."""
    by_name = {key(name): country.code for country in countries() for name in country.names}
    for entity in index.entities.values():
        if entity.type == "agreement":
            words = f" {key(entity.name)} "
            named = sorted(
                {
                    (words.index(f" {name} "), code)
                    for name, code in by_name.items()
                    if f" {name} " in words and len(name) > 2
                }
            )
            if len(named) >= 2:
                yield entity.id, tuple(dict.fromkeys(government_id(code) for _, code in named))


def government_of(identifier: str, index: Index) -> str:
    """Give the government that a country's place stands for; other places stand for themselves."""
    code = index.countries.get(identifier)
    return government_id(code) if code else identifier


@cache
def _country_pattern() -> re.Pattern[str]:
    rows = "|".join(re.escape(word) for word in sorted(country_words(), key=len, reverse=True))
    return re.compile(rf"(?<!Central )(?<!Latin )(?<!North )(?<!South )(?<![\w.])(?:{rows})(?!\w)")


def governments_in(phrase: str) -> tuple[str, ...]:
    """Give the governments of the countries that a phrase names, by noun or adjective.

    Examples
    --------
    >>> governments_in("Mexican and U.S. officials"), governments_in("Central American officials")
    (('mx-government', 'us-government'), ())
    """
    return tuple(
        dict.fromkeys(government_id(country_words()[match[0]]) for match in _country_pattern().finditer(phrase))
    )
