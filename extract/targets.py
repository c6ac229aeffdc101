"""What is acted on: the named body or instrument in the object of a statement's verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from .cue import Cue
    from .mentions import Index
    from .pipeline import Reading

__all__ = ["targets_of"]

_KINDS = word_set("""mechanism agreement programme law agency intl-org state-enterprise legislature academic ngo""")
_OBJECTS = word_set("dobj nsubjpass attr oprd pobj xcomp ccomp conj pcomp prep advcl")


def targets_of(reading: Reading, sentence: Span, cue: Cue, index: Index, actors: Sequence[str]) -> tuple[str, ...]:
    """Give the ids of bodies and instruments that a statement's action bears on.

    Places are where something is done, and actors do it: neither is a target.
    """
    found = []
    verb = reading.doc[cue.verb]
    receivers = [c for c in verb.children if c.dep_ == "nsubj"] if cue.name in ("needs", "is-adjective") else []
    for token in [*_objects(verb, 0), *receivers]:
        span = reading.doc[token.left_edge.i : token.right_edge.i + 1]
        for link in index.within(reading.flat, span.start_char, span.end_char):
            if sentence.start_char <= link.start < sentence.end_char:
                found += [i for i in link.ids if index.type(i) in _KINDS and i not in actors]
    return tuple(dict.fromkeys(found))[:3]


def _objects(verb: Token, depth: int) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass", "attr", "oprd"):
            yield child
        elif child.dep_ in ("xcomp", "ccomp", "conj") and depth < 3:
            yield from _objects(child, depth + 1)
        elif child.dep_ == "prep" and child.lower_ in ("with", "to", "into", "of", "in", "on"):
            yield from (c for c in child.children if c.dep_ == "pobj")
