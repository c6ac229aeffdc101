"""Directive constructions: which sentence tells that somebody is to act, how strongly, and by which words.

Each rule looks at one word and its neighbours in the parse; none knows a sentence. What a rule cannot tell without
knowing who is spoken of (advice by "could", promises, the terms of an agreement) is left to `statements`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .actions import is_action_verb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Span, Token

__all__ = ["Cue", "clause_depth", "cues", "imperative", "subject_of"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A construction: its name, kind and strength, and the places in the `Doc` of verb and subject (-1: none)."""

    name: str
    kind: str
    strength: str
    verb: int
    subject: int
    depth: int


_STRONG = frozenset("crucial essential necessary vital imperative critical paramount urgent indispensable required".split())
_FAIR = frozenset("important key advisable desirable appropriate worthwhile useful".split())
_WORK = frozenset(
    """cooperation coordination collaboration dialogue effort approach policy program programme strategy reform plan
    initiative group mechanism committee commission task force council agreement regularization investment response
    measure thought consideration engagement support option""".split()
)
_PROMISES = {
    "agree": "must", "commit": "must", "pledge": "must", "promise": "must", "vow": "must", "undertake": "must",
    "announce": "must", "plan": "should", "intend": "should", "propose": "should", "aim": "should", "expect": "should",
    "seek": "should",
}  # fmt: skip
_TERMS = frozenset("require oblige prohibit forbid prevent outlaw mandate stipulate ban bind".split())
_ADVICE = frozenset("recommend urge advise propose suggest encourage advocate".split())
_DEMANDS = frozenset("require demand necessitate".split())
_SAYING = frozenset("say argue claim believe think suggest tell note warn state write conclude fear hope report".split())
_WRITERS = frozenset("we i paper report chapter brief committee inquiry study authors".split())
_OUTCOMES = frozenset("lead mean result cause become face happen occur see take prove depend represent affect suffer".split())


def cues(sentence: Span) -> Iterator[Cue]:
    """Find the directive constructions of a sentence, the outermost first.

    Questions have none.
    """
    if sentence.text.rstrip("\"”’' ").endswith("?"):
        return
    found = [cue for token in sentence for rule in _RULES.get(token.lemma_.casefold(), ()) if (cue := rule(token))]
    found += [cue for token in sentence if token.dep_ == "csubj" and (cue := _gerund(token))]
    yield from sorted(found, key=lambda cue: (cue.depth, cue.name in _SOFT, cue.verb))


_SOFT = frozenset({"advice-could", "opportunity", "would-help", "interest", "promise", "will", "terms", "seeks"})


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


def imperative(sentence: Span) -> Cue | None:
    """Find a bare imperative at the beginning of a sentence; only lists and headings are asked."""
    for token in sentence:
        if token.is_punct or token.is_space or token.pos_ == "ADV" or token.lower_ in ("please", "better", "jointly", "then"):
            continue
        base = is_action_verb(token.lower_) or (token.tag_ == "VB" and token.dep_ == "ROOT")
        following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        finite = following is not None and following.tag_ in ("VBZ", "VBD", "MD", "IN") and token.tag_ != "VB"
        if base and not finite and not any(c.dep_ in ("nsubj", "aux") for c in token.children if c.i < token.i):
            return Cue("imperative", "recommendation", "should", token.i, -1, 0)
        return None
    return None


def _cue(name: str, strength: str, verb: Token, kind: str = "recommendation", subject: Token | None = None) -> Cue:
    found = subject if subject is not None else subject_of(verb)
    return Cue(name, kind, strength, verb.i, found.i if found is not None else -1, clause_depth(verb))


def _reported(verb: Token) -> bool:
    """Tell whether a clause is what other people say."""
    head = verb
    while head.dep_ not in ("ccomp", "ROOT") and head.head != head:
        head = head.head
    if head.dep_ != "ccomp" or head.head.lemma_ not in _SAYING:
        return False
    speaker = subject_of(head.head)
    return speaker is not None and speaker.lower_ not in _WRITERS


