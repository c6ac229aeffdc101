"""What of a web page is its content: not the furniture around it, and nothing that is hidden or deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .html_tree import HEADINGS, PAGE, kinds, shown
from .words import word_set

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["content", "title"]

_NO_CONTENT = word_set(
    """head script style template noscript nav dialog svg canvas object iframe audio video map button select textarea
    datalist input del s strike"""
)
_NO_CONTENT_ROLES = word_set("navigation search dialog alertdialog menu menubar toolbar tablist doc-toc doc-pagebreak")
_FURNITURE = word_set(
    """nav navbar navigation menu breadcrumb breadcrumbs sidebar toc table-of-contents skip-link skiplink sr-only
    visually-hidden screen-reader-text site-header site-footer pagination share social-share headerlink
    mw-editsection"""
)
_ALSO_TITLES = word_set("navigation menu share")  # an id may be made of a heading: "Navigation" on a river
_BANNER = re.compile(
    r"(?:cookies?|gdpr|consent|ccpa)(?:[-_]{0,2}(?:law|consent|page))?[-_]{0,2}"
    r"(?:banner|bar|notice|popup|dialog|modal|overlay|message|manager|prompt|consent|container|info)\b"
    r"|^(?:onetrust|cybotcookiebot|cc-window|usercentrics|didomi)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOSTLY_LINKS = {"ul": 0.9, "ol": 0.9, "aside": 0.5}  # share of links from which there is nothing else to read


def title(root: HtmlElement) -> str:
    """Give the first heading of the first level, which may stand in the header of the page."""
    for heading in root.iter("h1"):
        outer = (heading, *heading.iterancestors())
        if (words := shown(heading)) and not any(_left_out(e) and not _frames_page(e) for e in outer):
            return words
    return ""


def content(root: HtmlElement) -> list[HtmlElement]:
    """Take out of a page what is not its content, and give the elements that hold the rest: `main`, or all."""
    for element in list(root.iter()):
        if _left_out(element):
            element.drop_tree()
    mains = [e for e in root.iter() if (e.tag == "main" or "main" in kinds(e, "role")) and shown(e)]
    return [e for e in mains if not any(outer in mains for outer in e.iterancestors())] or [root]


def _left_out(element: HtmlElement) -> bool:
    return element.tag not in PAGE and (
        element.tag in _NO_CONTENT
        or bool(kinds(element, "role") & _NO_CONTENT_ROLES)
        or _is_furniture(element)
        or _is_hidden(element)
        or _frames_page(element)
        or _only_links(element)
    )


def _is_furniture(element: HtmlElement) -> bool:
    names = kinds(element, "class") | (kinds(element, "id") - _ALSO_TITLES)
    return element.tag not in HEADINGS and (bool(names & _FURNITURE) or any(map(_BANNER.search, names)))


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _frames_page(element: HtmlElement) -> bool:
    """Tell whether an element is the header or footer of a page; one in the content, or a title block, is not."""
    outer = {a.tag for a in element.iterancestors()}
    if _is(element, "footer", "contentinfo"):
        return "blockquote" not in outer
    if not _is(element, "header", "banner") or outer & {"main", "article", "section", "aside"}:
        return False
    own = len(list(element.iter("h1")))
    title_block = own > 0 and next(element.iter("a", "nav", "form", "button"), None) is None
    return not title_block or len(list(element.getroottree().iter("h1"))) > own


def _is(element: HtmlElement, tag: str, role: str) -> bool:
    return element.tag == tag or role in kinds(element, "role") or element.get("id") == tag


def _only_links(element: HtmlElement) -> bool:
    """Tell whether an element is a table of contents, or an aside of links to other pages."""
    share = _MOSTLY_LINKS.get(str(element.tag))
    if share is None:
        return False
    links = [a for a in element.iter("a") if a.get("href", "").startswith("#") or element.tag == "aside"]
    return bool(links) and sum(len(shown(a)) for a in links) >= share * len(shown(element))
