"""The bytes of a text or of a web page as text, in the encoding that they have or declare."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from ..errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CONTROL", "canonical", "page_text", "plain_text"]

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]*?\b(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
# a declaration that can be read is not in UTF-16
_AS_BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}


def canonical(text: str) -> str:
    r"""Give a text the line ends that offsets count on; a byte order mark goes.

    Examples
    --------
    >>> canonical("one\r\ntwo\rthree")
    'one\ntwo\nthree'
    """
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def plain_text(data: bytes, path: Path) -> str:
    """Decode a text: in the encoding of its byte order mark, in UTF-8 or, where it is not that, in Windows-1252.

    Raises
    ------
    InputError
        E104: it is in another encoding, or is something binary.
    """
    name = _marked_encoding(data) or "utf-8"
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise InputError("E104", f"{path}, byte {error.start}: not UTF-8, and no other encoding fits") from error
    return _checked(text, path)


def page_text(data: bytes, path: Path) -> str:
    """Decode a web page: in the encoding of its byte order mark, in the one that it declares, or in UTF-8.

    Raises
    ------
    InputError
        E104: it is not in that encoding, the encoding is not known, or it is something binary.
    """
    name = _marked_encoding(data) or _declared_encoding(data, path)
    try:
        text = data.decode(name)
    except (UnicodeError, LookupError) as error:
        place = f", byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError("E104", f"{path}{place}: not in its encoding ({name})") from error
    return _checked(text, path)


def _marked_encoding(data: bytes) -> str:
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _declared_encoding(data: bytes, path: Path) -> str:
    declared = _DECLARED.search(data[:4096])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError as error:
        raise InputError("E104", f"{path}: in an encoding that is not known ({name})") from error
    return _AS_BROWSERS.get(known, known)


def _checked(text: str, path: Path) -> str:
    if found := CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError("E104", f"{path}, line {line}: a control character, so this is not a text")
    return text.removeprefix("\ufeff")
