"""Arguments of a question as they stand on a command line: values in order, and `--name value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import InputError
from ..ontology.reader import suggestion
from .catalogue import question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["named", "split"]


def split(name: str, words: Sequence[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Sort the words after a question's name into its parameters.

    Parameters
    ----------
    name
        The question.
    words
        Values of the first parameters in order, and `--name value` or `--name=value` for others.
    given
        Options that were read already.

    Raises
    ------
    InputError
        E105, E106: no such question or parameter; no value; one value too many.

    Examples
    --------
    >>> split("who-must-act", ["hled", "--action", "restore"])
    {'target': 'hled', 'action': 'restore'}
    """
    known = {parameter.name for parameter in question(name).parameters}
    values: list[str] = []
    options = dict(given or {})
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            values.append(word)
            continue
        option, equals, value = word.removeprefix("--").partition("=")
        option = option.replace("-", "_")
        if option not in known:
            raise InputError("E106", f"--{option}{suggestion(option, known)}")
        options[option] = value if equals else next(rest, "")
    return named(name, values, options)


def named(name: str, values: Sequence[str], options: Mapping[str, str]) -> dict[str, str]:
    """Give values that stand in order the names of the question's first parameters.

    Raises
    ------
    InputError
        E106: there are more values than parameters, or one is given twice.
    """
    parameters = [parameter.name for parameter in question(name).parameters]
    if len(values) > len(parameters):
        raise InputError("E106", f"{name} takes {', '.join(parameters)}; {values[len(parameters)]!r} is one too many")
    placed = dict(zip(parameters, values, strict=False))
    for twice in placed.keys() & options.keys():
        raise InputError("E106", f"{twice!r} is given twice")
    return placed | dict(options)
