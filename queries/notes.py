"""What an answer begins with: how the thing asked about stands on the day, in English and Spanish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..graph.dataset import Dataset
    from ..graph.facts import Fact
    from ..graph.standing import Standing

__all__ = ["notes"]

_TEXTS = {
    "en": {
        "again": "As of {day}, {name} does not wait for this: it was relaunched on {since} and is {status}.",
        "reached": "As of {day}, {name} does not wait for this: it has been {status} since {since}.",
        "possibly": "As of {day}, {name} may not wait for this: possibly {status} ({since}).",
        "status": "As of {day}, status of {name}: {status}.",
        "no-status": "As of {day}, status of {name}: not known.",
        "last": "Last active period: {start} to {end}.",
        "led": "It is led by {leaders}.",
        "since": " since {since}",
        "and": " and ",
    },
    "es": {
        "again": "Al {day}, esto ya no se espera: {name} se relanzó el {since}; estado: {status}.",
        "reached": "Al {day}, esto ya no se espera: {name} tiene el estado «{status}» desde {since}.",
        "possibly": "Al {day}, quizá esto ya no se espera: {name}, posiblemente {status} ({since}).",
        "status": "Al {day}, estado de {name}: {status}.",
        "no-status": "Al {day}, no se conoce el estado de {name}.",
        "last": "Último periodo activo: de {start} a {end}.",
        "led": "A su cabeza: {leaders}.",
        "since": " desde {since}",
        "and": " y ",
    },
}


def notes(found: Standing, dataset: Dataset, language: str = "en") -> Iterator[str]:
    """Say how a thing stands, as one sentence after another.

    Parameters
    ----------
    found
        From `standing`.
    dataset
        Holds the entity and those that lead it.
    language
        `en` or `es`.
    """
    texts = _TEXTS[language]
    words = {"day": found.as_of.isoformat(), "name": dataset.entities[found.entity].name(language)}
    if found.reached:
        certain = found.reached.time.certain_on(found.as_of)
        key = ("again" if found.again else "reached") if certain else "possibly"
        since = found.reached.valid.partition("/")[0] if certain else found.reached.valid
        yield texts[key].format(status=_status(found.reached, language), since=since, **words)
    else:
        states = [_status(fact, language) + _since(fact, texts["since"]) for fact in found.statuses]
        yield texts["status" if states else "no-status"].format(status=texts["and"].join(states), **words)
    if found.last_active:
        start, _, end = found.last_active.valid.partition("/")
        yield texts["last"].format(start=start, end=end or start)
    if found.leaders and all(fact.object == "active" for fact in found.statuses):
        yield texts["led"].format(leaders=_leaders(found.leaders, dataset, language, texts["and"]))


def _status(fact: Fact, language: str) -> str:
    return schema().concepts[fact.object].label[language]


def _since(fact: Fact, text: str) -> str:
    start = fact.valid.partition("/")[0]
    return text.format(since=start) if start not in {"", ".."} else ""


def _leaders(facts: Sequence[Fact], dataset: Dataset, language: str, last: str) -> str:
    concepts = schema().concepts
    named = {}
    for fact in facts:
        role = fact.qualifier("role")
        named[dataset.entities[fact.subject].name(language)] = f" ({concepts[role].label[language]})" if role else ""
    *most, final = [name + named[name] for name in sorted(named)]
    return ", ".join(most) + last + final if most else final
