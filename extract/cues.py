"""Directive constructions: which sentence tells that somebody is to act, how strongly, and by which words.

Each rule looks at one word and its neighbours in the parse; none knows a sentence. What a rule cannot tell without
knowing who is spoken of (advice by "could", promises, the terms of an agreement) is left to `statements`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .actions import is_action_verb
from .cue import Cue
from .duties import FAIR, STRONG, have_rule, judged_rule, modal_rule, moment_rule, need_rule, required_rule
from .offers import (
    PROMISES,
    advice_rule,
    call_rule,
    could_rule,
    gerund_rule,
    interest_rule,
    opportunity_rule,
    promise_rule,
    scheduled_rule,
    term_rule,
    will_rule,
)
from .words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Span, Token

__all__ = ["cues", "imperative"]

_TERMS = word_set("oblige prohibit forbid prevent outlaw mandate stipulate ban bind foresee")
_ADVICE = word_set("recommend urge advise propose suggest encourage advocate")
_DEMANDS = word_set("require demand necessitate")
_SOFT = frozenset({"advice-could", "opportunity", "would-help", "interest", "promise", "will", "terms", "seeks"})


def cues(sentence: Span) -> Iterator[Cue]:
    """Find the directive constructions of a sentence, the outermost first.

    Questions have none.
    """
    if sentence.text.rstrip("\"”’' ").endswith("?"):
        return
    found = [cue for token in sentence for rule in _RULES.get(token.lemma_.casefold(), ()) if (cue := rule(token))]
    found += [cue for token in sentence if token.dep_ == "csubj" and (cue := gerund_rule(token))]
    yield from sorted(found, key=lambda cue: (cue.depth, cue.name in _SOFT, cue.verb))


def imperative(sentence: Span) -> Cue | None:
    """Find a bare imperative at the beginning of a sentence; only lists and headings are asked."""
    for token in sentence:
        if (
            token.is_punct
            or token.is_space
            or token.pos_ == "ADV"
            or token.lower_ in ("please", "better", "jointly", "then")
        ):
            continue
        base = is_action_verb(token.lower_) or (token.tag_ == "VB" and token.dep_ == "ROOT")
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        finite = following is not None and following.tag_ in ("VBZ", "VBD", "MD", "IN") and token.tag_ != "VB"
        if base and not finite and not any(c.dep_ in ("nsubj", "aux") for c in token.children if c.i < token.i):
            return Cue("imperative", "recommendation", "should", token.i, -1, 0)
        return None
    return None


def _rules() -> dict[str, tuple[Callable[[Token], Cue | None], ...]]:
    table: dict[str, tuple[Callable[[Token], Cue | None], ...]] = {}

    def add(rule: Callable[[Token], Cue | None], *lemmas: str) -> None:
        for lemma in lemmas:
            table[lemma] = (*table.get(lemma, ()), rule)

    add(modal_rule, "must", "should", "shall", "ought")
    add(need_rule, "need", "needed")
    add(have_rule, "have")
    add(judged_rule, *sorted(STRONG | FAIR))
    add(required_rule, *sorted(_DEMANDS))
    add(could_rule, "could", "can")
    add(opportunity_rule, "opportunity")
    add(interest_rule, "interest")
    add(promise_rule, *sorted(PROMISES))
    add(will_rule, "will")
    add(advice_rule, *sorted(_ADVICE))
    add(scheduled_rule, "schedule", "require", "oblige", "mandate", "task", "charge")
    add(term_rule, *sorted(_TERMS))
    add(call_rule, "call")
    add(moment_rule, "time", "step", "task", "mistake", "priority")
    return table


_RULES = _rules()
