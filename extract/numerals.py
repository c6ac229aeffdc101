"""The numbers of list items as a document shows them: figures, letters, Roman numerals."""

from __future__ import annotations

__all__ = ["numeral"]

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST = 399  # a list that is longer is written in figures


def numeral(number: int, kind: str) -> str:
    """Write a number.

    Parameters
    ----------
    number
        Below one and above 399 it is written in figures.
    kind
        As in HTML: `a` or `A` for letters, `i` or `I` for Roman numerals; anything else for figures.

    Examples
    --------
    >>> numeral(4, "1"), numeral(4, "A"), numeral(28, "a"), numeral(49, "i"), numeral(0, "I")
    ('4', 'D', 'bb', 'xlix', '0')
    """
    text = str(number)
    if not 0 < number <= _MOST:
        return text
    if kind in ("a", "A"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind in ("i", "I"):
        text = ""
        for value, letters in _ROMAN:
            text += letters * (number // value)
            number %= value
    return text.upper() if kind.isupper() else text
