"""The text layer of a PDF, page by page, with the words mended that a line end broke."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2

from ..errors import InputError
from .decoding import CONTROL, canonical

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["mended", "pdf_text"]

_HYPHEN = "\ufffe"  # how PDFium marks a hyphen at the end of a line
_BROKEN_WORD = re.compile(rf"(\w+){_HYPHEN}\n?(\w+)")


def pdf_text(data: bytes, path: Path) -> str:
    """Read the text of all pages, with a form feed between them.

    Parameters
    ----------
    data
        The document.
    path
        Where it is from, for messages.

    Raises
    ------
    InputError
        E104: it is no PDF, is broken, or has no text layer.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError("E104", f"{path}: not a whole PDF ({error})") from error
    try:
        pages = [_page_text(document, number, path) for number in range(len(document))]
    finally:
        document.close()
    if not any(page.strip() for page in pages):
        raise InputError(
            "E104", f"{path}: the PDF has no text layer on any page (a scan needs optical recognition first)"
        )
    return mended("\n\f\n".join(pages))


def _page_text(document: pypdfium2.PdfDocument, number: int, path: Path) -> str:
    try:
        page = document[number]
        text_page = page.get_textpage()
        text: str = text_page.get_text_range()
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise InputError("E104", f"{path}, page {number + 1}: {error}") from error
    return CONTROL.sub(" ", canonical(text).replace("\x02", _HYPHEN))


def mended(text: str) -> str:
    r"""Make words whole that a line end broke: with their hyphen unless the joined form is a word of the document.

    Examples
    --------
    >>> mended("a treaty. The trea\ufffe\nty and high\ufffe\nquality")
    'a treaty. The treaty and high-quality'
    """
    words = set(re.findall(r"\w+", text.lower()))

    def join(match: re.Match[str]) -> str:
        first, second = match.groups()
        return first + second if (first + second).lower() in words else f"{first}-{second}"

    return _BROKEN_WORD.sub(join, text).replace(_HYPHEN, "-")