def _conditional(verb: Token) -> bool:
    head = verb
    while head.head != head:
        if head.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in head.children):
            return True
        head = head.head
    return False


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _modal(token: Token) -> Cue | None:
    """`must`, `should`, `shall`, `ought`, but not of the past, of conditions or of other people's opinions."""
    if token.tag_ != "MD" or token.dep_ not in ("aux", "ROOT", "ccomp", "conj", "relcl"):
        return None
    verb = token.head if token.dep_ == "aux" else token
    past = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children) and token.lower_ != "shall"
    inverted = token.lower_ == "should" and (subject := subject_of(verb)) is not None and subject.i > token.i
    if past or inverted or _conditional(verb) or _reported(verb):
        return None
    kind = "obligation" if token.lower_ == "shall" else "recommendation"
    return _cue(f"modal-{token.lower_}", "should" if token.lower_ in ("should", "ought") else "must", verb, kind)


def _need(token: Token) -> Cue | None:
    """`need to`, `needs` with an object, `are needed`, `the need for`."""
    if token.pos_ == "NOUN":
        into = any(c.lower_ in ("for", "to") or c.dep_ == "acl" for c in token.children)
        stated = token.dep_ in ("attr", "nsubj", "dobj") and token.head.lemma_ in ("be", "remain", "underscore", "highlight", "show")
        return _cue("need-noun", "must", token) if into and stated and token.lower_ == "need" else None
    if token.tag_ == "MD" or _negated(token) or _conditional(token) or _reported(token):
        return None
    if token.dep_ == "relcl" or any(c.lower_ in ("that", "who") and c.dep_ == "nsubj" for c in token.children):
        return None
    if inner := next((c for c in token.children if c.dep_ == "xcomp"), None):
        return _cue("need-to", "must", inner, subject=subject_of(token))
    if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
        return _cue("is-needed", "must", token)
    if any(c.dep_ in ("dobj", "ccomp") for c in token.children) and clause_depth(token) == 0 and token.tag_ in ("VBP", "VBZ", "VB"):
        return _cue("needs", "must", token)
    return None


def _have(token: Token) -> Cue | None:
    """`has to`, `will have to`, `has a responsibility to`, `has an opportunity to`, `have an interest in`."""
    if token.tag_ == "VBD" or _negated(token) or _conditional(token) or _reported(token):
        return None
    what = next((c for c in token.children if c.dep_ == "dobj"), None)
    if what is None:
        inner = next((c for c in token.children if c.dep_ == "xcomp" and any(t.lower_ == "to" for t in c.children)), None)
        return _cue("have-to", "must", inner, subject=subject_of(token)) if inner is not None else None
    inner = next((c for c in what.children if c.dep_ in ("acl", "relcl")), token)
    if what.lemma_ in ("responsibility", "duty", "obligation"):
        return _cue("responsibility", "must", inner, subject=subject_of(token))
    if what.lemma_ in ("interest", "stake", "much"):
        return _cue("interest", "could", token)
    return None


def _judged(token: Token) -> Cue | None:
    """`it is crucial to`, `it is important that`, `doing this is essential`, `a response is required`."""
    strength = "must" if token.lemma_ in _STRONG else "should"
    verb = token.head if token.dep_ in ("acomp", "oprd", "attr", "conj") else token
    if token.dep_ == "conj" and token.head.dep_ in ("acomp", "attr"):
        verb = token.head.head
    if verb.lemma_ not in ("be", "remain", "become", "seem") or _negated(verb) or _conditional(verb) or _reported(verb):
        return None
    if any(c.tag_ == "VBD" for c in [verb]):
        return None
    subject = subject_of(verb)
    inner = next((c for t in (token, verb) for c in t.children if c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > token.i), None)
    if subject is None:
        return None
    if subject.lower_ == "it" and inner is not None:
        return _cue("it-is-adjective", strength, inner, subject=subject_of(inner) if inner.dep_ != "xcomp" else _for_whom(token, inner))
    if subject.dep_.startswith("csubj") or subject.tag_ == "VBG":
        return _cue("doing-is-adjective", strength, subject, subject=None)
    return _cue("is-adjective", strength, subject) if subject.lemma_ in _WORK and token.lemma_ in _STRONG | {"key"} else None


