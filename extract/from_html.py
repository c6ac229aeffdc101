"""An HTML document as its blocks: what a reader of the page sees of its content, with its structure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import InputError
from .decoding import page_text
from .html_blocks import blocks_of
from .html_content import content, title
from .html_notes import taken_notes
from .html_tree import tree
from .marked import Part

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

__all__ = ["html_parts"]

_RAISED = str.maketrans("1234567890", "¹²³⁴⁵⁶⁷⁸⁹⁰")


def html_parts(data: bytes, path: Path) -> list[Part]:
    """Read the blocks of an HTML document.

    Parameters
    ----------
    data
        The document, in the encoding of its byte order mark, in the one that it declares, or in UTF-8.
    path
        Where it is from, for messages.

    Returns
    -------
    list of Part
        In the order of the page, with the notes at the end.

    Raises
    ------
    InputError
        E104: it is not in its encoding, is no HTML, or has no text.
    """
    root = tree(page_text(data, path), path)
    notes = taken_notes(root)
    _raise_figures(root)
    heading = title(root)
    found = [part for element in content(root) for part in blocks_of(element)]
    if heading and not any(part.kind == "heading" and part.level == 1 for part in found):
        found.insert(0, Part("heading", heading, 1))
    if not found:
        raise InputError("E104", f"{path}: the HTML has no text")
    return [*found, *notes]


def _raise_figures(root: HtmlElement) -> None:
    """Keep figures raised that are no calls for notes: a square, a number of a note that is not in the page."""
    for raised in root.iter("sup"):
        if len(raised) == 0 and re.fullmatch(r"[\d,;\s]+", raised.text or ""):
            raised.text = " ".join(re.findall(r"\d+", raised.text or "")).translate(_RAISED)
