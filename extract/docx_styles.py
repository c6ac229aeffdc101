"""What the styles of a Word document, and the properties of its paragraphs and runs, say about text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .docx_xml import child_of, name_of, value_of, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

__all__ = ["Style", "overlaid", "styles_in"]

_DEEPEST = 6  # level of a heading in Markdown


@dataclass(frozen=True, slots=True)
class Style:
    """A style's name in lower case, the level of its heading, its list with the nesting in it, and its looks."""

    name: str = ""
    heading: int = 0
    number: tuple[str, int] = ("", 0)
    bold: bool = False
    hidden: bool = False


def styles_in(root: Iterable[Element]) -> dict[str, Style]:
    """Give the styles of a document by their identifiers, each with what it has from those that it is based on."""
    elements = {value_of(element, "styleId"): element for element in root if name_of(element) == "style"}
    return {name: _style(elements, name) for name in elements}


def overlaid(style: Style, paragraph: Element | None, run: Element | None) -> Style:
    """Give a style as the properties of a paragraph, or of a run, change it."""
    return replace(
        style,
        heading=_outline(paragraph) or style.heading,
        number=_number(paragraph) or style.number,
        bold=_flag(run, "b", default=style.bold),
        hidden=_flag(run, "vanish", default=style.hidden),
    )


def _style(elements: Mapping[str, Element], name: str) -> Style:
    chain: list[Element] = []
    while name in elements and elements[name] not in chain:
        chain.append(elements[name])
        name = value_of(child_of(elements[name], "basedOn"))
    style = Style()
    for element in reversed(chain):
        label = value_of(child_of(element, "name")).lower()
        style = replace(overlaid(style, child_of(element, "pPr"), child_of(element, "rPr")), name=label)
        if level := _named_level(label):
            style = replace(style, heading=level)
    return style


def _named_level(name: str) -> int:
    found = re.fullmatch(r"heading ([1-9])", name)
    return min(int(found[1]), _DEEPEST) if found else int(name == "title")


def _outline(properties: Element | None) -> int:
    """Level of a heading that properties give; 9 stands for text."""
    level = whole(child_of(properties, "outlineLvl"), 9)
    return min(level + 1, _DEEPEST) if level < 9 else 0


def _number(properties: Element | None) -> tuple[str, int] | None:
    """List and nesting that properties give; an empty list takes away what a style gives."""
    found = child_of(properties, "numPr")
    return None if found is None else (value_of(child_of(found, "numId")), whole(child_of(found, "ilvl")))


def _flag(properties: Element | None, name: str, *, default: bool) -> bool:
    found = child_of(properties, name)
    return default if found is None else value_of(found) not in ("0", "false", "off")
