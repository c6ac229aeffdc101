"""Every error that acuerdo raises on purpose, as one small tree.

::

    AcuerdoError
    ├── InputError       wrong input: an argument, a file, a document (exit code 2)
    │   └── RegistryError    all the problems of a registry, listed at once
    ├── NotFoundError    nothing answers, where that is a failure (exit code 1)
    └── StoreError       a store cannot be reached or refused its work (exit code 3)

Each carries a numbered code of `CODES`; the message says what is wrong and where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["CODES", "AcuerdoError", "InputError", "NotFoundError", "Problem", "RegistryError", "StoreError"]

CODES = {
    # E1..: arguments and documents
    "E101": "no such entity",
    "E102": "not a date",
    "E103": "no such file",
    "E104": "cannot read the document",
    "E105": "no such question",
    "E106": "not a parameter of the question",
    "E107": "cannot write the file",
    "E108": "not an export of acuerdo",
    "E109": "nothing found",
    "E110": "too many answers",
    "E111": "query refused",
    "E112": "query took too long",
    # E2..: the registry
    "E201": "not YAML",
    "E202": "unknown key",
    "E203": "missing key",
    "E204": "wrong value",
    "E205": "unknown id",
    "E206": "unknown class",
    "E207": "wrong class",
    "E208": "not an EDTF date or interval",
    "E209": "duplicate id",
    "E210": "duplicate name",
    "E211": "fact without evidence",
    "E212": "evidence outside its source",
    "E213": "quote has moved",
    "E214": "violates a shape",
    # E3..: stores
    "E301": "store cannot be reached",
    "E302": "store refused the password",
    "E303": "no graph has been built",
    "E304": "store is in use by another process",
    "E305": "store refused the query",
    "E306": "no embedded store on this platform",
}
"""What each code means; the manual's list of errors is made from this table."""


class AcuerdoError(Exception):
    """Base of all errors that acuerdo raises on purpose.

    Parameters
    ----------
    code
        A key of `CODES`.
    message
        What is wrong and where, in one sentence.
    """

    exit_code = 2

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[AcuerdoError], tuple[str, str]]:
        """Travel between processes."""
        return type(self), (self.code, self.args[0])

    def __str__(self) -> str:
        return f"{self.code} {CODES[self.code]}: {super().__str__()}"


class InputError(AcuerdoError, ValueError):
    """Wrong input; nothing was changed."""


class NotFoundError(AcuerdoError, LookupError):
    """Nothing answers, where the caller needs something."""

    exit_code = 1


class StoreError(AcuerdoError, ConnectionError):
    """A store cannot be reached, or refused its work."""

    exit_code = 3


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong in a registry, with its place.

    Examples
    --------
    >>> print(Problem("bodies.yaml", 4, "E205", "facts[0].part_of", "'ustrr' (did you mean 'ustr'?)"))
    bodies.yaml:4: E205 unknown id: facts[0].part_of: 'ustrr' (did you mean 'ustr'?)
    """

    file: str
    line: int
    code: str
    key: str
    detail: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.code} {CODES[self.code]}: {self.key}: {self.detail}"


class RegistryError(InputError):
    """A registry with problems; all of them are listed."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = sorted(problems)
        super().__init__(self.problems[0].code, "\n".join(map(str, self.problems)))

    def __str__(self) -> str:
        count = len(self.problems)
        lines = "\n".join(map(str, self.problems))
        return f"{lines}\n{count} problem{'s' if count != 1 else ''} in the registry"
