"""A web page as a tree of elements, and what every step asks of an element.

`lxml` reads it, because `python-docx` needs that library anyway.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import lxml.etree
import lxml.html

from ..errors import InputError
from .marked import visible
from .words import word_set

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement

__all__ = ["HEADINGS", "PAGE", "kinds", "shown", "tree"]

PAGE = word_set("html body main article")
"""Elements that hold the page, whatever they are called."""

HEADINGS = word_set("h1 h2 h3 h4 h5 h6")

_OWN_ENTITIES = re.compile(r"\s*(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<!DOCTYPE[^>\[]*\[", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(r"<[a-zA-Z][^<>]*>")


def tree(text: str, path: Path) -> HtmlElement:
    """Parse a page; nothing that it links to is loaded.

    Raises
    ------
    InputError
        E104: it is no HTML, declares entities of its own, or is nested too deep.
    """
    if _OWN_ENTITIES.match(text):
        raise InputError("E104", f"{path}: it declares entities of its own, which are not read")
    if not _ELEMENT.search(text):
        raise InputError("E104", f"{path}: {'not HTML (no element in it)' if text.strip() else 'the HTML is empty'}")
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root: HtmlElement = lxml.html.document_fromstring(text.encode(), parser=parser)
    except lxml.etree.LxmlError as error:
        raise InputError("E104", f"{path}: not HTML ({error})") from error
    # libxml2 leaves out what is nested too deep, and says so only here
    if deep := [e for e in parser.error_log if e.type_name == "ERR_RESOURCE_LIMIT"]:
        raise InputError("E104", f"{path}, line {deep[0].line}: {deep[0].message.split(',')[0]}")
    return root


def kinds(element: HtmlElement, *names: str) -> frozenset[str]:
    """Give the words of some attributes of an element, in lower case: `kinds(e, "role", "class")`."""
    return frozenset(" ".join(element.get(name, "") for name in names).lower().split())


def shown(element: HtmlElement) -> str:
    """Give the text in an element, on one line."""
    return " ".join(visible(element.text_content()).split())
