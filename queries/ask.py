"""Asking: arguments checked, rows from a backend, reasons and notes added from the facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import InputError
from ..graph.standing import standing
from ..ontology.reader import LANGUAGES, suggestion
from ..ontology.schema import schema
from .answer import Answer, typed
from .catalogue import question
from .notes import notes
from .reasons import derived, names_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..graph.dataset import Dataset
    from .backends import Backend
    from .catalogue import Parameter, Question
    from .rows import Row

__all__ = ["ask", "day_of", "identified"]


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
    about = next((values[parameter.name] for parameter in asked.parameters if parameter.type == "entity"), "")
    found = backend.ask(asked, values)
    facts = {fact for row in found.rows for fact in row.get("chain", ())}
    dataset = fill(backend.around({about, *_listed(asked, found.rows)} - {""}, facts, found.subjects))
    rows = [typed(asked, row | derived(asked, row, dataset, values)) for row in found.rows]
    names = names_in(dataset, values["lang"])
    return Answer(asked, names.get(about, ""), values, _notes(dataset, values), rows, names)


def _listed(asked: Question, rows: Iterable[Row]) -> Iterator[str]:
    """The entities that rows list, so that their names can be read."""
    columns = [column.name for column in asked.columns if column.type == "entities"]
    return (entity for row in rows for column in columns for entity in row[column])


def identified(given: str, backend: Backend) -> str:
    """The id of an entity that is given by its id or any of its names.

    Raises
    ------
    InputError
        E101: there is none, or there are several.
    """
    return given if backend.has(given) else _named(given, backend.names())


def _notes(dataset: Dataset, values: Mapping[str, Any]) -> list[str]:
    """How the thing stands that something is to be done to."""
    if not {"target", "action"} <= values.keys():
        return []
    found = standing(dataset, values["target"], values["action"], values["as_of"])
    return list(notes(found, dataset, values["lang"]))


def _value(parameter: Parameter, given: str, backend: Backend) -> Any:
    if not given:
        raise InputError("E106", f"{parameter.name!r} needs a value")
    if parameter.type in _READERS:
        return _READERS[parameter.type](given)
    if parameter.type == "entity":
        return identified(given, backend)
    options = LANGUAGES if parameter.type == "language" else schema().scheme(f"{parameter.type}s")
    if given not in options:
        known = ", ".join(options)
        raise InputError("E106", f"{parameter.name} is one of {known}, not {given!r}{suggestion(given, options)}")
    return given


def day_of(given: str) -> date:
    """The day that a text in ISO 8601 means; E102 if it means none."""
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise InputError("E102", f"{given!r} (give a day, as 2021-06-01)") from error


def _number(given: str) -> int:
    try:
        return int(given)
    except ValueError as error:
        raise InputError("E106", f"{given!r} is not a whole number") from error


_READERS: dict[str, Callable[[str], Any]] = {"date": day_of, "number": _number, "fact": str}


def _named(given: str, names: Mapping[str, tuple[str, ...]]) -> str:
    """The entity of a name."""
    wanted = given.casefold()
    found = [key for key, known in names.items() if wanted in {name.casefold() for name in (key, *known)}]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError("E101", f"{given!r} names several: {', '.join(sorted(found))}")
    words = {*names, *(name for known in names.values() for name in known)}
    raise InputError("E101", f"{given!r}{suggestion(given, words)}")
