"""Which statements of a document a registry does not have yet."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .model import Extraction, Statement

__all__ = ["coverage"]


def coverage(extraction: Extraction, passages: Iterable[tuple[int, int]]) -> tuple[Statement, ...]:
    """Give the statements that no passage overlaps by at least half of the shorter of the two.

    Parameters
    ----------
    extraction
        What was extracted from a document.
    passages
        Start and end of the passages that a registry cites from the same text.

    Examples
    --------
    >>> from .model import Extraction, Statement
    >>> said = Statement(0, 10, "", "recommendation", "must", "other", (), False, "modal-must")
    >>> found = Extraction("a.txt", "", "", {}, statements=(said,))
    >>> len(coverage(found, [(5, 40)])), len(coverage(found, [(6, 40)]))
    (0, 1)
    """
    ranges = sorted({(start, end) for start, end in passages if end > start})
    longest = max((end - start for start, end in ranges), default=0)
    return tuple(s for s in extraction.statements if s.zone == "body" and not _covered(s, ranges, longest))


def _covered(statement: Statement, ranges: list[tuple[int, int]], longest: int) -> bool:
    first = bisect_left(ranges, (statement.start - longest, 0))
    for start, end in ranges[first:]:
        if start >= statement.end:
            return False
        common = min(end, statement.end) - max(start, statement.start)
        if common > 0 and 2 * common >= min(end - start, statement.end - statement.start):
            return True
    return False
