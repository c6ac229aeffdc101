"""Names of people where the layout gives them: lists of members, and lines of authors under a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .heads import type_by_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .flat import Flat

__all__ = ["byline", "people"]

_WORD = r"[A-ZÀ-Ý][\w’'-]*\.?"
_NAME = rf"{_WORD}(?: (?:de la |de |del |la |van |von |y )?{_WORD}){{1,4}}"
_LIST = re.compile(rf"(?:by )?({_NAME}(?:(?:, and |, | and |; | & ){_NAME})*)")
_TITLED = re.compile(r"^(?P<title>[^–—]{3,80}?) [–—] (?P<names>.+)$")
_SPLIT = re.compile(r", and |, | and |; | & ")


def people(flats: Iterable[Flat]) -> Iterator[str]:
    """Give the names in lists of people and in bylines, as printed."""
    for flat in flats:
        if flat.block.kind == "names":
            yield flat.text
        elif flat.block.kind in ("heading", "paragraph"):
            yield from (name for _, _, name in byline(flat.text))


def byline(text: str) -> list[tuple[int, int, str]]:
    """Give the names in a line that holds nothing but names, with their places in it; a title and a dash may stand before.

    Examples
    --------
    >>> [name for _, _, name in byline("Water and Ports – Ana Ruiz, Per Holm, and Li de Wit")]
    ['Ana Ruiz', 'Per Holm', 'Li de Wit']
    >>> byline("Border Mayors Association and Danube Commission"), byline("Key Recommendations")
    ([], [])
    """
    titled = _TITLED.match(text)
    names, base = (titled["names"], titled.start("names")) if titled else (text, 0)
    if not _LIST.fullmatch(names) or len(names) > 400:
        return []
    out: list[tuple[int, int, str]] = []
    position = 0
    for part in _SPLIT.split(names.removeprefix("by ")):
        start = names.index(part, position)
        out.append((base + start, base + start + len(part), part))
        position = start + len(part)
    several = len(out) > 1 or titled is not None
    return out if several and not any(type_by_head(name) for _, _, name in out) else []
