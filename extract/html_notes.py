"""The notes of a web page: taken out of it, with `[^label]` where the text calls for them.

A note is known by what it says that it is (a role, a class), or by a link to it that is raised, has a name for a note,
or is answered by a link back.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .html_blocks import blocks_of
from .html_tree import HEADINGS, PAGE, kinds, shown
from .marked import Part
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.html import HtmlElement

__all__ = ["taken_notes"]

_NOTES = word_set("doc-footnote doc-endnote footnote endnote msofootnotetext msoendnotetext")
_LISTS = word_set("doc-endnotes footnotes endnotes references")
_CALLS = word_set("doc-noteref noteref")
_NAME = re.compile(
    r"_?(?:fn|ftn|edn|f(?:oot)?note|endnote|cite[-_]?note|note)[-_:.]*(?:[-_.\w]*[-_:.])?\d+\w?", re.IGNORECASE
)
_LABEL = re.compile(r"(?:(?:foot|end)?n(?:ote|b)?\.? ?)?\d{1,3}|[a-z]{1,4}|[*†‡§¶#]{1,3}", re.IGNORECASE)
_BACK = re.compile(r"(?:[\W\d_]|\b[a-z]{1,2}\b)*|\W*(?:back|return|jump)\b.*", re.IGNORECASE)
_BLOCKS = word_set("li p div dd tr aside section")


@dataclass(frozen=True, slots=True)
class _Places:
    """The elements of a page with their numbers in its order, and by the names that links use."""

    order: Mapping[HtmlElement, int]
    named: Mapping[str, HtmlElement]

    def target(self, link: HtmlElement) -> HtmlElement | None:
        """Find what a link within the page leads to."""
        return self.named.get(_fragment(link))


def taken_notes(root: HtmlElement) -> list[Part]:
    """Take the notes out of a page, and put `[^label]` where the text calls for them."""
    places = _places(root)
    labels: dict[HtmlElement, str] = {}
    taken: Counter[str] = Counter()
    calls: dict[HtmlElement, str] = {}
    for link in root.iter("a"):
        note = _called(link, places)
        if note is not None:
            if note not in labels:
                labels[note] = _label(shown(link), taken)
            holder = next(link.iterancestors("sup"), link)
            calls[holder] = calls.get(holder, "") + f"[^{labels[note]}]"
    for note in _marked_notes(root):
        if not any(n in labels for n in (note, *note.iterancestors(), *note.iterdescendants())):
            labels[note] = _label("", taken)
    for holder, text in calls.items():
        holder.clear(keep_tail=True)
        holder.tag, holder.text = "span", text
    found = [Part("note", _text(note, label, places), mark=label) for note, label in labels.items()]
    for element in (*labels, *filter(_lists_notes, places.order)):
        if element.getparent() is not None:
            element.drop_tree()
    return [note for note in found if note.text]


def _places(root: HtmlElement) -> _Places:
    named: dict[str, HtmlElement] = {}
    for element in root.iter():
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            named.setdefault(name or "", element)
    return _Places({element: number for number, element in enumerate(root.iter())}, named)


def _fragment(link: HtmlElement) -> str:
    return unquote(link.get("href", "").partition("#")[2]) or "#"


# Which links are calls, and which elements notes


def _called(link: HtmlElement, places: _Places) -> HtmlElement | None:
    """Find the note that a link calls for, if it is a call; a link back leads to what stands before it."""
    target = places.target(link)
    if target is None or not _is_label(link):
        return None
    if places.order[target] < places.order[link] and not _is_note(target):
        return None
    note = next((e for e in (target, *target.iterancestors()) if e.tag in _BLOCKS or _is_note(e)), None)
    while note is not None and (above := note.getparent()) is not None and _holds_one_note(above):
        note = above
    if note is None or link in note.iterdescendants() or next(note.iter(*HEADINGS), None) is not None:
        return None
    raised = next(link.iterancestors("sup"), link.find(".//sup")) is not None
    said = _NAME.fullmatch(_fragment(link)) or kinds(link, "role", "epub:type") & _CALLS
    answered = any(places.target(back) in (link, link.getparent()) for back in note.iter("a"))
    return note if raised or said or answered else None


def _is_label(element: HtmlElement) -> bool:
    return bool(_LABEL.fullmatch(shown(element).strip("[]() ")))


def _is_note(element: HtmlElement) -> bool:
    """Tell whether an element says that it is a note; a call for one may have the same class."""
    said = kinds(element, "role", "epub:type", "class") & _NOTES
    return bool(said) and element.tag not in ("a", "sup") and not _is_label(element)


def _holds_one_note(element: HtmlElement) -> bool:
    """Tell whether an element is a whole note, of which a paragraph was found."""
    return element.tag == "li" or bool(_NAME.fullmatch(element.get("id", ""))) or _is_note(element)


def _marked_notes(root: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that say that they are notes, and the items or paragraphs of a list of notes."""
    for element in root.iter():
        if _is_note(element):
            yield element
        elif _lists_notes(element):
            items = [e for e in element.iter("li") if next(e.iterancestors("li"), None) is None]
            yield from items or element.iter("p")


def _lists_notes(element: HtmlElement) -> bool:
    said = kinds(element, "role", "epub:type", "class") & _LISTS
    return element.tag not in PAGE and bool(said or element.get("id") in ("footnotes", "endnotes"))


# What they say


def _label(text: str, taken: Counter[str]) -> str:
    """Label of a note: as the page has it; numbers that begin again are told apart, signs are numbered."""
    found = re.search(r"\d+", text) or re.search(r"\w+", text)
    label = found[0] if found else str(sum(taken.values()) + 1)
    taken[label] += 1
    return label if taken[label] == 1 else f"{label}_{taken[label]}"


def _text(note: HtmlElement, label: str, places: _Places) -> str:
    """Text of a note, without its label and without the links back from it."""
    for link in list(note.iter("a")):
        target = places.target(link)
        back = target is not None and places.order[target] < places.order[note] and _BACK.fullmatch(shown(link))
        if back or "doc-backlink" in kinds(link, "role"):
            link.drop_tree()
    text = " ".join(part.text for part in blocks_of(note)).replace("\n", " ")
    return re.sub(rf"[\[(]?{re.escape(label.partition('_')[0])}[\])]?[.:]?\s+|[*†‡§¶]+\s*|", "", text, count=1).strip()
