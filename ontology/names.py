"""One name, three spellings: `hasStatus` in RDF, `HAS_STATUS` in Cypher, `has_status` in YAML and Python."""

from __future__ import annotations

import re

__all__ = ["camel", "snake", "upper"]


def snake(name: str) -> str:
    """Spell a relation as in YAML and Python.

    Examples
    --------
    >>> snake("hasStatus"), snake("HAS_STATUS")
    ('has_status', 'has_status')
    """
    if name.isupper():
        return name.lower()
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def upper(name: str) -> str:
    """Spell a relation as a relationship type in Cypher.

    Examples
    --------
    >>> upper("hasStatus"), upper("has_status")
    ('HAS_STATUS', 'HAS_STATUS')
    """
    return snake(name).upper()


def camel(name: str) -> str:
    """Spell a relation as a property in RDF.

    Examples
    --------
    >>> camel("has_status"), camel("HAS_STATUS"), camel("hasStatus")
    ('hasStatus', 'hasStatus', 'hasStatus')
    """
    first, *rest = snake(name).split("_")
    return first + "".join(word.capitalize() for word in rest)
