"""Asking: arguments checked, rows from a backend, reasons and notes added from the facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..graph.standing import standing
from ..ontology.reader import LANGUAGES, suggestion
from ..ontology.schema import schema
from .catalogue import question
from .notes import notes
from .reasons import derived

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..graph.dataset import Dataset
    from .backends import Backend
    from .catalogue import Parameter, Question
    from .rows import Row

__all__ = ["Answer", "ask"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what it is about (a name), what stands first (`notes`), then the rows with their reasons."""

    question: Question
    about: str
    parameters: Mapping[str, Any]
    notes: Sequence[str]
    rows: Sequence[Row]


def ask(
    name: str,
    backend: Backend,
    arguments: Mapping[str, str],
    fill: Callable[[Dataset], Dataset] = lambda dataset: dataset,
) -> Answer:
    """Ask a question of the catalogue.

    Parameters
    ----------
    name
        Its id.
    backend
        Where to ask.
    arguments
        Values by parameter name; an entity by its id or any of its names, a date as ISO 8601.
        Parameters with a default may be left out.
    fill
        Fills in the quotes of the passages that the answer cites.

    Raises
    ------
    InputError
        E105: no such question. E106: no such parameter, or no value for it. E101: no such entity. E102: not a date.
    """
    asked = question(name)
    known = {parameter.name for parameter in asked.parameters}
    for argument in arguments:
        if argument not in known:
            raise InputError("E106", f"{argument!r}{suggestion(argument, known)}")
    values = {p.name: _value(p, arguments.get(p.name, p.default), backend) for p in asked.parameters}
    rows = backend.rows(asked, values)
    facts = {fact for row in rows for fact in row["chain"]}
    dataset = fill(backend.around(values["target"], facts))
    reasons = (derived([dataset.facts[fact] for fact in row["chain"]], dataset, values) for row in rows)
    reasoned = [row | more for row, more in zip(rows, reasons, strict=True)]
    about = dataset.entities[values["target"]].name(values["lang"])
    return Answer(asked, about, values, _notes(dataset, values), reasoned)


def _notes(dataset: Dataset, values: Mapping[str, Any]) -> list[str]:
    found = standing(dataset, values["target"], values["action"], values["as_of"])
    return list(notes(found, dataset, values["lang"]))


def _value(parameter: Parameter, given: str, backend: Backend) -> Any:
    if not given:
        raise InputError("E106", f"{parameter.name!r} needs a value")
    if parameter.type == "date":
        return _date(given)
    if parameter.type == "entity":
        return _entity(given, backend)
    options = LANGUAGES if parameter.type == "language" else schema().scheme(f"{parameter.type}s")
    if given not in options:
        known = ", ".join(options)
        raise InputError("E106", f"{parameter.name} is one of {known}, not {given!r}{suggestion(given, options)}")
    return given


def _date(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise InputError("E102", f"{given!r} (give a day, as 2021-06-01)") from error


def _entity(given: str, backend: Backend) -> str:
    names = backend.names()
    if given in names:
        return given
    wanted = given.casefold()
    found = [key for key, known in names.items() if wanted in {name.casefold() for name in (key, *known)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError("E101", f"{given!r} names several: {', '.join(sorted(found))}")
    words = {*names, *(name for known in names.values() for name in known)}
    raise InputError("E101", f"{given!r}{suggestion(given, words)}")