def _for_whom(token: Token, inner: Token) -> Token | None:
    """`it is crucial for both countries to …`."""
    inside = next((c for c in inner.children if c.dep_ == "nsubj"), None)
    preps = (c for t in (token, inner) for c in t.children if c.lower_ == "for" and c.i < inner.i)
    return inside or next((c for p in preps for c in p.children if c.dep_ == "pobj"), None)


def _required(token: Token) -> Cue | None:
    """`X requires Y` of what the writers want, `is required`; terms of an agreement are told apart later."""
    if token.dep_ in ("amod", "relcl", "acl") or _negated(token) or _conditional(token) or _reported(token):
        return None
    if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
        return _cue("is-required", "must", token)
    if token.tag_ in ("VBZ", "VBP", "VB", "VBN", "VBD") and any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in token.children):
        return _cue("requires", "must", token)
    return None


def _could(token: Token) -> Cue | None:
    """`could` and `can` as advice: an actor or a piece of work before them, an action behind; never an outcome."""
    if token.tag_ != "MD" or token.dep_ != "aux" or _conditional(token.head) or _reported(token.head):
        return None
    verb, subject = token.head, subject_of(token.head)
    if _negated(verb) or subject is None or clause_depth(verb) or any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children):
        return None
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    acts = is_action_verb(verb.lemma_) or verb.lemma_ in ("use", "give", "focus", "emphasize", "emphasise", "take", "make", "be", "ensure", "provide")
    if not acts or verb.lemma_ in _OUTCOMES:
        return None
    if subject.lemma_ in _WORK or (passive and is_action_verb(verb.lemma_) and token.lower_ == "could"):
        return _cue("advice-could", "could", verb)
    return _cue("actor-could", "could", verb) if subject.pos_ in ("PROPN", "NOUN", "PRON") else None


def _opportunity(token: Token) -> Cue | None:
    """`there are opportunities to`, `X has a window of opportunity to`, `doing X is an opportunity`."""
    inner = next((c for c in token.children if c.dep_ in ("acl", "relcl")), None)
    into = inner or next((c for c in token.children if c.lower_ in ("for", "to")), None)
    head = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "window" else token
    verb = head.head
    if into is None or verb.lemma_ not in ("be", "have", "represent", "open", "remain", "find", "offer", "create") or verb.tag_ in ("VBD",):
        return None
    if verb.lemma_ in ("create", "offer", "open") and clause_depth(verb):
        return None
    if _negated(verb) or _conditional(verb):
        return None
    return _cue("opportunity", "could", inner if inner is not None else token, subject=subject_of(verb))


def _interest(token: Token) -> Cue | None:
    """`it is in Mexico's interest to …`."""
    if token.dep_ != "pobj" or token.head.lower_ != "in" or token.head.head.lemma_ != "be":
        return None
    verb = token.head.head
    inner = next((c for t in (verb, token, token.head) for c in t.children if c.dep_ in ("xcomp", "acl", "advcl") and c.i > token.i), None)
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return _cue("interest", "could", inner, subject=owner) if inner is not None else None


def _gerund(token: Token) -> Cue | None:
    """`regularizing their status would help …`: an action as the subject of something good."""
    verb = token.head
    would = any(c.lower_ in ("would", "could") and c.dep_ == "aux" for c in verb.children)
    good = verb.lemma_ in ("help", "benefit", "contribute", "be", "go", "improve", "strengthen", "support", "make", "allow")
    if token.tag_ != "VBG" or not would or not good or _negated(verb) or clause_depth(verb):
        return None
    return Cue("would-help", "recommendation", "could", token.i, -1, 0)


def _promise(token: Token) -> Cue | None:
    """`has agreed to`, `plans to`, `proposed an effort to`; who promises is judged later."""
    if token.pos_ != "VERB" or _negated(token) or _conditional(token) or any(c.dep_ == "auxpass" for c in token.children):
        return None
    inner = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp")), None)
    into = next((c for p in token.children if p.lower_ == "to" and p.dep_ == "prep" for c in p.children), None)
    what = next((c for c in token.children if c.dep_ == "dobj"), None)
    carried = inner or into or (what if token.lemma_ in ("propose", "plan", "promise", "pledge", "announce") else None)
    if carried is None or (token.lemma_ in ("seek", "aim", "expect") and token.tag_ == "VBG"):
        return None
    name = "seeks" if token.lemma_ in ("seek", "aim") else "promise"
    return _cue(name, _PROMISES[token.lemma_], token if carried is what else carried, "commitment", subject_of(token))


