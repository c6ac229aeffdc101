"""A Word document opened: the elements of its parts, and the values in them.

`python-docx` opens it and knows its parts. Nothing that the document links to is loaded.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

import docx
import lxml.etree
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.oxml.parser import parse_xml

from ..errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.etree import _Element as Element

__all__ = ["W", "child_of", "name_of", "opened", "value_of", "whole"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BESIDE = {
    "styles": RELATION.STYLES,
    "numbering": RELATION.NUMBERING,
    "footnotes": RELATION.FOOTNOTES,
    "endnotes": RELATION.ENDNOTES,
}
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
# python-docx takes for granted that what a package needs is there, and fails in these ways where it is not
_BROKEN_PACKAGE = (OpcError, lxml.etree.LxmlError, KeyError, ValueError, AttributeError, TypeError)
# a declaration in UTF-16 has zeros between its letters
_ENTITIES = re.compile(rb"<\0*!\0*(?:D\0*O\0*C\0*T\0*Y\0*P\0*E|E\0*N\0*T\0*I\0*T\0*Y)")
_LARGEST = 512 * 2**20  # bytes of an unpacked document


def opened(data: bytes, path: Path) -> tuple[Iterable[Element], dict[str, Iterable[Element]]]:
    """Open a document.

    Returns
    -------
    tuple
        The elements of its body, and those of its styles, numbering, footnotes and endnotes, none where it has none.

    Raises
    ------
    InputError
        E104: it is no DOCX, is broken or protected by a password, or would be dangerous to parse.
    """
    if data.startswith(_OLD_OFFICE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise InputError("E104", f"{path}: {'protected by a password' if locked else 'no DOCX, but an older format'}")
    try:
        _check(data, path)
        document = docx.Document(io.BytesIO(data))
        related = {r.reltype: r.target_part.blob for r in document.part.rels.values() if not r.is_external}
        beside: dict[str, Iterable[Element]] = {
            name: parse_xml(related[relation]) if relation in related else () for name, relation in _BESIDE.items()
        }
    except (*_BROKEN_ZIP, *_BROKEN_PACKAGE) as error:
        reason = str(error.args[0]) if error.args else type(error).__name__
        raise InputError("E104", f"{path}: not a whole DOCX ({reason})") from error
    body = child_of(document.element, "body")
    return () if body is None else body, beside


def _check(data: bytes, path: Path) -> None:
    """Refuse what a parser should not see: entities of the document's own, and gigabytes out of a small file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > _LARGEST:
            raise InputError("E104", f"{path}: more than {_LARGEST // 2**20} MB when unpacked")
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")) and _ENTITIES.search(archive.read(entry)):
                raise InputError("E104", f"{path}: {entry.filename} declares entities of its own")


def name_of(element: Element) -> str:
    """Give an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child_of(element: Element | None, name: str) -> Element | None:
    """Find the first child of a name, if there is an element at all."""
    return element.find(W + name) if element is not None else None


def value_of(element: Element | None, name: str = "val") -> str:
    """Give an attribute of an element, empty where there is none."""
    return element.get(W + name, "") if element is not None else ""


def whole(element: Element | None, default: int = 0, name: str = "val") -> int:
    """Give an attribute that is a whole number."""
    text = value_of(element, name)
    return int(text) if re.fullmatch(r"\d{1,6}", text) else default
