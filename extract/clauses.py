"""Clauses in a parse: their subjects, how deep they stand, and whether they are other people's words or conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["WRITERS", "clause_depth", "conditional", "negated", "reported", "subject_of"]

WRITERS = word_set("we i paper report chapter brief committee inquiry study authors")

_SAYING = word_set(
    """say argue claim believe think suggest tell note warn state write conclude fear hope report emphasise emphasize
    stress highlight explain comment observe agree maintain contend insist add describe suggestion view argument
    recall"""
)

_QUESTIONS = word_set("how what whether why which where who when")


def clause_depth(token: Token) -> int:
    """How many clauses stand over the clause of a word."""
    depth = 0
    while token.head != token:
        depth += token.dep_ in ("advcl", "relcl", "ccomp", "acl", "csubj", "pcomp", "parataxis")
        token = token.head
    return depth


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or that of the verb it is coordinated or governed with."""
    seen = 0
    while seen < 6:
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl"):
                return child
        if verb.dep_ not in ("conj", "xcomp", "aux", "auxpass", "acomp", "attr") or verb.head == verb:
            return None
        verb, seen = verb.head, seen + 1
    return None


def reported(verb: Token) -> bool:
    """Tell whether a clause is what other people say."""
    head = verb
    while head.dep_ not in ("ccomp", "pcomp", "acl", "ROOT") and head.head != head:
        head = head.head
    if head.dep_ not in ("ccomp", "acl", "pcomp") and not _asks(head):
        return _quoted(verb)
    if _asks(head) or _quoted(verb):
        return True
    if head.head.lemma_ == "be" and (subject := subject_of(head.head)) is not None and subject.lemma_ in _SAYING:
        return True
    if head.head.lemma_ not in _SAYING:
        return False
    speaker = subject_of(head.head)
    return speaker is not None and speaker.lower_ not in WRITERS


def _asks(head: Token) -> bool:
    """Tell whether a clause is an indirect question ("consider how the government should …")."""
    return head.dep_ in ("ccomp", "pcomp", "acl") and any(
        c.lower_ in _QUESTIONS and c.i < head.i for c in head.children
    )


def _quoted(verb: Token) -> bool:
    """Tell whether a word stands inside quotation marks that the sentence opens and that hold a clause."""
    before = [t for t in verb.sent if t.i < verb.i and t.text in ("“", "”", '"', "``", "''")]
    if not before:
        return False
    last = before[-1]
    return last.text in ("“", "``") or (last.text == '"' and sum(t.text == '"' for t in before) % 2 == 1)


def conditional(verb: Token) -> bool:
    """Tell whether a word stands in an `if` clause."""
    head = verb
    while head.head != head:
        if head.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in head.children
        ):
            return True
        head = head.head
    return False


def negated(verb: Token) -> bool:
    """Tell whether a verb has a `not`."""
    return any(child.dep_ == "neg" for child in verb.children)
