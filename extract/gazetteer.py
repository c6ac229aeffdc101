"""Known names found in running text: the longest name at each place, by words, without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Gazetteer", "Hit", "Name"]

_TOKEN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Name:
    """A string that denotes an entity: `cls` is its class in the ontology, as the registry gives it."""

    surface: str
    id: str
    cls: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A name at a place of a text."""

    start: int
    end: int
    id: str
    surface: str


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    names: list[tuple[str, str]] = field(default_factory=list)


class Gazetteer:
    """A set of names, ready to be looked up.

    Of names in one word, the case must agree (or all of it be capitals); of longer ones only a capital is needed, and
    from four words on not even that. A hyphen counts as a space.

    Examples
    --------
    >>> found = Gazetteer([("High-Level Dialogue", "hld"), ("Dialogue", "d")]).find("The High Level Dialogue met.")
    >>> [(hit.id, hit.start, hit.end) for hit in found]
    [('hld', 4, 23)]
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._root = _Node()
        for surface, identifier in names:
            node = self._root
            words = [match[0].casefold() for match in _TOKEN.finditer(surface) if match[0] != "-"]
            for word in words:
                node = node.next.setdefault(word, _Node())
            if words and (surface, identifier) not in node.names:
                node.names.append((surface, identifier))

    def find(self, text: str) -> Iterator[Hit]:
        """Find all names, the longest at each place, from left to right."""
        tokens = [match for match in _TOKEN.finditer(text) if match[0] != "-"]
        words = [token[0].casefold() for token in tokens]
        position = 0
        while position < len(tokens):
            hit, length = self._longest(text, tokens, words, position)
            if hit:
                yield hit
            position += length or 1

    def _longest(
        self, text: str, tokens: list[re.Match[str]], words: list[str], position: int
    ) -> tuple[Hit | None, int]:
        node, best, length = self._root, None, 0
        for index in range(position, len(tokens)):
            step = node.next.get(words[index])
            if step is None:
                break
            node = step
            start, end = tokens[position].start(), tokens[index].end()
            for surface, identifier in node.names:
                if _agrees(surface, text[start:end]) and not text[end : end + 1].isalnum():
                    best, length = Hit(start, end, identifier, surface), index - position + 1
                    break
        return best, length


def _agrees(surface: str, found: str) -> bool:
    """Tell whether letters agree in case well enough to be the name."""
    if surface == found:
        return True
    words = _TOKEN.findall(surface)
    if len([word for word in words if word.isalnum()]) == 1:
        return found.isupper() and len(found) > 4 and surface.casefold() == found.casefold()
    return found[:1].isupper() or not surface[:1].isupper() or len(words) >= 4
