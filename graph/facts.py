"""Facts: subject, predicate, object, qualifiers, valid time, and the set of evidence they rest on.

A fact's id is a hash of everything but the evidence. So two sources for one fact are one fact with two evidences,
and the same membership in two periods is two facts.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from ..ontology.edtf import Interval, parse
from ..ontology.model import Evidence

__all__ = ["Evidence", "Fact", "fact_id", "interval"]

_ID_LENGTH = 20
"""Hex digits of a fact's id: 80 bits, so that among a million facts two share one with a chance below 1 in 10**12."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation between two entities.

    Parameters
    ----------
    subject, predicate, object
        Entity ids, and the relation's YAML name.
    qualifiers
        Sorted pairs, as `(("role", "co-chair"),)`.
    valid
        EDTF; empty where the time is not known.
    evidence
        Sorted, each once, never empty in a checked dataset.

    Examples
    --------
    >>> once = Fact("ustr", "leads", "hled", (("role", "co-chair"),), "2013/2016", (Evidence("readout"),))
    >>> again = Fact("ustr", "leads", "hled", (("role", "co-chair"),), "2013/2016", (Evidence("other-source"),))
    >>> once.id == again.id
    True
    >>> Fact("ustr", "leads", "hled", (("role", "co-chair"),), "2021/..").id == once.id
    False
    """

    subject: str
    predicate: str
    object: str
    qualifiers: tuple[tuple[str, str], ...] = ()
    valid: str = ""
    evidence: tuple[Evidence, ...] = ()
    id: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", fact_id(self.subject, self.predicate, self.object, self.qualifiers, self.valid))

    @property
    def time(self) -> Interval:
        """Valid time with its four bounds."""
        return interval(self.valid)

    def qualifier(self, name: str) -> str:
        """Value of a qualifier; empty where the fact has none."""
        return next((value for key, value in self.qualifiers if key == name), "")


def fact_id(subject: str, predicate: str, obj: str, qualifiers: tuple[tuple[str, str], ...], valid: str) -> str:
    """Hash what a fact says, whatever the order of its qualifiers or the Unicode form of its ids."""
    content = json.dumps([subject, predicate, obj, sorted(map(list, qualifiers)), valid], ensure_ascii=False)
    return hashlib.sha256(unicodedata.normalize("NFC", content).encode()).hexdigest()[:_ID_LENGTH]


@lru_cache(maxsize=4096)
def interval(text: str) -> Interval:
    """Bounds of an EDTF string; datasets repeat few strings many times."""
    return parse(text)
