"""What follows if a body does not act, an agreement lapses, a provision is delayed, a mechanism comes back."""

from __future__ import annotations

from datetime import date

import pytest
from acuerdo.graph.reaching import MAX_SETS, smallest_sets
from acuerdo.graph.what_if import circles, delayed, fallen, restored
from acuerdo.ontology.model import Entity
from hypothesis import given
from hypothesis import strategies as st
from small import entity, of
from strategies import DAYS, datasets

from acuerdo.errors import InputError

DAY = date(2021, 6, 1)


def effects(found: list) -> dict[str, str]:
    return {effect.thing: effect.outcome for effect in found}


def without(body: str, *lines: str, **entities: object) -> dict[str, str]:
    return effects(fallen(of(*lines, **entities), [body], [], DAY))  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["responsible", "lead", "approves", "funds"])
def test_what_a_body_has_to_act_on_stalls_without_it(role: str) -> None:
    assert without("a", f"p1 addressed_to a role={role}") == {"p1": "stalls"}


@pytest.mark.parametrize("role", ["participant", "consulted", "beneficiary"])
def test_to_take_part_or_gain_is_not_to_act(role: str) -> None:
    assert without("a", f"p1 addressed_to a role={role}") == {}


def test_what_needs_it_stalls_too_all_the_way_up() -> None:
    lines = ("p1 addressed_to a role=lead", "p2 requires p1", "p2 step_of p3", "p4 requires a", "p9 requires p8")
    assert without("a", *lines) == dict.fromkeys(("p1", "p2", "p3", "p4"), "stalls")


def test_a_provision_with_an_alternative_left_does_not_stall() -> None:
    lines = ("p1 addressed_to a role=lead", "p3 requires p1 group=g", "p3 requires p2 group=g", "p4 requires p3")
    assert without("a", *lines) == {"p1": "stalls"}


def test_when_all_alternatives_stall_it_stalls_and_all_are_told() -> None:
    lines = (
        "p1 addressed_to a role=lead",
        "p2 addressed_to a role=lead",
        "p3 requires p1 group=g",
        "p3 requires p2 group=g",
    )
    last = fallen(of(*lines), ["a"], [], DAY)[-1]
    assert (last.thing, len(last.chain)) == ("p3", 4)
    assert {fact.object for fact in last.chain} == {"a", "p1", "p2"}


def test_two_groups_are_both_needed() -> None:
    lines = ("p3 requires a group=one", "p3 requires b group=one", "p3 requires a group=two")
    assert without("a", *lines) == {"p3": "stalls"}


def test_a_fact_of_another_day_does_not_count() -> None:
    assert without("a", "p1 addressed_to a role=lead 2021-07-01/..") == {}


def test_a_circle_ends_and_is_reported() -> None:
    dataset = of("p1 requires p2", "p2 requires p1", "p2 requires a", "p3 requires p2")
    found = fallen(dataset, ["a"], [], DAY)
    assert effects(found) == dict.fromkeys(("p1", "p2", "p3"), "stalls")
    assert circles(dataset, [effect.thing for effect in found], DAY) == [["p1", "p2"]]
    assert circles(dataset, ["p3"], DAY) == []


def test_the_explanation_is_the_shortest() -> None:
    lines = ("p1 addressed_to a role=lead", "p2 requires p1", "p3 requires p2", "p3 requires a")
    chains = {effect.thing: len(effect.chain) for effect in fallen(of(*lines), ["a"], [], DAY)}
    assert chains == {"p1": 1, "p2": 2, "p3": 1}


def test_what_rests_on_an_agreement_loses_its_basis_when_it_lapses() -> None:
    treaty = Entity("t", "Agreement", {"en": "T", "es": "T"})
    duty = entity("d", "Obligation")
    lines = ("m1 established_by t", "m2 part_of m1", "d part_of t", "p1 addressed_to m2 role=lead", "p2 requires d")
    found = effects(fallen(of(*lines, entities=(treaty, duty)), [], ["t"], DAY))
    assert found == {"m1": "loses-basis", "m2": "loses-basis", "d": "loses-basis", "p1": "stalls", "p2": "stalls"}


