"""Action classes of verbs and of nouns made from verbs, and the verbs that only carry another one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from .words import word_set, word_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

__all__ = ["action_of", "action_of_words", "is_action_verb"]

_VERBS = """\
restore: restore revive relaunch reactivate re-establish reestablish revamp revitalize revitalise resume reinvigorate
    renew restart rebuild reopen
create: create establish form launch found set construct institute open constitute build appoint initiate start begin
strengthen: strengthen deepen enhance support boost reinforce bolster improve consolidate intensify empower upgrade
    sustain raise advance prioritize prioritise assist help equip back
maintain: maintain keep preserve continue retain uphold remain
expand: expand add increase extend broaden widen scale double accelerate diversify enlarge grow
reform: reform update modify redesign reformulate professionalize professionalise modernize modernise revise amend
    overhaul rethink restructure reorganize simplify streamline adapt adjust change transform replace reorient rewrite
end: end cancel withdraw eliminate abolish repeal terminate remove stop phase discontinue suspend lift dismantle close
    scrap
coordinate: coordinate cooperate collaborate work dialogue discuss consult meet engage convene partner liaise talk
    co-operate co-ordinate
harmonize: harmonize harmonise align standardize standardise converge approximate
fund: fund invest finance allocate pay resource budget subsidize subsidise provide-funding
implement: implement comply enforce apply execute fulfil fulfill honor honour respect operationalize deliver observe
    carry conduct ensure-compliance
adopt: adopt enact ratify join approve accede sign pass accept endorse incorporate-into-law
negotiate: negotiate renegotiate conclude bargain agree
integrate: integrate incorporate include regularize regularise involve embed mainstream reintegrate put embrace
    represent
share: share exchange publish disclose report communicate disseminate inform
monitor: monitor evaluate review study assess measure track examine analyze analyse audit verify investigate survey
    identify
plan: plan propose design develop define devise prepare draft formulate outline map explore consider prioritise-plan
promote: promote provide encourage facilitate incentivize incentivise foster stimulate attract favour favor enable
    advocate
protect: protect safeguard secure defend guarantee shield ensure
avoid: avoid prevent refrain limit reduce-risk minimize minimise mitigate
"""

_NOUNS = """\
restore: restoration revival relaunch reactivation renewal revitalization resumption
create: creation establishment formation launch construction setting-up
strengthen: strengthening deepening enhancement support reinforcement improvement empowerment emphasis
maintain: maintenance preservation continuation continuity
expand: expansion increase extension acceleration broadening
reform: reform redesign modernization modernisation revision amendment overhaul restructuring professionalization
    simplification
end: end elimination withdrawal abolition repeal termination removal
coordinate: coordination cooperation collaboration dialogue consultation engagement partnership meeting co-operation
    co-ordination response
