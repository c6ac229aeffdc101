"""Constructions of advice, opportunity and promise, and of the terms of agreements.

Some are settled only when it is known who is spoken of (see `judging`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .actions import is_action_verb
from .clauses import WRITERS, clause_depth, conditional, negated, reported, subject_of
from .cue import Cue, cue_of
from .duties import WORK
from .words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "PROMISES",
    "advice_rule",
    "call_rule",
    "could_rule",
    "gerund_rule",
    "interest_rule",
    "opportunity_rule",
    "promise_rule",
    "scheduled_rule",
    "term_rule",
    "will_rule",
]

PROMISES = {
    "agree": "must", "commit": "must", "pledge": "must", "promise": "must", "vow": "must", "undertake": "must",
    "announce": "must", "plan": "should", "intend": "should", "propose": "should", "aim": "should", "expect": "should",
    "seek": "should",
}  # fmt: skip  # fmt: skip

_OUTCOMES = word_set(
    """lead mean result cause become face happen occur see take prove depend represent affect suffer"""
)


def could_rule(token: Token) -> Cue | None:
    """`could` and `can` as advice: an actor or a piece of work before them, an action behind; never an outcome."""
    if token.tag_ != "MD" or token.dep_ != "aux" or conditional(token.head) or reported(token.head):
        return None
    verb, subject = token.head, subject_of(token.head)
    if (
        negated(verb)
        or subject is None
        or clause_depth(verb)
        or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
    ):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    acts = is_action_verb(verb.lemma_) or verb.lemma_ in (
        "use",
        "give",
        "focus",
        "emphasize",
        "emphasise",
        "take",
        "make",
        "be",
        "ensure",
        "provide",
    )
    if not acts or verb.lemma_ in _OUTCOMES:
        return None
    if subject.lemma_ in WORK or (passive and is_action_verb(verb.lemma_) and token.lower_ == "could"):
        return cue_of("advice-could", "could", verb)
    return cue_of("actor-could", "could", verb) if subject.pos_ in ("PROPN", "NOUN", "PRON") else None


def opportunity_rule(token: Token) -> Cue | None:
    """`there are opportunities to`, `X has a window of opportunity to`, `doing X is an opportunity`."""
    inner = next((c for c in token.children if c.dep_ in ("acl", "relcl")), None)
    into = inner or next((c for c in token.children if c.lower_ in ("for", "to")), None)
    head = (
        token.head.head
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "window"
        else token
    )
    verb = head.head
    if (
        into is None
        or verb.lemma_ not in ("be", "have", "represent", "open", "remain", "find", "offer", "create")
        or verb.tag_ == "VBD"
    ):
        return None
    if verb.lemma_ in ("create", "offer", "open") and clause_depth(verb):
        return None
    if negated(verb) or conditional(verb):
        return None
    return cue_of("opportunity", "could", inner if inner is not None else token, subject=subject_of(verb))


def interest_rule(token: Token) -> Cue | None:
    """`it is in Mexico's interest to …`."""
    if token.dep_ != "pobj" or token.head.lower_ != "in" or token.head.head.lemma_ != "be":
        return None
    verb = token.head.head
    inner = next(
        (
            c
            for t in (verb, token, token.head)
            for c in t.children
            if c.dep_ in ("xcomp", "acl", "advcl") and c.i > token.i
        ),
        None,
    )
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return cue_of("interest", "could", inner, subject=owner) if inner is not None else None


def gerund_rule(token: Token) -> Cue | None:
    """`regularizing their status would help …`: an action as the subject of something good."""
    verb = token.head
    would = any(c.lower_ in ("would", "could") and c.dep_ == "aux" for c in verb.children)
    good = verb.lemma_ in (
        "help",
        "benefit",
        "contribute",
        "be",
        "go",
        "improve",
        "strengthen",
        "support",
        "make",
        "allow",
    )
    if token.tag_ != "VBG" or not would or not good or negated(verb) or clause_depth(verb):
        return None
    return Cue("would-help", "recommendation", "could", token.i, -1, 0)


def promise_rule(token: Token) -> Cue | None:
    """`has agreed to`, `plans to`, `proposed an effort to`; who promises is judged later."""
    advised = any(c.dep_ == "auxpass" or (c.tag_ == "MD" and c.lower_ not in ("will", "’ll")) for c in token.children)
    if token.pos_ != "VERB" or advised or negated(token) or conditional(token):
        return None
    inner = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp")), None)
    into = next((c for p in token.children if p.lower_ == "to" and p.dep_ == "prep" for c in p.children), None)
    what = next((c for c in token.children if c.dep_ == "dobj"), None)
    carried = inner or into or (what if token.lemma_ in ("propose", "plan", "promise", "pledge", "announce") else None)
    if carried is None or (token.lemma_ in ("seek", "aim", "expect") and token.tag_ == "VBG"):
        return None
    name = "seeks" if token.lemma_ in ("seek", "aim") else "promise"
    return cue_of(name, PROMISES[token.lemma_], token if carried is what else carried, "commitment", subject_of(token))


def will_rule(token: Token) -> Cue | None:
    """`will launch`, `will meet`: firm announcements of somebody who can act."""
    verb = token.head
    if (
        token.tag_ != "MD"
        or token.dep_ != "aux"
        or not is_action_verb(verb.lemma_)
        or negated(verb)
        or clause_depth(verb) > 1
    ):
        return None
    return None if conditional(verb) else cue_of("will", "must", verb, "commitment")


def advice_rule(token: Token) -> Cue | None:
    """`we recommend that`, `it is recommended that`, `agencies are encouraged to`."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    subject = subject_of(token)
    inner = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp")), None)
    if subject is None or token.tag_ == "VBD" or (not passive and subject.lower_ not in WRITERS):
        return None
    whom = next((c for c in token.children if c.dep_ == "dobj"), None)
    named = (
        (subject_of(inner) if inner is not None else None)
        or whom
        or (subject if passive and subject.lower_ != "it" else None)
    )
    return cue_of("advice", "should", inner or token, subject=named)


def scheduled_rule(token: Token) -> Cue | None:
    """`is scheduled to meet`, `is required to report`."""
    inner = next((c for c in token.children if c.dep_ == "xcomp"), None)
    if inner is None or not any(c.dep_ == "auxpass" for c in token.children):
        return None
    return cue_of("scheduled", "must", inner, "obligation", subject_of(token))


def term_rule(token: Token) -> Cue | None:
    """`the agreement prohibits …`: whether it is an agreement is judged later."""
    if token.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in token.children) or negated(token):
        return None
    subject = subject_of(token)
    if token.dep_ == "relcl" and (subject is None or subject.lower_ in ("which", "that")):
        subject = token.head
    return cue_of("terms", "must", token, "obligation", subject)


def call_rule(token: Token) -> Cue | None:
    """`we call on X to`, `the report calls for Y`."""
    subject = subject_of(token)
    prep = next((c for c in token.children if c.lower_ in ("on", "for", "upon") and c.dep_ == "prep"), None)
    if prep is None or subject is None or subject.lower_ not in WRITERS:
        return None
    whom = next((c for c in prep.children if c.dep_ == "pobj"), None)
    inner = next((c for c in token.children if c.dep_ in ("xcomp", "advcl")), None)
    return cue_of("advice", "should", inner or token, subject=whom if prep.lower_ != "for" else None)
