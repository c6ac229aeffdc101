"""Writing files whole: beside the target first, then renamed, so that a killed run leaves the old one."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from .errors import InputError

__all__ = ["read_text", "write_whole"]


def read_text(name: str) -> str:
    """Read a text file, or standard input for `-`.

    Raises
    ------
    InputError
        E103: there is no such file. E104: it is not UTF-8.
    """
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError("E104", f"{name} is not UTF-8") from error
    except OSError as error:
        raise InputError("E103", f"{name}: {error.strerror}") from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, or leave what was there.

    Raises
    ------
    InputError
        E107: the file cannot be written there.
    """
    try:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise InputError("E107", f"{path}: {error.strerror}") from error
    part = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        part.chmod(0o644)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError("E107", f"{path}: {error.strerror}") from error
