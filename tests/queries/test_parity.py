"""One question, one answer: Python, SPARQL, the embedded store and Neo4j give the same rows to every question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.ontology.schema import schema
from acuerdo.queries.arguments import split
from acuerdo.queries.catalogue import catalogue, question
from acuerdo.queries.reference import ask_dataset
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import DAYS, datasets

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.graph.dataset import Dataset
    from acuerdo.queries.backends import Backend
    from acuerdo.queries.catalogue import Parameter, Question

    Ask = Callable[[Dataset], Backend]

WHO = question("who-must-act")
ON_DAYS = (date(2014, 1, 1), date(2021, 6, 1), date(2022, 1, 1), date(2026, 11, 24))
TARGETS = ("hled", "usmca", "us-government", "mx-government", "cenace", "restore-hled", "competitiveness-committee")
UNSHRUNK = (
    Phase.explicit,
    Phase.reuse,
    Phase.generate,
)  # to shrink takes many minutes; a seed is enough to see it again
RANDOM = st.one_of(datasets(60), datasets(60, dense=True))


def parameters(asked: Question, given: dict[str, Any]) -> dict[str, Any]:
    """Values of the right types: those given, else the defaults."""
    kinds = {p.name: p for p in asked.parameters}
    defaults = {p.name: int(p.default) if p.type == "number" else p.default for p in asked.parameters if p.default}
    return {name: value for name, value in (defaults | given).items() if name in kinds}


@pytest.mark.parametrize("day", ON_DAYS)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_hled_question_has_one_answer(place: Ask, dataset: Dataset, day: date, lang: str) -> None:
    asked = parameters(WHO, {"target": "hled", "as_of": day, "lang": lang})
    expected = ask_dataset(WHO, dataset, asked)
    assert bool(expected) == (day.year > 2020)
    assert place(dataset).ask(WHO, asked).rows == expected


@pytest.mark.slow
@pytest.mark.parametrize("action", ["restore", "create", "strengthen", "implement"])
def test_whatever_an_action_is_wanted_for_has_one_answer(place: Ask, dataset: Dataset, action: str) -> None:
    concerns = [fact for fact in dataset.facts.values() if fact.qualifier("action") == action]
    targets = sorted({fact.object for fact in concerns})[:12]
    backend, answered = place(dataset), 0
    for target in targets:
        asked = parameters(WHO, {"target": target, "action": action, "as_of": date(2021, 6, 1), "lang": "en"})
        expected = ask_dataset(WHO, dataset, asked)
        assert backend.ask(WHO, asked).rows == expected
        answered += bool(expected)
    assert answered


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_has_one_answer_over_the_report(place: Ask, dataset: Dataset, name: str) -> None:
    asked = question(name)
    example = split(name, asked.example.split()[1:])
    of_example = {p.name: _of(p, example[p.name]) for p in asked.parameters if p.name in example}
    entities = [p.name for p in asked.parameters if p.type == "entity"]
    several = [of_example | dict.fromkeys(entities[:1], target) for target in TARGETS] if entities else []
    backend = place(dataset)
    assert ask_dataset(asked, dataset, parameters(asked, {"as_of": date(2021, 6, 1), "lang": "en"} | of_example))
    for values in [of_example, *several]:
        for day, lang in zip(ON_DAYS, ("en", "es", "en", "es"), strict=True):
            wanted = parameters(asked, values | {"as_of": day, "lang": lang})
            assert backend.ask(asked, wanted).rows == ask_dataset(asked, dataset, wanted), wanted


def _of(parameter: Parameter, text: str) -> Any:
    if parameter.type == "date":
        return date.fromisoformat(text)
    return int(text) if parameter.type == "number" else text


def test_a_fact_that_one_store_lacks_is_noticed(place: Ask, dataset: Dataset) -> None:
    asked = parameters(WHO, {"target": "hled", "as_of": date(2021, 6, 1), "lang": "en"})
    expected = ask_dataset(WHO, dataset, asked)
    lost = dataset.facts[expected[-1]["chain"][-1]]
    poorer = replace(dataset, facts={key: fact for key, fact in dataset.facts.items() if key != lost.id})
    assert place(poorer).ask(WHO, asked).rows != expected


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=UNSHRUNK)
@given(random=RANDOM, day=st.one_of(DAYS, st.dates(date(2019, 1, 1), date(2023, 1, 1))), data=st.data())
def test_random_datasets_have_one_answer(place: Ask, random: Dataset, day: date, data: st.DataObject) -> None:
    backend = place(random)
    for name, asked in catalogue().items():
        given_ = {p.name: data.draw(_values(p, random), label=f"{name} {p.name}") for p in asked.parameters}
        wanted = parameters(asked, given_ | {"as_of": day})
        assert backend.ask(asked, wanted).rows == ask_dataset(asked, random, wanted), (name, wanted)


def _values(parameter: Parameter, dataset: Dataset) -> st.SearchStrategy[Any]:
    if parameter.type == "entity":
        return st.sampled_from([key for key in dataset.entities if key.startswith("e")])
    if parameter.type == "fact":
        return st.sampled_from([parameter.default, *dataset.facts])
    if parameter.type == "number":
        return st.integers(1, 5)
    if parameter.type == "language":
        return st.sampled_from(["en", "es"])
    if parameter.type == "date":
        return DAYS
    return st.sampled_from(
        [name for name in ("restore", "create", "trade", "energy", "lead") if _fits(parameter, name)]
    )


def _fits(parameter: Parameter, concept: str) -> bool:
    return schema().concepts[concept].scheme == f"{parameter.type}s"
