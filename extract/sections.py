"""Headings to sections, sections to chapters, and which blocks stand in a list of recommendations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .blocks import blocks
from .model import Section
from .notes import REFERENCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .model import Block

__all__ = ["Outline", "chapter_key", "outline"]

_RECOMMENDATIONS = re.compile(
    r"\brecommend(?:ations?|ed actions)\b|\brecomendaciones\b|\bcalls? to action\b|\bpriority actions\b"
    r"|\baction points\b"
    r"|\bnext steps\b|\bpolicy proposals\b|\bpropuestas\b|\bmedidas propuestas\b",
    re.IGNORECASE,
)
_HEADLINE = re.compile(
    r"(?:key|main|summary of|our|principal(?:es)?)?\s*(?:recommendations|recomendaciones)\W*", re.IGNORECASE
)
_CONTENTS = re.compile(r"(?:table of )?contents|índice|contenido", re.IGNORECASE)
_CONTENTS_ENTRY = re.compile(r"(?:[ivxl]+|\d{1,3})\t(.+)|(.*?\S)(?:\s*\.{3,}\s*|\t|\s{3,})(?:[ivxl]+|\d{1,3})")
_BARE = re.compile(r"^\s*#+\s*|[*_]+|<[^>]*>")
_LONGEST_SCOPED = 550
_DIRECTIVE = re.compile(
    r"\b(?:should|must|shall|needs? to|ought|crucial|essential|opportunit|could|required|interest)\b"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The structure of a document: its blocks, in order, and its sections."""

    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]


def outline(text: str) -> Outline:
    r"""Find the structure of a text.

    Examples
    --------
    >>> found = outline("# Water\n\nText.\n\n## Recommendations\n\n- Clean the river.\n")
    >>> [(s.id, s.role) for s in found.sections]
    [('water', 'body'), ('recommendations', 'recommendations')]
    >>> [b.scope for b in found.blocks if b.kind == "item"]
    [True]
    """
    found = blocks(text)
    titles = _contents(text)
    sections: list[Section] = []
    chapter, out = "", []
    for block in found:
        if block.kind == "heading":
            title = " ".join(_BARE.sub("", text[block.start : block.end]).split())
            chapter = _chapter(title, block, titles, chapter, text)
            sections.append(_section(title, block, chapter, sections))
        out.append(replace(block, section=len(sections) - 1))
    closed = tuple(_closed(sections, len(text)))
    return Outline(tuple(_scoped(text, tuple(_references(out, closed)), closed)), closed)


def chapter_key(title: str) -> str:
    """Give a chapter a short key: the last word of the first member of its title.

    Examples
    --------
    >>> chapter_key("Trade, Economy, and Work"), chapter_key("Strategic Diplomacy")
    ('trade', 'diplomacy')
    """
    first = re.split(r"[,:;–—(]| and | y | & ", title, maxsplit=1)[0]
    words = re.findall(r"\w+", first.casefold())
    return words[-1] if words else "text"


def _contents(text: str) -> dict[str, str]:
    """Titles of the table of contents, squashed, where the document has one."""
    heading = re.search(rf"^[#*\s]*(?:{_CONTENTS.pattern})\W*$", text, re.IGNORECASE | re.MULTILINE)
    if not heading:
        return {}
    titles: dict[str, str] = {}
    for row in text[heading.end() : heading.end() + 6000].split("\n"):
        entry = _CONTENTS_ENTRY.fullmatch(row.strip())
        if entry:
            title = (entry[1] or entry[2]).strip()
            titles[_squashed(title)] = title
    return {**titles, "": str(heading.end())}


def _chapter(title: str, block: Block, titles: dict[str, str], current: str, text: str) -> str:
    """Key of the chapter that a heading opens, or of the one that it stands in."""
    if titles and block.start > int(titles.get("", "0")):
        hit = titles.get(_squashed(title))
        return chapter_key(hit) if hit else current
    marked = text[block.start : block.end].startswith("# ")
    return chapter_key(title) if not titles and marked else current


def _section(title: str, block: Block, chapter: str, before: Sequence[Section]) -> Section:
    slug = re.sub(r"\W+", "-", title.casefold()).strip("-")[:60].strip("-") or "section"
    taken = {section.id for section in before}
    number = next(n for n in range(1, len(before) + 2) if (slug if n == 1 else f"{slug}-{n}") not in taken)
    bare = re.sub(r"^[\W\d]+|\W+$", "", title)
    role = "body"
    if _RECOMMENDATIONS.search(title):
        role = "recommendations"
    elif REFERENCES.fullmatch(bare):
        role = "references"
    elif _CONTENTS.fullmatch(bare):
        role = "contents"
    headline = role == "recommendations" and bool(_HEADLINE.fullmatch(bare))
    return Section(
        slug if number == 1 else f"{slug}-{number}", title, block.level, block.start, block.end, role, chapter, headline
    )


def _closed(sections: Sequence[Section], end: int) -> Iterator[Section]:
    for index, section in enumerate(sections):
        later = (other.start for other in sections[index + 1 :] if other.level <= section.level)
        yield replace(section, end=next(later, end))


def _references(found: Sequence[Block], sections: Sequence[Section]) -> Iterator[Block]:
    """Blocks under a heading such as "References" are footnotes, until the next heading that is not deeper."""
    for block in found:
        section = sections[block.section] if block.section >= 0 else None
        referring = section is not None and section.role == "references"
        yield replace(block, kind="footnote") if referring and block.kind in ("paragraph", "item") else block


def _scoped(text: str, found: Sequence[Block], sections: Sequence[Section]) -> Iterator[Block]:
    """Mark the blocks of recommendation lists: the items, or short directive paragraphs until the first other one.

    Headings inside a list are gone past only where the list begins with one, or where marks show that they are deeper.
    """
    until, itemised, headed = 0, False, False
    for index, block in enumerate(found):
        section = sections[block.section] if block.section >= 0 else None
        opens = block.kind == "heading" and section is not None and section.role == "recommendations"
        if opens and section is not None:
            until, itemised = section.end, False
            headed = index + 1 < len(found) and found[index + 1].kind == "heading"
        elif block.kind == "heading" and not headed and not text.startswith("#", block.start):
            until = 0
        scope = block.start < until and _listed(text, block, itemised=itemised)
        itemised = itemised or (scope and block.kind == "item")
        if block.kind == "paragraph" and not scope and not (_introduces(text, block) and not itemised):
            until = 0
        yield replace(block, scope=scope)


def _listed(text: str, block: Block, *, itemised: bool) -> bool:
    return block.kind == "item" or (block.kind == "paragraph" and _is_item_like(text, block, itemised=itemised))


def _introduces(text: str, block: Block) -> bool:
    return text[block.start : block.end].rstrip().endswith(":")


def _is_item_like(text: str, block: Block, *, itemised: bool) -> bool:
    content = text[block.start : block.end]
    short = len(content) <= _LONGEST_SCOPED and not content.rstrip().endswith(":")
    return (
        short
        and not itemised
        and (bool(_DIRECTIVE.search(content)) or bool(re.search(r"(?:^|[.:] )[A-Z][a-z]+e? ", content)))
    )


def _squashed(text: str) -> str:
    return re.sub(r"[\W\d]+", "", text.casefold())
