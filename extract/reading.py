"""A document in, its canonical text out: every offset of an extraction refers to that text.

Lines end with a line feed and pages with a form feed; nothing else is changed in text and Markdown. Of a PDF the text
layer is read. HTML and DOCX say what their blocks are, and are written as Markdown. The library that reads one of the
formats is imported only for such a document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import InputError
from .decoding import canonical, plain_text
from .marked import marked

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Source", "read"]


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
        A PDF, a DOCX, an HTML file, or a text or Markdown file in UTF-8, UTF-16 with a byte order mark, or
        Windows-1252. A PDF is known by its content, HTML and DOCX by the suffixes `.html`, `.htm`, `.xhtml`, `.docx`.

    Raises
    ------
    InputError
        E103: no such file. E104: not a document that can be read, and why.
    """
    if not path.is_file():
        raise InputError("E103", f"{path} (a document)" if not path.exists() else f"{path} is not a file")
    return Source(path.name, _text(path.read_bytes(), path))


def _text(data: bytes, path: Path) -> str:
    suffix = path.suffix.lower()
    if data.startswith(b"%PDF-") or suffix == ".pdf":
        from .from_pdf import pdf_text

        return pdf_text(data, path)
    if suffix == ".docx":
        from .from_docx import docx_parts

        return marked(docx_parts(data, path))
    if data.startswith(b"PK\x03\x04"):
        raise InputError("E104", f"{path}: a zip archive, not a text; a Word document is read if it is named .docx")
    if suffix in (".html", ".htm", ".xhtml"):
        from .from_html import html_parts

        return marked(html_parts(data, path))
    return canonical(plain_text(data, path))
