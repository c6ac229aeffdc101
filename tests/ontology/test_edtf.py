"""Valid time: what EDTF strings mean as four bounds."""

from __future__ import annotations

from datetime import date

import pytest
from acuerdo.ontology.edtf import MAX, MIN, UNDATED, parse
from hypothesis import given
from hypothesis import strategies as st
from strategies import DAYS, edtf_intervals


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2013-09-20/2016-02-25", ("2013-09-20", "2013-09-20", "2016-02-26", "2016-02-26")),
        ("2013/2016", ("2013-01-01", "2013-12-31", "2016-01-02", "2017-01-01")),
        ("2021-09/..", ("2021-09-01", "2021-09-30", "9999-12-31", "9999-12-31")),
        ("2013/", ("2013-01-01", "2013-12-31", "2013-01-01", "9999-12-31")),
        ("../2016-02", ("0001-01-01", "0001-01-01", "2016-02-02", "2016-03-01")),
        ("2021-09-09", ("2021-09-09", "2021-09-09", "2021-09-10", "2021-09-10")),
        ("2016-XX", ("2016-01-01", "2016-12-31", "2016-01-02", "2017-01-01")),
        ("201X", ("2010-01-01", "2019-12-31", "2010-01-02", "2020-01-01")),
        ("2021-22", ("2021-06-01", "2021-08-31", "2021-06-02", "2021-09-01")),
        ("2021-03~", ("2021-01-29", "2021-05-01", "2021-01-30", "2021-05-02")),
    ],
)
def test_bounds(text: str, bounds: tuple[str, ...]) -> None:
    time = parse(text)
    found = (time.from_earliest, time.from_latest, time.until_earliest, time.until_latest)
    assert tuple(bound.isoformat() for bound in found) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "soon",
        "2013-13",
        "2013-02-30",
        "2016/2013",
        "2013/2014/2015",
        "/",
        "..",
        "../",
        "201X-02",
        "2013-XX-01",
        "0000",
        " ",
    ],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse(text)


@given(edtf_intervals(), DAYS)
def test_certain_implies_possible(text: str, day: date) -> None:
    time = parse(text)
    assert time.possible_on(day) or not time.certain_on(day)


@given(edtf_intervals())
def test_bounds_are_in_order(text: str) -> None:
    time = parse(text)
    assert MIN <= time.from_earliest < time.until_latest <= MAX
    assert time.from_earliest <= time.from_latest
    assert time.until_earliest <= time.until_latest


@given(DAYS, st.integers(0, 5000))
def test_an_interval_of_days_is_certain_on_just_these_days(start: date, length: int) -> None:
    end = date.fromordinal(start.toordinal() + length)
    time = parse(f"{start}/{end}")
    for day in (start, end):
        assert time.certain_on(day)
    for day in (date.fromordinal(start.toordinal() - 1), date.fromordinal(end.toordinal() + 1)):
        assert not time.possible_on(day)


@given(DAYS, DAYS)
def test_an_unknown_end_leaves_everything_after_the_start_possible_and_uncertain(start: date, day: date) -> None:
    time = parse(f"{start}/")
    assert time.possible_on(day) == (day >= start)
    assert not time.certain_on(day)


@given(DAYS)
def test_undated_is_always_possible_and_never_certain(day: date) -> None:
    assert parse("") is UNDATED
    assert UNDATED.possible_on(day)
    assert not UNDATED.certain_on(day)


@given(DAYS, DAYS)
def test_an_uncertain_date_keeps_its_bounds_and_loses_its_certainty(start: date, day: date) -> None:
    sure, unsure = parse(f"{start}/.."), parse(f"{start}?/..")
    assert unsure.possible_on(day) == sure.possible_on(day)
    assert not unsure.certain_on(day)
