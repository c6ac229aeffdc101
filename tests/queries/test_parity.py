"""One question, one answer: Python, SPARQL, the embedded store and Neo4j give the same rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.queries.catalogue import question
from acuerdo.queries.reference import ask_dataset
from hypothesis import HealthCheck, given, settings
from strategies import DAYS, datasets

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.graph.dataset import Dataset
    from acuerdo.queries.backends import Backend

    Ask = Callable[[Dataset], Backend]

WHO = question("who-must-act")


def parameters(target: str, day: date, action: str = "restore", lang: str = "en") -> dict[str, Any]:
    return {"target": target, "action": action, "as_of": day, "lang": lang}


@pytest.mark.parametrize("day", [date(2014, 1, 1), date(2021, 6, 1), date(2022, 1, 1), date(2026, 11, 24)])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_hled_question_has_one_answer(place: Ask, dataset: Dataset, day: date, lang: str) -> None:
    asked = parameters("hled", day, lang=lang)
    expected = ask_dataset(WHO, dataset, asked)
    assert bool(expected) == (day.year > 2020)
    assert place(dataset).rows(WHO, asked) == expected


@pytest.mark.parametrize("action", ["restore", "create", "strengthen", "implement"])
def test_whatever_an_action_is_wanted_for_has_one_answer(place: Ask, dataset: Dataset, action: str) -> None:
    concerns = [fact for fact in dataset.facts.values() if fact.qualifier("action") == action]
    targets = sorted({fact.object for fact in concerns})[:12]
    backend, answered = place(dataset), 0
    for target in targets:
        asked = parameters(target, date(2021, 6, 1), action)
        expected = ask_dataset(WHO, dataset, asked)
        assert backend.rows(WHO, asked) == expected
        answered += bool(expected)
    assert answered


def test_a_fact_that_one_store_lacks_is_noticed(place: Ask, dataset: Dataset) -> None:
    asked = parameters("hled", date(2021, 6, 1))
    expected = ask_dataset(WHO, dataset, asked)
    lost = dataset.facts[expected[-1]["chain"][-1]]
    poorer = replace(dataset, facts={key: fact for key, fact in dataset.facts.items() if key != lost.id})
    assert place(poorer).rows(WHO, asked) != expected


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=datasets(40), day=DAYS)
def test_random_datasets_have_one_answer(place: Ask, random: Dataset, day: date) -> None:
    backend = place(random)
    for target in [entity for entity in random.entities if entity.startswith("e")][:3]:
        asked = parameters(target, day, lang="es")
        assert backend.rows(WHO, asked) == ask_dataset(WHO, random, asked)
