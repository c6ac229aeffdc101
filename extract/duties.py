"""Constructions of duty: must and should, needs, and judgements such as "it is crucial to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clauses import clause_depth, conditional, negated, reported, subject_of
from .cue import Cue, cue_of
from .words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "FAIR",
    "STRONG",
    "WORK",
    "have_rule",
    "judged_rule",
    "modal_rule",
    "moment_rule",
    "need_rule",
    "required_rule",
]

STRONG = word_set("""crucial essential necessary vital imperative critical paramount urgent indispensable required""")

_STATING = word_set("be remain underscore underline highlight show demonstrate")
FAIR = word_set("important key advisable desirable appropriate worthwhile useful")

WORK = word_set(
    """cooperation coordination collaboration dialogue effort approach policy program programme strategy reform plan
    initiative group mechanism committee commission task force council agreement regularization investment
    response measure thought consideration engagement support option"""
)


def modal_rule(token: Token) -> Cue | None:
    """`must`, `should`, `shall`, `ought`, but not of the past, of conditions or of other people's opinions."""
    if token.tag_ != "MD" or token.dep_ not in ("aux", "ROOT", "ccomp", "conj", "relcl"):
        return None
    verb = token.head if token.dep_ == "aux" else token
    past = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children) and token.lower_ != "shall"
    inverted = token.lower_ == "should" and (subject := subject_of(verb)) is not None and subject.i > token.i
    if past or inverted or conditional(verb) or reported(verb):
        return None
    kind = "obligation" if token.lower_ == "shall" else "recommendation"
    return cue_of(f"modal-{token.lower_}", "should" if token.lower_ in ("should", "ought") else "must", verb, kind)


def need_rule(token: Token) -> Cue | None:
    """`need to`, `needs` with an object, `are needed`, `the need for`."""
    if token.pos_ == "NOUN":
        return _need_noun(token)
    embedded = token.dep_ == "relcl" or any(c.lower_ in ("that", "who") and c.dep_ == "nsubj" for c in token.children)
    if embedded or token.tag_ == "MD" or negated(token) or conditional(token) or reported(token):
        return None
    if inner := next((c for c in token.children if c.dep_ == "xcomp"), None):
        return cue_of("need-to", "must", inner, subject=subject_of(token))
    if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
        return cue_of("is-needed", "must", token)
    governs = any(c.dep_ in ("dobj", "ccomp") for c in token.children)
    present = token.tag_ in ("VBP", "VBZ", "VB") and clause_depth(token) == 0
    return cue_of("needs", "must", token) if governs and present else None


def _need_noun(token: Token) -> Cue | None:
    """`there is a need for`, `this underscores the need to`."""
    into = any(c.lower_ in ("for", "to") or c.dep_ == "acl" for c in token.children)
    stated = token.dep_ in ("attr", "nsubj", "dobj") and token.head.lemma_ in _STATING
    return cue_of("need-noun", "must", token) if into and stated and token.lower_ == "need" else None


def have_rule(token: Token) -> Cue | None:
    """`has to`, `will have to`, `has a responsibility to`, `has an opportunity to`, `have an interest in`."""
    if token.tag_ == "VBD" or negated(token) or conditional(token) or reported(token):
        return None
    what = next((c for c in token.children if c.dep_ == "dobj"), None)
    if what is None:
        inner = next(
            (c for c in token.children if c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children)), None
        )
        return cue_of("have-to", "must", inner, subject=subject_of(token)) if inner is not None else None
    inner = next((c for c in what.children if c.dep_ in ("acl", "relcl")), token)
    if what.lemma_ in ("responsibility", "duty", "obligation"):
        return cue_of("responsibility", "must", inner, subject=subject_of(token))
    if what.lemma_ in ("interest", "stake", "much"):
        return cue_of("interest", "could", token)
    return None


def judged_rule(token: Token) -> Cue | None:
    """`it is crucial to`, `it is important that`, `doing this is essential`, `a response is required`."""
    strength = "must" if token.lemma_ in STRONG else "should"
    verb = token.head if token.dep_ in ("acomp", "oprd", "attr", "conj") else token
    if token.dep_ == "conj" and token.head.dep_ in ("acomp", "attr"):
        verb = token.head.head
    if verb.lemma_ not in ("be", "remain", "become", "seem") or negated(verb) or conditional(verb) or reported(verb):
        return None
    if any(c.tag_ == "VBD" for c in [verb]):
        return None
    subject = subject_of(verb)
    inner = next(
        (c for t in (token, verb) for c in t.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i), None
    )
    if subject is None:
        return None
    if subject.lower_ == "it" and inner is not None:
        return cue_of(
            "it-is-adjective",
            strength,
            inner,
            subject=subject_of(inner) if inner.dep_ != "xcomp" else _for_whom(token, inner),
        )
    if subject.dep_.startswith("csubj") or subject.tag_ == "VBG":
        return cue_of("doing-is-adjective", strength, subject, subject=None)
    return (
        cue_of("is-adjective", strength, subject)
        if subject.lemma_ in WORK and token.lemma_ in STRONG | {"key"}
        else None
    )


def _for_whom(token: Token, inner: Token) -> Token | None:
    """`it is crucial for both countries to …`."""
    inside = next((c for c in inner.children if c.dep_ == "nsubj"), None)
    preps = (c for t in (token, inner) for c in t.children if c.lower_ == "for" and c.i < inner.i)
    return inside or next((c for p in preps for c in p.children if c.dep_ == "pobj"), None)


def required_rule(token: Token) -> Cue | None:
    """`X requires Y` of what the writers want, `is required`; terms of an agreement are told apart later."""
    if token.dep_ in ("amod", "relcl", "acl") and not any(c.lower_ == "which" for c in token.children):
        return None
    if token.dep_ in ("amod", "acl") or negated(token) or conditional(token) or reported(token):
        return None
    if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
        return cue_of("is-required", "must", token)
    if token.tag_ in ("VBZ", "VBP", "VB", "VBN", "VBD") and any(
        c.dep_ in ("dobj", "ccomp", "xcomp") for c in token.children
    ):
        return cue_of("requires", "must", token, subject=token.head if token.dep_ == "relcl" else None)
    return None


def moment_rule(token: Token) -> Cue | None:
    """`it is time to`, `the first step is to`, `would be a mistake`."""
    verb = token.head
    if verb.lemma_ != "be" or clause_depth(verb) or negated(verb) or verb.tag_ == "VBD":
        return None
    if token.lemma_ == "mistake":
        return cue_of("mistake", "should", verb) if any(c.lower_ == "would" for c in verb.children) else None
    inner = next(
        (
            c
            for t in (token, verb)
            for c in t.children
            if c.dep_ in ("acl", "xcomp", "relcl", "advcl") and c.i > token.i
        ),
        None,
    )
    return Cue("moment", "recommendation", "should", inner.i, -1, 0) if inner is not None else None
