"""Asking: arguments, reasons in words, evidence, and what an answer begins with."""

from __future__ import annotations

from datetime import date

import pytest
from acuerdo.graph.dataset import Dataset
from acuerdo.graph.standing import standing
from acuerdo.ontology.model import Entity
from acuerdo.queries.answer import Answer
from acuerdo.queries.arguments import split
from acuerdo.queries.ask import ask
from acuerdo.queries.backends import InMemory
from acuerdo.queries.catalogue import catalogue
from acuerdo.queries.notes import notes
from small import of

from acuerdo.errors import InputError

GOAL = ("p1 concerns m action=restore 2021/..", "p1 addressed_to g1 role=responsible 2021/..")


def answer(dataset: Dataset, **arguments: str) -> Answer:
    return ask("who-must-act", InMemory(dataset), {"target": "m", "as_of": "2021-06-01"} | arguments)


def test_a_chain_in_words() -> None:
    (row,) = answer(of(*GOAL)).rows
    assert row.why == "M is the concern of ‹P1› (restore), which is addressed to G1 (responsible)."


def test_a_chain_in_spanish() -> None:
    (row,) = answer(of(*GOAL), lang="es").rows
    assert row.why == "el M es objeto de ‹el P1› (restaurar), que se dirige a el G1 (responsable)."


def test_a_chain_that_starts_again_says_so() -> None:
    found = answer(of(*GOAL, "a leads m role=chair 2020/.."))
    assert found.rows[0].why == "M is the concern of ‹P1› (restore); M is led by A (chair, 2020/..)."


def test_the_evidence_of_every_link_is_cited() -> None:
    (row,) = answer(of(*GOAL)).rows
    assert [citation.fact for citation in row.evidence] == row.chain
    assert {(c.source, c.start, c.end, c.address) for c in row.evidence} == {("memo", 0, 10, "https://example.org")}


@pytest.mark.parametrize(
    ("valid", "day", "certain"),
    [("2021/..", "2021-06-01", False), ("2021/..", "2022-01-01", True), ("2021-01-01/..", "2021-06-01", True)],
)
def test_possible_and_certain_are_told_apart(valid: str, day: str, certain: bool) -> None:
    goal = (f"p1 concerns m action=restore {valid}", f"p1 addressed_to g1 role=responsible {valid}")
    assert [row.certain for row in answer(of(*goal), as_of=day).rows] == [certain]


def test_a_membership_that_is_over_does_not_make_a_row_uncertain() -> None:
    goal = ("p1 concerns m action=restore 2020-01-01/..", "m has_status active 2013-01-01/2016-01-01")
    (row,) = answer(of(*goal, "a leads m role=chair 2013-01-01/2016-01-01")).rows
    assert (row.standing, row.certain) == ("last-period", True)


def said(*lines: str, day: str, language: str = "en") -> list[str]:
    dataset = of(*lines)
    return list(notes(standing(dataset, "m", "restore", date.fromisoformat(day)), dataset, language))


LIFE = ("m has_status active 2013-09-20/2016-02-25", "m has_status lapsed 2017/2021-09-08")
BACK = ("m has_status active 2021-09-09/..", "a leads m role=co-chair 2021-09-09/..", "b leads m 2013/2016")


def test_notes_of_what_has_lapsed() -> None:
    assert said(*LIFE, day="2021-06-01") == [
        "As of 2021-06-01, status of M: lapsed since 2017.",
        "Last active period: 2013-09-20 to 2016-02-25.",
    ]


def test_notes_of_what_is_back_say_since_when_and_by_whom_it_is_led() -> None:
    assert said(*LIFE, *BACK, day="2022-01-01") == [
        "As of 2022-01-01, M does not wait for this: it was relaunched on 2021-09-09 and is active.",
        "Last active period: 2013-09-20 to 2016-02-25.",
        "It is led by A (co-chair).",
    ]


def test_notes_of_a_first_life_do_not_speak_of_a_relaunch() -> None:
    assert said(*LIFE, day="2014-01-01")[0] == (
        "As of 2014-01-01, M does not wait for this: it has been active since 2013-09-20."
    )


def test_notes_of_a_status_that_is_only_possible() -> None:
    assert "may not wait" in said("m has_status active 2013/", day="2020-01-01")[0]


def test_notes_of_an_unknown_status() -> None:
    assert said("a leads m 2013/2016", day="2020-01-01") == ["As of 2020-01-01, status of M: not known."]
    assert said("a leads m 2013/2016", day="2020-01-01", language="es") == [
        "Al 2020-01-01, no se conoce el estado de el M."
    ]


def test_notes_name_no_leaders_of_what_is_not_active() -> None:
    assert "led by" not in " ".join(said(*LIFE, "a leads m role=chair", day="2021-06-01"))
    assert "led by" in " ".join(said("a leads m role=chair", day="2021-06-01"))


def test_periods_that_follow_each_other_are_no_relaunch() -> None:
    lines = ("m has_status active 2013-01-01/2013-09-19", "m has_status active 2013-09-20/..")
    assert "relaunched" not in said(*lines, day="2014-01-01")[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["hled"], {"target": "hled"}),
        (["hled", "end"], {"target": "hled", "action": "end"}),
        (["hled", "--as-of=2021-06-01"], {"target": "hled", "as_of": "2021-06-01"}),
        (["--target", "hled"], {"target": "hled"}),
    ],
)
def test_words_become_arguments(words: list[str], expected: dict[str, str]) -> None:
    assert split("who-must-act", words) == expected


@pytest.mark.parametrize("words", [["a", "end", "2021", "en", "e"], ["a", "--target", "b"], ["--nothing", "b"]])
def test_words_that_fit_nothing_are_refused(words: list[str]) -> None:
    with pytest.raises(InputError, match="E106"):
        split("who-must-act", words)


def test_a_name_of_two_things_is_refused() -> None:
    dataset = of(*GOAL, "a part_of m")
    twice = [*dataset.entities.values(), Entity("m2", "Mechanism", {"en": "A", "es": "x"})]
    ambiguous = Dataset.of([], [], [], twice, dataset.facts.values())
    with pytest.raises(InputError, match="'A' names several: a, m2"):
        ask("who-must-act", InMemory(ambiguous), {"target": "A", "as_of": "2021-06-01"})


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_header_is_complete(name: str) -> None:
    found = catalogue()[name]
    texts = [
        found.title,
        found.description,
        *(p.meaning for p in found.parameters),
        *(c.meaning for c in found.columns),
    ]
    assert not [text for text in texts if set(text) != {"en", "es"} or not all(text.values())]
    columns = {column.name for column in found.columns}
    assert set(found.order) <= columns
    assert set(found.without) <= columns
    assert found.example.startswith(name)
    for parameter in found.parameters:
        assert f"${parameter.name}" in found.cypher
        assert f"${parameter.name}" in found.sparql