harmonize: harmonization harmonisation alignment standardization convergence
fund: funding investment finance financing fund investments
implement: implementation compliance enforcement application execution fulfilment
adopt: adoption enactment ratification accession approval
negotiate: negotiation renegotiation understanding
integrate: integration inclusion incorporation regularization involvement participation representation
share: sharing exchange publication disclosure
monitor: monitoring evaluation review assessment study audit
plan: plan planning design development strategy preparation thought consideration priority
promote: promotion facilitation encouragement incentive pathway campaign
protect: protection safeguarding safety
avoid: avoidance prevention mitigation
"""

_LIGHT = word_set(
    """need have must should want seek work strive try attempt aim help take make begin start continue go play find
    commit reach meet conduct carry prioritize prioritise agree plan pledge promise intend ensure allow serve
    use give be do provide focus move look get come bring become require choose decide undertake prove propose
    offer lead enjoy"""
)
"""Verbs that pass the action on to what they govern, where that has a class of its own."""

_LIGHT_OBJECTS = word_set(
    """step effort measure action way mean opportunity role attention decision attempt move work progress consideration
    thought emphasis access interest much responsibility need chance"""
)
_PLANNED = word_set("strategy plan priority approach proposal agenda framework roadmap vision policy option")
_BY = frozenset({"by", "through"})


@cache
def _table(which: str) -> Mapping[str, str]:
    return word_table(_VERBS if which == "verbs" else _NOUNS)


def is_action_verb(lemma: str) -> bool:
    """Tell whether a verb has an action class of its own.

    Examples
    --------
    >>> is_action_verb("restore"), is_action_verb("seem")
    (True, False)
    """
    return lemma in _table("verbs")


def action_of_words(verb: str) -> str:
    """Give the action class of a verb alone.

    Examples
    --------
    >>> action_of_words("relaunch"), action_of_words("seem")
    ('restore', 'other')
    """
    return _table("verbs").get(verb.casefold(), "other")


def action_of(verb: Token) -> str:
    """Give the action class of a verb in its sentence.

    A light verb ("take steps to", "work to", "find ways to") passes to the verb that it carries, a general one to the
    noun that it governs ("provide support"), and of coordinated verbs the first with a class counts.

    Parameters
    ----------
    verb
        The main verb of a statement, or the noun where there is none.
    """
    for candidate in _carried(verb, 0):
        if found := _class(candidate):
            return found
    return "other"


def _class(token: Token) -> str:
    lemma, lower = token.lemma_.casefold(), token.lower_
    objects = {child.lemma_ for child in token.children if child.dep_ in ("dobj", "nsubjpass")}
    if lemma in ("develop", "build") and objects and not objects & _PLANNED:
        on = any(child.lower_ in ("on", "upon") for child in token.children)
        return "strengthen" if on else "create"
    if lemma == "build" and any(child.lower_ in ("on", "upon") for child in token.children):
        return "strengthen"
    if token.pos_ in ("NOUN", "PROPN"):
        own = _table("nouns").get(lemma) or _table("nouns").get(lower) or ""
        return own or next(
            (_table("nouns")[c.lemma_] for c in token.lefts if c.dep_ == "compound" and c.lemma_ in _table("nouns")), ""
        )
    return _table("verbs").get(lemma, "")


def _carried(token: Token, depth: int) -> Iterator[Token]:
    """The words that may carry the action, the best first."""
    lemma = token.lemma_.casefold()
    children = list(token.children)
    together = lemma == "work" and any(c.lower_ in ("together", "closely", "with", "jointly") for c in children)
    light = (lemma in _LIGHT or token.pos_ == "NOUN") and depth < 4 and not together
    if light:
        yield from _governed(token, children, depth)
    yield token
    yield from (c for c in children if c.dep_ == "conj" and c.pos_ == "VERB")
    for by in (c for c in children if c.lower_ in _BY and c.dep_ in ("prep", "agent")):
        yield from (c for c in by.children if c.dep_ == "pcomp")
    if depth == 0:
        yield from (c for c in children if c.dep_ in _OBJECTS)
        if light:
            yield from (t.head for t in token.subtree if t.i > token.i and t.lower_ == "to" and t.dep_ == "aux")


_OBJECTS = frozenset({"dobj", "attr", "nsubjpass", "acomp"})


def _governed(token: Token, children: list[Token], depth: int) -> Iterator[Token]:
    """What a light verb passes its action to: a verb under it, the purpose of its object, or its object."""
    for child in children:
        if _carries(token, child):
            yield from _carried(child, depth + 1)
        elif child.dep_ == "acomp":
            yield from (v for c in child.children if c.dep_ == "xcomp" for v in _carried(c, depth + 1))
    for child in (c for c in children if c.dep_ in _OBJECTS):
        if child.lemma_ in _LIGHT_OBJECTS:
            yield from _purposes(child, children, depth)
        yield from (child, *child.conjuncts)
        yield from (c for p in child.children if p.lower_ in ("of", "in", "for", "on") for c in p.children)
    for inner in (c for p in children if p.dep_ == "prep" and p.i > token.i for c in p.children):
        if inner.dep_ == "pcomp":
            yield from _carried(inner, depth + 1)
        elif inner.dep_ == "pobj":
            yield inner


def _carries(token: Token, child: Token) -> bool:
    """Tell whether a verb under a light one carries the action."""
    if child.dep_ in ("xcomp", "ccomp", "oprd", "csubj"):
        return child.pos_ in ("VERB", "AUX")
    if token.pos_ == "NOUN":
        return child.dep_ in ("acl", "relcl")
    return child.dep_ == "advcl" and child.i > token.i and token.lemma_ in ("work", "use", "serve", "be", "act", "meet")


def _purposes(noun: Token, siblings: list[Token], depth: int) -> Iterator[Token]:
    """`steps to …`, `consideration to …ing`: the verb that says what a light noun is for."""
    for child in noun.children:
        if child.dep_ in ("acl", "relcl", "xcomp"):
            yield from _carried(child, depth + 1)
        elif child.dep_ == "prep":
            yield from (v for c in child.children if c.dep_ == "pcomp" for v in _carried(c, depth + 1))
    for child in siblings:
        if child.dep_ in ("advcl", "xcomp"):
            yield from _carried(child, depth + 1)
        elif child.dep_ in ("prep", "dative"):
            yield from (v for c in child.children if c.dep_ == "pcomp" for v in _carried(c, depth + 1))