def test_a_body_that_something_else_established_too_keeps_its_basis() -> None:
    both = (Entity("t", "Agreement", {"en": "T"}), Entity("u", "Agreement", {"en": "U"}))
    lines = ("m1 established_by t", "m1 established_by u", "m1 part_of t")
    assert effects(fallen(of(*lines, entities=both), [], ["t"], DAY)) == {}
    assert effects(fallen(of(*lines, entities=both), [], ["t", "u"], DAY)) == {"m1": "loses-basis"}


def test_a_body_that_does_not_act_still_exists() -> None:
    assert without("m", "m1 established_by m") == {}


def days(dataset: object, delays: dict[str, date]) -> dict[str, tuple[str, date | None]]:
    return {e.thing: (e.outcome, e.day) for e in delayed(dataset, delays, DAY)}  # type: ignore[arg-type]


def test_a_delay_is_handed_on_and_the_latest_counts() -> None:
    first, second = date(2024, 1, 1), date(2025, 1, 1)
    dataset = of("p3 requires p1", "p3 requires p2", "p4 requires p3")
    assert days(dataset, {"p1": first, "p2": second}) == {"p3": ("delayed", second), "p4": ("delayed", second)}


def test_of_alternatives_the_earliest_counts() -> None:
    first, second = date(2024, 1, 1), date(2025, 1, 1)
    dataset = of("p3 requires p1 group=g", "p3 requires p2 group=g")
    assert days(dataset, {"p1": first, "p2": second}) == {"p3": ("delayed", first)}
    assert days(dataset, {"p1": first}) == {}


def test_a_deadline_that_has_passed_by_then_is_missed() -> None:
    provision = Entity("p2", "Recommendation", {"en": "P"}, strength="must", action="restore", deadline="2024")
    dataset = of("p2 requires p1", entities=(provision,))
    assert days(dataset, {"p1": date(2024, 12, 31)}) == {"p2": ("delayed", date(2024, 12, 31))}
    assert days(dataset, {"p1": date(2025, 1, 1)}) == {"p2": ("late", date(2025, 1, 1))}


def test_what_comes_of_a_mechanism_that_is_back() -> None:
    lines = (
        "p1 concerns m action=restore",
        "p2 concerns m action=end",
        "p3 requires p1",
        "p4 requires m",
        "p4 requires p9",
        "p1 enables p5",
    )
    found = effects(restored(of(*lines), ["m"], DAY))
    assert found == {"p1": "completed", "p3": "ready", "p4": "nearer", "p5": "helped"}


def sets(*lines: str, goal: str = "p1") -> list[list[str]]:
    return smallest_sets(of(*lines), [goal], DAY)


def test_all_who_have_to_act_are_needed() -> None:
    assert sets("p1 addressed_to a role=lead", "p1 requires p2", "p2 addressed_to b role=responsible") == [["a", "b"]]


def test_of_alternatives_each_is_a_set_and_larger_ones_are_left_out() -> None:
    lines = ("p1 requires a group=g", "p1 requires p2 group=g", "p2 addressed_to b role=lead", "p2 requires c")
    assert sets(*lines) == [["a"], ["b", "c"]]
    assert sets(*lines, "p1 requires a") == [["a"]]


def test_a_circle_is_reached_together() -> None:
    lines = ("p1 requires p2", "p2 requires p1", "p1 addressed_to a role=lead", "p2 addressed_to b role=lead")
    assert sets(*lines) == [["a", "b"]]


def test_too_many_sets_are_refused_with_a_message() -> None:
    lines = [f"p1 requires a{n}{side} group=g{n}" for n in range(9) for side in "xy"]
    assert MAX_SETS < 2**9
    with pytest.raises(InputError, match="E110 too many answers: more than 200 sets"):
        sets(*lines)


@given(random=datasets(60), day=DAYS, data=st.data())
def test_a_smallest_set_is_enough_and_nothing_less_is(random: object, day: date, data: st.DataObject) -> None:
    """Without one body of every set the goal stalls, and it does not without bodies that leave one set whole."""
    provisions = [key for key, e in random.entities.items() if e.strength]  # type: ignore[attr-defined]
    if not provisions:
        return
    goal = data.draw(st.sampled_from(provisions))
    found = smallest_sets(random, [goal], day)  # type: ignore[arg-type]
    bodies = sorted({body for each in found for body in each})
    lost = set(data.draw(st.sets(st.sampled_from(bodies)))) if bodies else set()
    stalled = goal in effects(fallen(random, lost, [], day))  # type: ignore[arg-type]
    assert stalled == all(lost & set(each) for each in found)
