"""The blocks of a document that says itself what they are, and their text as Markdown, which keeps that.

HTML and DOCX are read as such blocks; the Markdown is their canonical text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .lines import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Part", "marked", "paragraphs", "visible"]

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\u00ad\u200b\u2060\ufeff]")
_CONTENTS = re.compile(r"(?:table of )?contents|índice|contenido", re.IGNORECASE)
_LEADS = {"cell": "| ", "quote": "> "}


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a document; line feeds in `text` are its own line breaks.

    `kind` is heading, paragraph, item, more (what goes on with the item before it), quote, cell or note. `level` is
    the depth of a heading, from 1, or the nesting of an item, from 0; `mark` an item's number or a note's label.
    """

    kind: str
    text: str
    level: int = 0
    mark: str = ""
    bold: bool = False


def visible(text: str) -> str:
    r"""Give a text without the characters that show nothing, such as the soft hyphen.

    Examples
    --------
    >>> visible("high\u00adwater")
    'highwater'
    """
    return _UNSEEN.sub("", text)


def paragraphs(text: str) -> list[str]:
    r"""Give the paragraphs of a block, which two line breaks part, with single spaces.

    Tabs stay: before a page number they tell a table of contents.

    Examples
    --------
    >>> paragraphs("Dig  the canal\nand the lock.\n \nPay \t 3")
    ['Dig the canal\nand the lock.', 'Pay\t3']
    """
    rows = (re.sub(r"\s*\t\s*", "\t", row) for row in visible(text).split("\n"))
    tidy = "\n".join(re.sub(r"[^\S\t]+", " ", row).strip() for row in rows)
    return [paragraph for paragraph in re.split(r"\n{2,}", tidy.strip("\n")) if paragraph]


def marked(parts: Iterable[Part]) -> str:
    r"""Write the blocks of a document as Markdown.

    A bullet stands before a number as well: "1." alone may begin a heading or a footnote.

    Examples
    --------
    >>> marked([Part("heading", "Water", 2), Part("item", "Clean\nthe river.", mark="1."), Part("cell", "2027")])
    '## Water\n\n- 1. Clean\n  the river.\n\n| 2027\n'
    """
    out: list[str] = []
    last = Part("", "")
    for part in parts:
        # a heading over a table of contents that was left out would say that the document has one
        if part.kind == "heading" and _CONTENTS.fullmatch(part.text):
            continue
        goes_on = part.kind == "more" and last.kind == "item"
        out.append("\n" if goes_on or part.kind == last.kind == "item" else "\n\n")
        out.append(_written(part, last.level if goes_on else -1))
        last = last if goes_on else part
    return "".join(out[1:]) + "\n" * bool(out)


def _written(part: Part, level: int) -> str:
    """One block as Markdown; `level` is that of the item that it goes on with, if any."""
    lines = part.text.split("\n")
    if part.kind == "heading":
        return f"{'#' * part.level} {' '.join(lines)}"
    if part.kind == "note":
        return f"[^{part.mark}]: {' '.join(lines)}"
    if level >= 0 or part.kind == "item":
        indent = "    " * (part.level if level < 0 else level)
        mark = f"{part.mark} " if part.mark and not NUMBER.match(part.text) else ""
        return f"{indent}{'- ' + mark if level < 0 else '  '}" + f"\n{indent}  ".join(lines)
    if lead := _LEADS.get(part.kind):
        # in lower case a line goes on with the one before it, and a mark would part them
        rest = (f"\n  {line}" if line[:1].islower() else f"\n{lead}{line}" for line in lines[1:])
        return lead + lines[0] + "".join(rest)
    if part.bold and len(lines) == 1:
        return f"**{part.text}**"
    return "\n".join(f"\\{line}" if line.startswith("#") else line for line in lines)
