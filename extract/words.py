"""Sets and tables of words, written as running text."""

from __future__ import annotations

import re

__all__ = ["word_set", "word_table"]


def word_set(text: str) -> frozenset[str]:
    """Give the words of a text as a set.

    Examples
    --------
    >>> sorted(word_set("must should could"))
    ['could', 'must', 'should']
    """
    return frozenset(text.split())


def word_table(text: str) -> dict[str, str]:
    r"""Read rows such as `place: river lake`, each word to its row's name; an indented line goes on with its row.

    A word that stands in two rows belongs to the first.

    Examples
    --------
    >>> word_table("place: river\n  lake\nlaw: act river")
    {'act': 'law', 'river': 'place', 'lake': 'place'}
    """
    rows = [row.split(": ", 1) for row in re.sub(r"\n\s+", " ", text.strip()).split("\n")]
    return {word: name for name, listed in reversed(rows) for word in listed.split()}
