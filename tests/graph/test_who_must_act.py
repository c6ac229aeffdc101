"""Who must act, rule by rule, on datasets small enough to see the answer."""

from __future__ import annotations

from datetime import date

from acuerdo.graph.dataset import Dataset
from acuerdo.graph.who_must_act import MustAct, who_must_act
from small import entity, of

DAY = date(2021, 6, 1)
GOAL = ("p1 concerns m action=restore 2021/..", "p1 addressed_to g1 role=responsible 2021/..")


def rows(dataset: Dataset, day: date = DAY, action: str = "restore") -> list[tuple[str, str, str, int]]:
    return [(row.body, row.role, row.standing, row.steps) for row in who_must_act(dataset, "m", action, day)]


def test_those_whom_a_goal_is_addressed_to() -> None:
    assert rows(of(*GOAL)) == [("g1", "responsible", "current", 2)]


def test_another_action_is_another_goal() -> None:
    assert rows(of(*GOAL), action="end") == []


def test_a_fact_dated_after_the_day_is_not_read_into_it() -> None:
    assert rows(of(*GOAL), date(2020, 12, 31)) == []


def test_what_a_goal_requires_is_followed_all_the_way() -> None:
    needs = ("p1 requires p2", "p2 requires p3", "p3 addressed_to a role=lead")
    assert ("a", "lead", "current", 4) in rows(of(*GOAL, *needs))


def test_steps_are_needed_by_the_whole_and_not_the_whole_by_its_steps() -> None:
    assert ("a", "lead", "current", 3) in rows(of(*GOAL, "p2 step_of p1", "p2 addressed_to a role=lead"))
    assert len(rows(of(*GOAL, "p1 step_of p2", "p2 addressed_to a role=lead"))) == 1


def test_a_body_that_is_required_is_a_condition() -> None:
    assert ("m2", "condition", "current", 2) in rows(of(*GOAL, "p1 requires m2"))


def test_six_needs_are_followed_and_no_more() -> None:
    chain = [f"p{n} requires p{n + 1}" for n in range(1, 8)]
    asked = [f"p{n} addressed_to a{n} role=lead" for n in range(1, 9)]
    found = {body for body, *_ in rows(of(*GOAL, *chain, *asked))}
    assert {f"a{n}" for n in range(1, 8)} <= found
    assert "a8" not in found


def test_a_circle_of_needs_ends() -> None:
    assert rows(of(*GOAL, "p1 requires p2", "p2 requires p1", "p2 step_of p1")) == [("g1", "responsible", "current", 2)]


def test_the_shortest_chain_counts() -> None:
    more = ("p1 requires p2", "p2 requires p3", "p3 addressed_to a role=lead", "p2 addressed_to a role=lead")
    assert ("a", "lead", "current", 3) in rows(of(*GOAL, *more))


def test_among_chains_of_one_length_the_strongest_counts() -> None:
    provisions = (entity("p2", strength="could"), entity("p3", strength="must"))
    more = ("p1 requires p2", "p1 requires p3", "p2 addressed_to a role=lead", "p3 addressed_to a role=lead")
    found = who_must_act(of(*GOAL, *more, entities=provisions), "m", "restore", DAY)
    assert [row.strength for row in found if row.body == "a"] == ["must"]


def test_those_who_lead_it_while_it_lives() -> None:
    assert ("a", "chair", "current", 2) in rows(of(*GOAL, "m has_status active 2020/..", "a leads m role=chair"))


def test_those_who_led_it_in_its_last_active_period() -> None:
    lapsed = ("m has_status active 2009-01-01/2010-01-01", "m has_status active 2013-09-20/2016-02-25")
    members = (
        "a leads m role=co-chair 2013-09-20/2016-02-25",
        "b leads m role=co-chair 2009-01-01/2010-01-01",
        "c member_of m 2015/..",
        "d member_of m 2017/..",
    )
    found = [row for row in rows(of(*GOAL, *lapsed, *members)) if row[2] != "current"]
    assert found == [("a", "co-chair", "last-period", 2), ("c", "member", "last-period", 2)]


def test_a_person_who_led_it_is_no_body() -> None:
    assert rows(of(*GOAL, "m has_status active", "h leads m role=chair")) == [("g1", "responsible", "current", 2)]


def test_a_body_that_ended_stands_for_its_successor() -> None:
    old = entity("a", life="1990/2010")
    more = ("p1 addressed_to a role=lead 2000/..", "b successor_of a 2010/..")
    assert ("b", "lead", "current", 3) in rows(of(*GOAL, *more, entities=(old,)))


def test_a_body_that_ended_without_a_successor_is_named_as_ended() -> None:
    old = entity("a", life="1990/2010")
    assert ("a", "lead", "ended", 2) in rows(of(*GOAL, "p1 addressed_to a role=lead", entities=(old,)))


def test_an_unrelated_body_is_not_in_it() -> None:
    dataset = of(*GOAL, "p9 concerns m9 action=restore", "p9 addressed_to z role=lead", "z leads m9")
    assert "z" not in {body for body, *_ in rows(dataset)}


def test_the_chain_joins_the_target_to_the_body() -> None:
    (row,) = who_must_act(of(*GOAL), "m", "restore", DAY)
    assert isinstance(row, MustAct)
    assert [(fact.subject, fact.object) for fact in row.chain] == [("p1", "m"), ("p1", "g1")]
