"""Typed access to one YAML mapping; whatever is wrong is noted with its place, and reading goes on."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..errors import Problem
from . import edtf
from .located import Map

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["LANGUAGES", "Reader", "suggestion"]

LANGUAGES = ("en", "es")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def suggestion(word: str, known: Collection[str]) -> str:
    """Say which known word was probably meant, or nothing.

    Examples
    --------
    >>> suggestion("ustrr", ["ustr", "hled"])
    " (did you mean 'ustr'?)"
    """
    close = get_close_matches(word, known, n=1, cutoff=0.7)
    return f" (did you mean {close[0]!r}?)" if close else ""


class Reader:
    """Reads the values of one mapping.

    Parameters
    ----------
    data
        The mapping, with the lines of its keys.
    file
        Name for messages.
    path
        Key under which the mapping stands, as `facts[0]`; empty at the top of an entry.
    problems
        List that takes what is wrong.
    """

    def __init__(self, data: Map, file: str, path: str, problems: list[Problem]) -> None:
        self.data = data
        self.file = file
        self._path = path
        self._problems = problems

    def key(self, name: str) -> str:
        """Full name of a key, as `facts[0].valid`."""
        return f"{self._path}.{name}" if self._path else name

    def line(self, name: str = "") -> int:
        """Line of a key, or of the mapping itself."""
        return self.data.lines.get(name, self.data.line)

    def problem(self, code: str, name: str, detail: str) -> None:
        """Note what is wrong with a key."""
        self._problems.append(Problem(self.file, self.line(name), code, self.key(name), detail))

    def only(self, allowed: Collection[str]) -> None:
        """Note the keys that do not belong here."""
        for name in self.data:
            if name not in allowed:
                self.problem("E202", name, f"{name!r}{suggestion(name, allowed)}")

    def text(self, name: str, *, required: bool = False) -> str:
        """Read a string (a whole number counts as one); empty where absent."""
        value = self.data.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str) and value.strip():
            return value
        if value is not None:
            self.problem("E204", name, "a text is needed")
        elif required:
            self.problem("E203", name, "is needed here")
        return ""

    def slug(self, name: str) -> str:
        """Read a required id."""
        value = self.text(name, required=True)
        if value and not all(_SLUG.fullmatch(part) for part in value.split("/")):
            self.problem("E204", name, f"{value!r} is no id (lower-case letters, digits and single hyphens)")
        return value

    def choice(self, name: str, options: Collection[str], *, required: bool = False) -> str:
        """Read a word that is one of `options`."""
        value = self.text(name, required=required)
        if value and value not in options:
            known = ", ".join(sorted(options))
            self.problem("E204", name, f"{value!r} is not one of {known}{suggestion(value, options)}")
            return ""
        return value

    def edtf(self, name: str) -> str:
        """Read an EDTF date or interval; empty where absent."""
        value = self.text(name)
        try:
            edtf.parse(value)
        except ValueError as error:
            self.problem("E208", name, str(error))
            return ""
        return value

    def flag(self, name: str) -> bool:
        """Read true or false; false where absent."""
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            self.problem("E204", name, "true or false is needed")
            return False
        return value

    def number(self, name: str, default: float) -> float:
        """Read a number from 0 to 1."""
        value = self.data.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            self.problem("E204", name, "a number from 0 to 1 is needed")
            return default
        return float(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Read a list of strings; empty where absent."""
        values = self._list(name)
        if any(not isinstance(value, str) for value in values):
            self.problem("E204", name, "a list of texts is needed (quote words such as NO)")
        return tuple(value for value in values if isinstance(value, str))

    def labels(self, name: str, *, required: bool = False) -> dict[str, str]:
        """Read a text in each language, as `{en: …, es: …}`; `required` asks for all languages."""
        value = self.data.get(name)
        if not isinstance(value, Map):
            if value is not None or required:
                self.problem("E204" if value is not None else "E203", name, "{en: …, es: …} is needed")
            return {}
        inner = Reader(value, self.file, self.key(name), self._problems)
        inner.only(LANGUAGES)
        found = {language: inner.text(language, required=required) for language in LANGUAGES}
        return {language: text for language, text in found.items() if text}

    def span(self, name: str) -> tuple[int, int] | None:
        """Read `[start, end]` in code points; None where absent or wrong."""
        value = self.data.get(name)
        if value is None:
            return None
        pair = isinstance(value, list) and len(value) == 2 and all(type(number) is int for number in value)
        if pair and 0 <= value[0] < value[1]:
            return value[0], value[1]
        self.problem("E204", name, "[start, end] is needed, with start before end")
        return None

    def items(self, name: str) -> Iterator[Reader]:
        """Read a list of mappings, each with a reader of its own."""
        for index, value in enumerate(self._list(name)):
            if isinstance(value, Map):
                yield Reader(value, self.file, f"{self.key(name)}[{index}]", self._problems)
            else:
                self.problem("E204", name, f"item {index} is not a mapping")

    def _list(self, name: str) -> list[object]:
        value = self.data.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.problem("E204", name, "a list is needed")
            return []
        return value
