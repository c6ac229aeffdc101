"""What-if questions as answers: the effects of `graph/what_if.py` and the sets of `graph/reaching.py`, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..graph.reaching import smallest_sets
from ..graph.what_if import circles, delayed, fallen, restored
from ..ontology.schema import schema
from .answer import Answer, typed
from .ask import day_of, identified
from .catalogue import OF_EVERY_QUESTION, Column, Question
from .reasons import derived

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ..graph.dataset import Dataset
    from ..graph.effects import Effect
    from .backends import Backend
    from .rows import Row

__all__ = ["Scenario", "reach", "what_if"]


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is supposed: which bodies do not act, what lapses, what is not done before a day, and what is restored."""

    without: Sequence[str] = ()
    lapse: Sequence[str] = ()
    delay: Mapping[str, date] = field(default_factory=dict)
    restore: Sequence[str] = ()

    @classmethod
    def of(cls, names: Mapping[str, Sequence[str]], backend: Backend) -> Scenario:
        """Make a scenario of ids or names, where `delay` has them as NAME=DATE.

        Raises
        ------
        InputError
            E101: no such entity. E102: not a date.
        """
        given = {kind: [identified(name, backend) for name in names.get(kind, ())] for kind in _KINDS}
        parts = [text.rpartition("=") for text in names.get("delay", ())]
        return cls(**given, delay={identified(name, backend): day_of(text) for name, _, text in parts})


_KINDS = ("without", "lapse", "restore")
_WORDS = {
    "en": {
        "without": "{name} does not act", "lapse": "{name} lapses", "restore": "{name} is active again",
        "delay": "{name} is not done before {day}", "circle": "Only together, since they need each other: {names}.",
        "goal": "No provision asks for this as of {day}.",
    },
    "es": {
        "without": "{name} no actúa", "lapse": "{name} queda sin efecto", "restore": "{name} vuelve a estar en activo",
        "delay": "{name} no se cumple antes de {day}", "circle": "Solo juntas, pues se necesitan entre sí: {names}.",
        "goal": "Ninguna disposición lo pide al {day}.",
    },
}  # fmt: skip


def what_if(dataset: Dataset, scenario: Scenario, as_of: date, lang: str = "en") -> Answer:
    """Say what stalls, loses its basis, is late, is completed or comes nearer under a scenario, and why.

    Parameters
    ----------
    dataset
        Entities and facts.
    scenario
        What is supposed, by ids.
    as_of
        The day.
    lang
        Language of the answer, `en` or `es`.
    """
    causes = {*scenario.without, *scenario.lapse, *scenario.delay, *scenario.restore}
    effects = [
        *(fallen(dataset, scenario.without, scenario.lapse, as_of) if scenario.without or scenario.lapse else ()),
        *(delayed(dataset, scenario.delay, as_of) if scenario.delay else ()),
        *(restored(dataset, scenario.restore, as_of) if scenario.restore else ()),
    ]
    parameters = {"as_of": as_of, "lang": lang}
    rows = [_row(effect, causes, dataset, lang) for effect in effects]
    loops = circles(dataset, [effect.thing for effect in effects], as_of)
    return Answer(
        _WHAT_IF,
        "; ".join(_supposed(scenario, dataset, _WORDS[lang], lang)),
        parameters,
        [_WORDS[lang]["circle"].format(names=_names(dataset, loop, lang)) for loop in loops],
        [typed(_WHAT_IF, row | derived(_WHAT_IF, row, dataset, parameters)) for row in rows],
    )


def _row(effect: Effect, causes: Iterable[str], dataset: Dataset, lang: str) -> Row:
    first = effect.chain[0] if effect.chain else None
    ends = {first.subject, first.object} if first else {effect.thing}
    return {
        "thing": effect.thing,
        "name": dataset.entities[effect.thing].name(lang),
        "outcome": effect.outcome,
        "day": effect.day.isoformat() if effect.day else "",
        "cause": min(ends & set(causes), default=""),
        "chain": [fact.id for fact in effect.chain],
    }


def _supposed(scenario: Scenario, dataset: Dataset, words: Mapping[str, str], lang: str) -> Iterator[str]:
    for kind in ("without", "lapse", "delay", "restore"):
        for thing in getattr(scenario, kind):
            day = scenario.delay.get(thing, "") if kind == "delay" else ""
            yield words[kind].format(name=dataset.entities[thing].name(lang), day=day)


def reach(dataset: Dataset, goal: str, action: str, as_of: date, lang: str = "en") -> Answer:
    """Say the smallest sets of bodies whose action makes a goal reachable.

    Parameters
    ----------
    dataset
        Entities and facts.
    goal
        Id of a provision, or of a thing for which provisions want the action: any one of them is enough.
    action
        A concept of the actions, as `restore`.
    as_of
        The day.
    lang
        Language of the answer.

    Raises
    ------
    InputError
        E110: there are too many.
    """
    entity = dataset.entities[goal]
    if schema().is_a(entity.cls, "Provision"):
        goals = [goal]
    else:
        wanted = (f for f in dataset.facts.values() if (f.predicate, f.object) == ("concerns", goal))
        goals = sorted({f.subject for f in wanted if f.qualifier("action") == action and f.time.possible_on(as_of)})
    sets = smallest_sets(dataset, goals, as_of) if goals else []
    parameters: dict[str, Any] = {"action": action, "as_of": as_of, "lang": lang}
    rows: list[Row] = [{"bodies": each, "size": len(each)} for each in sets]
    notes = [] if goals else [_WORDS[lang]["goal"].format(day=as_of)]
    made = [typed(_REACH, row | derived(_REACH, row, dataset, parameters)) for row in rows]
    names = {body: dataset.entities[body].name(lang) for each in sets for body in each}
    return Answer(_REACH, entity.name(lang), parameters, notes, made, names)


def _names(dataset: Dataset, things: Iterable[str], lang: str) -> str:
    return "; ".join(dataset.entities[thing].name(lang) for thing in things)


def _question(name: str, title: dict[str, str], description: dict[str, str], *columns: Column) -> Question:
    return Question(name, title, description, OF_EVERY_QUESTION, columns, (), "cause", "", (), "", "", ())


_WHAT_IF = _question(
    "what-if",
    {"en": "What if", "es": "Qué pasaría si"},
    {"en": "What stalls, is late or comes nearer.", "es": "Qué se detiene, se retrasa o se acerca."},
    Column("thing", "entity", {"en": "id of what is affected", "es": "id de lo afectado"}),
    Column("name", "text", {"en": "its title or name", "es": "su título o nombre"}),
    Column("outcome", "concept", {"en": "what becomes of it", "es": "qué le ocurre"}),
    Column(
        "day", "text", {"en": "first day it can be done", "es": "primer día posible"}, {"en": "from", "es": "desde"}
    ),
    Column("cause", "entity", {"en": "id of the cause", "es": "id de la causa"}),
    Column("chain", "facts", {"en": "ids of the facts that explain it", "es": "ids de los hechos que lo explican"}),
)
_REACH = _question(
    "reach",
    {"en": "Smallest sets of bodies whose action is enough", "es": "Conjuntos mínimos de organismos cuya acción basta"},
    {"en": "Minimal sets over all alternatives.", "es": "Conjuntos mínimos entre todas las alternativas."},
    Column("bodies", "entities", {"en": "ids of the bodies", "es": "ids de los organismos"}),
    Column("size", "number", {"en": "how many", "es": "cuántos"}, {"en": "bodies", "es": "organismos"}),
)
