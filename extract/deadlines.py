"""Time limits as a text words them."""

from __future__ import annotations

import re

__all__ = ["deadline"]

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_UNIT = r"(?:days|weeks|months|years|year|month)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_PATTERNS = (
    re.compile(
        rf"\bby (?:the end of |mid-|early |late )?(?:(?:\d{{1,2}} )?{_MONTH} )?(?:\d{{1,2}}, )?((?:19|20)\d\d)\b"
    ),
    re.compile(rf"\b((?:over|within|in) the (?:next|coming|first) (?:{_NUMBER} )?(?:to {_NUMBER} )?{_UNIT})\b"),
    re.compile(rf"\b(within (?:{_NUMBER})(?: to {_NUMBER})? {_UNIT})\b"),
    re.compile(rf"\b((?:at least )?every (?:{_NUMBER} )?(?:years?|months?)(?: during [\w\s]{{3,40}}? years)?)\b"),
    re.compile(r"\b(annually|each year|once a year|twice a year|quarterly|biennially)\b"),
    re.compile(rf"\((?:by )?((?:19|20)\d\d)\)|\bbefore (?:the end of )?(?:{_MONTH} )?((?:19|20)\d\d)\b"),
    re.compile(rf"\b({_NUMBER} {_UNIT} in)\b(?=[.,;])"),
)


def deadline(sentence: str) -> str:
    """Give the time limit that a sentence sets, in its own words, or an empty string.

    Examples
    --------
    >>> deadline("Both ministries should publish it by the end of 2027."), deadline("The forum met in 2019.")
    ('2027', '')
    >>> deadline("The Commission meets annually.")
    'annually'
    """
    hits = [
        (match.start(), next(group for group in match.groups() if group))
        for p in _PATTERNS
        if (match := p.search(sentence))
    ]
    return min(hits)[1] if hits else ""