def _will(token: Token) -> Cue | None:
    """`will launch`, `will meet`: firm announcements of somebody who can act."""
    verb = token.head
    if token.tag_ != "MD" or token.dep_ != "aux" or not is_action_verb(verb.lemma_) or _negated(verb) or clause_depth(verb) > 1:
        return None
    return None if _conditional(verb) else _cue("will", "must", verb, "commitment")


def _advice(token: Token) -> Cue | None:
    """`we recommend that`, `it is recommended that`, `agencies are encouraged to`."""
    passive = any(c.dep_ == "auxpass" for c in token.children)
    subject = subject_of(token)
    inner = next((c for c in token.children if c.dep_ in ("ccomp", "xcomp")), None)
    if subject is None or token.tag_ == "VBD" or (not passive and subject.lower_ not in _WRITERS):
        return None
    whom = next((c for c in token.children if c.dep_ == "dobj"), None)
    named = (subject_of(inner) if inner is not None else None) or whom or (subject if passive and subject.lower_ != "it" else None)
    return _cue("advice", "should", inner or token, subject=named)


def _scheduled(token: Token) -> Cue | None:
    """`is scheduled to meet`, `is required to report`."""
    inner = next((c for c in token.children if c.dep_ == "xcomp"), None)
    if inner is None or not any(c.dep_ == "auxpass" for c in token.children):
        return None
    return _cue("scheduled", "must", inner, "obligation", subject_of(token))


def _term(token: Token) -> Cue | None:
    """`the agreement prohibits …`: whether it is an agreement is judged later."""
    if token.pos_ != "VERB" or any(c.dep_ == "auxpass" for c in token.children) or _negated(token):
        return None
    return _cue("terms", "must", token, "obligation")


def _call(token: Token) -> Cue | None:
    """`we call on X to`, `the report calls for Y`."""
    subject = subject_of(token)
    prep = next((c for c in token.children if c.lower_ in ("on", "for", "upon") and c.dep_ == "prep"), None)
    if prep is None or subject is None or subject.lower_ not in _WRITERS:
        return None
    whom = next((c for c in prep.children if c.dep_ == "pobj"), None)
    inner = next((c for c in token.children if c.dep_ in ("xcomp", "advcl")), None)
    return _cue("advice", "should", inner or token, subject=whom if prep.lower_ != "for" else None)


def _moment(token: Token) -> Cue | None:
    """`it is time to`, `the first step is to`, `would be a mistake`."""
    verb = token.head
    if verb.lemma_ != "be" or clause_depth(verb) or _negated(verb) or verb.tag_ == "VBD":
        return None
    if token.lemma_ == "mistake":
        return _cue("mistake", "should", verb) if any(c.lower_ == "would" for c in verb.children) else None
    inner = next((c for t in (token, verb) for c in t.children if c.dep_ in ("acl", "xcomp", "relcl", "advcl") and c.i > token.i), None)
    return Cue("moment", "recommendation", "should", inner.i, -1, 0) if inner is not None else None


def _rules() -> dict[str, tuple[Callable[[Token], Cue | None], ...]]:
    table: dict[str, tuple[Callable[[Token], Cue | None], ...]] = {}

    def add(rule: Callable[[Token], Cue | None], *lemmas: str) -> None:
        for lemma in lemmas:
            table[lemma] = (*table.get(lemma, ()), rule)

    add(_modal, "must", "should", "shall", "ought")
    add(_need, "need", "needed")
    add(_have, "have")
    add(_judged, *sorted(_STRONG | _FAIR))
    add(_required, *sorted(_DEMANDS))
    add(_could, "could", "can")
    add(_opportunity, "opportunity")
    add(_interest, "interest")
    add(_promise, *sorted(_PROMISES))
    add(_will, "will")
    add(_advice, *sorted(_ADVICE))
    add(_scheduled, "schedule", "require", "oblige", "mandate", "task", "charge")
    add(_term, *sorted(_TERMS))
    add(_call, "call")
    add(_moment, "time", "step", "task", "mistake", "priority")
    return table


_RULES = _rules()
