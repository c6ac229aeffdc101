"""Sentences of a parsed block: those of the parser, mended where it broke one, without the label before a colon."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

__all__ = ["sentences"]

_CLOSED = re.compile(r"[.!?…][\"”’')\]]*$")
_ABBREVIATION = re.compile(r"\b(?:U\.S|U\.K|U\.N|No|Art|Arts|Ch|Sec|Dr|Mr|Mrs|Ms|St|Gen|e\.g|i\.e|cf|vs|approx)\.$")
_LABEL = re.compile(r"(?:[^\W\d_][\w’'&/.-]*,?[ ]){0,9}[\w’'&/.-]+(?: \([\w.-]+\))?: ?(?=[A-Z¿¡\"“])")


def sentences(doc: Doc) -> Iterator[Span]:
    """Give the sentences of a block as spans of its parse.

    A piece that begins in lower case, or follows one that has no end, belongs to the one before it. A label
    ("Labour migration: The government should …") is left out.
    """
    start = end = 0
    for sentence in doc.sents:
        if end > start and _goes_on(doc[start:end].text.rstrip(), sentence.text):
            end = sentence.end
            continue
        if end > start:
            yield _without_label(doc, start, end)
        start, end = sentence.start, sentence.end
    if end > start:
        yield _without_label(doc, start, end)


def _goes_on(before: str, text: str) -> bool:
    if not text.strip() or text.lstrip()[0].islower() or text.lstrip()[0] in ",;:)—–-":
        return True
    return not _CLOSED.search(before) or bool(_ABBREVIATION.search(before) and not before.endswith("U.S."))


def _without_label(doc: Doc, start: int, end: int) -> Span:
    span = doc[start:end]
    label = _LABEL.match(span.text)
    if label and not re.search(r"\b(?:should|must|shall|will|is|are|to|the following|include)\b", label[0]):
        inner = doc.char_span(span.start_char + label.end(), span.end_char)
        if inner is not None and len(inner) > 2:
            span = inner
    while len(span) > 1 and span[-1].is_space:
        span = span[:-1]
    return span
