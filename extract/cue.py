"""A construction that says that somebody is to act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .clauses import clause_depth, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Cue", "cue_of"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A construction: its name, kind and strength, and the places in the `Doc` of verb and subject (-1: none)."""

    name: str
    kind: str
    strength: str
    verb: int
    subject: int
    depth: int


def cue_of(name: str, strength: str, verb: Token, kind: str = "recommendation", subject: Token | None = None) -> Cue:
    """Make a cue of a verb, with its own subject unless another is given."""
    found = subject if subject is not None else subject_of(verb)
    return Cue(name, kind, strength, verb.i, found.i if found is not None else -1, clause_depth(verb))
