"""Valid time: EDTF (ISO 8601-2, level 1) read into four half-open bounds.

A fact is *possibly* true on day D when `from_earliest <= D < until_latest`, and *certainly* when
`from_latest <= D < until_earliest`. The four dates are never null: what is open or unknown reaches to `MIN` or `MAX`.

How the parts are read (the standard leaves the meaning of ``~`` and ``?`` to its users):

- a date stands for all its days: `2013` may start on any day of 2013, and end on any;
- ``..`` is open (always so, still so); an empty end is unknown, so that nothing is certain on that side;
- ``~`` (about) widens a date by its own length on each side;
- ``?`` (uncertain) leaves the bounds and takes the certainty away on that side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["MAX", "MIN", "UNDATED", "Interval", "parse"]

MIN = date(1, 1, 1)
MAX = date(9999, 12, 31)

_DATE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<mark>[?~%]?)")
_DAY = timedelta(days=1)
_SPRING, _LAST_SEASON = 21, 24


@dataclass(frozen=True, slots=True)
class Interval:
    """Valid time as its EDTF string and four half-open bounds."""

    text: str
    from_earliest: date
    from_latest: date
    until_earliest: date
    until_latest: date

    def possible_on(self, day: date) -> bool:
        """Tell whether the fact may hold on `day`."""
        return self.from_earliest <= day < self.until_latest

    def certain_on(self, day: date) -> bool:
        """Tell whether the fact holds on `day` for certain."""
        return self.from_latest <= day < self.until_earliest


UNDATED = Interval("", MIN, MAX, MIN, MAX)
"""The valid time of a fact whose time is not known: possible on every day, certain on none."""


@dataclass(frozen=True, slots=True)
class _Span:
    """First and last day of a date, and whether it is marked uncertain."""

    first: date
    last: date
    uncertain: bool


def parse(text: str) -> Interval:
    """Read an EDTF date or interval.

    Parameters
    ----------
    text
        `2013-09-20`, `2013`, `2017~`, `201X`, `2013/2016-02`, `2021-09/..`, `2013/` or the empty string (undated).

    Raises
    ------
    ValueError
        The text is no EDTF of level 1, a date does not exist, or the interval ends before it starts.

    Examples
    --------
    >>> interval = parse("2013-09-20/2016-02-25")
    >>> interval.from_earliest.isoformat(), interval.until_latest.isoformat()
    ('2013-09-20', '2016-02-26')
    >>> parse("2013/").certain_on(date(2014, 1, 1)), parse("2013/..").certain_on(date(2014, 1, 1))
    (False, True)
    """
    if not text:
        return UNDATED
    start, slash, end = text.partition("/")
    if not slash:
        end = start
    if "/" in end:
        raise ValueError(f"{text!r} has more than one '/'")
    if slash and start in {"", ".."} and end in {"", ".."} and (start, end) != ("..", ".."):
        raise ValueError(f"{text!r} says nothing of when; leave it out")
    if not slash and start == "..":
        raise ValueError(f"{text!r} is not a date; write '../..'")
    from_earliest, from_latest = _start_bounds(start)
    until_earliest, until_latest = _end_bounds(end)
    if until_latest <= from_earliest:
        raise ValueError(f"{text!r} ends before it starts")
    return Interval(
        text,
        from_earliest,
        min(from_latest, until_latest),
        max(until_earliest, from_earliest),
        until_latest,
    )


def _start_bounds(part: str) -> tuple[date, date]:
    if part == "..":
        return MIN, MIN
    if part == "":
        return MIN, MAX
    span = _span(part)
    return span.first, MAX if span.uncertain else span.last


def _end_bounds(part: str) -> tuple[date, date]:
    if part == "..":
        return MAX, MAX
    if part == "":
        return MIN, MAX
    span = _span(part)
    return (MIN if span.uncertain else _after(span.first)), _after(span.last)


def _span(part: str) -> _Span:
    match = _DATE.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is not an EDTF date (as 2013-09-20, 2013-09, 2013, 2013~)")
    year, month, day, mark = match["year"], match["month"], match["day"], match["mark"]
    if month == "XX" and day not in {None, "XX"}:
        raise ValueError(f"{part!r} gives a day of an unknown month")
    if "X" in year and month is not None:
        raise ValueError(f"{part!r} gives a month of an unknown year")
    first, last = _days(year, None if month == "XX" else month, None if day == "XX" else day)
    if mark in {"~", "%"}:
        width = last - first + _DAY
        first, last = _before(first, width), _after(last, width)
    return _Span(first, last, uncertain=mark in {"?", "%"})


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    """First and last day of a year, season, month or day (raises ValueError where there is none)."""
    if month is None:
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    number = int(month)
    if _SPRING <= number <= _LAST_SEASON and day is None:
        start = 3 * (number - _SPRING) + 3  # spring from March, winter from December
        following = _first_of_month(int(year), start + 3)
        return date(int(year), start, 1), following - _DAY
    if day is not None:
        only = date(int(year), number, int(day))
        return only, only
    return date(int(year), number, 1), _first_of_month(int(year), number + 1) - _DAY


def _first_of_month(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _after(day: date, width: timedelta = _DAY) -> date:
    return MAX if day > MAX - width else day + width


def _before(day: date, width: timedelta) -> date:
    return MIN if day < MIN + width else day - width
