"""Names of people where the layout gives them: lists of members, and lines of authors under a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .heads import type_by_head

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from .flat import Flat

__all__ = ["byline", "people"]

_WORD = r"[A-ZÀ-Ý][\w’'-]*\.?"
_NAME = rf"{_WORD}(?: (?:de la |de |del |la |van |von |y )?{_WORD}){{1,4}}"
_LIST = re.compile(rf"(?:by )?({_NAME}(?:(?:, and |, | and |; | & ){_NAME})*)")
_TITLED = re.compile(r"^(?P<title>[^–—]{3,80}?) [–—] (?P<names>.+)$")
_SPLIT = re.compile(r", and |, | and |; | & ")


def people(flats: Sequence[Flat], called: Collection[str]) -> frozenset[str]:
    """Give the names in lists of people and in bylines, as printed.

    Parameters
    ----------
    flats
        The blocks of the document.
    called
        What the language model calls a person anywhere in it; a line is a byline where half of its names are among
        these or in a list.
    """
    listed = {flat.text for flat in flats if flat.block.kind == "names"}
    known = listed | set(called)
    out = set(listed)
    for flat in flats:
        if flat.block.kind in ("heading", "paragraph"):
            names = [name for _, _, name in byline(flat.text)]
            if 2 * sum(name in known for name in names) >= len(names):
                out.update(names)
    return frozenset(out)


def byline(text: str) -> list[tuple[int, int, str]]:
    """Give the names in a line of nothing but names, with their places in it; a title and a dash may stand before.

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
