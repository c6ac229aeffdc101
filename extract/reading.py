"""A document in, its canonical text out: every offset of an extraction refers to that text.

Lines end with a line feed and pages with a form feed; nothing else is changed in text and Markdown. Of a PDF the text
layer is read, page by page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Source", "canonical", "read"]

_HYPHEN = "\ufffe"  # how PDFium marks a hyphen at the end of a line
_BROKEN_WORD = re.compile(rf"(\w+){_HYPHEN}\n?(\w+)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Source:
    """A document's name (the file's, without its folder) and its canonical text."""

    name: str
    text: str


def read(path: Path) -> Source:
    """Read a document.

    Parameters
    ----------
    path
        A PDF, or a text or Markdown file in UTF-8, UTF-16 with a byte order mark, or Windows-1252.

    Raises
    ------
    InputError
        E103: no such file. E104: not a document that can be read, and why.
    """
    if not path.is_file():
        raise InputError("E103", f"{path} (a document)" if not path.exists() else f"{path} is not a file")
    data = path.read_bytes()
    if data.startswith(b"%PDF-") or path.suffix.lower() == ".pdf":
        return Source(path.name, _pdf_text(data, path))
    return Source(path.name, canonical(_decoded(data, path)))


def canonical(text: str) -> str:
    r"""Give a text the line ends that offsets count on; a byte order mark goes.

    Examples
    --------
    >>> canonical("one\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, path: Path) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = _from_windows(data, path, error)
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError("E104", f"{path}, line {line}: a control character, so this is not a text")
    return text


def _from_windows(data: bytes, path: Path, error: UnicodeDecodeError) -> str:
    """Text in the older encoding of Western Europe, if the bytes can be that."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError("E104", f"{path}, byte {error.start}: not UTF-8, and no other encoding fits") from error


def _pdf_text(data: bytes, path: Path) -> str:
    """Text of all pages, with a form feed between them."""
    import pypdfium2

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
    return _mended("\n\f\n".join(pages))


def _page_text(document: object, number: int, path: Path) -> str:
    import pypdfium2

    try:
        page = document[number]  # type: ignore[index]
        text_page = page.get_textpage()
        text: str = text_page.get_text_range()
        text_page.close()
        page.close()
    except pypdfium2.PdfiumError as error:
        raise InputError("E104", f"{path}, page {number + 1}: {error}") from error
    return _CONTROL.sub(" ", canonical(text).replace("\x02", _HYPHEN))


def _mended(text: str) -> str:
    """Words that a line end broke, whole again: with their hyphen unless the joined form is a word of the document."""
    words = set(re.findall(r"\w+", text.lower()))

    def join(match: re.Match[str]) -> str:
        first, second = match.groups()
        return first + second if (first + second).lower() in words else f"{first}-{second}"

    return _BROKEN_WORD.sub(join, text).replace(_HYPHEN, "-")
