"""Action classes of verbs and of nouns made from verbs, and the verbs that only carry another one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

__all__ = ["action_of", "action_of_words", "is_action_verb"]

_VERBS = """\
restore: restore revive relaunch reactivate re-establish reestablish revamp revitalize revitalise resume reinvigorate renew restart rebuild reopen
create: create establish form launch found set construct institute open constitute build appoint initiate start begin found
strengthen: strengthen deepen enhance support boost reinforce bolster improve consolidate intensify empower upgrade sustain raise advance prioritize prioritise assist help equip back
maintain: maintain keep preserve continue retain uphold remain
expand: expand increase extend broaden widen scale double accelerate diversify enlarge grow
reform: reform update modify redesign reformulate professionalize professionalise modernize modernise revise amend overhaul rethink restructure reorganize simplify streamline adapt adjust change transform replace reorient rewrite
end: end cancel withdraw eliminate abolish repeal terminate remove stop phase discontinue suspend lift dismantle close scrap
coordinate: coordinate cooperate collaborate work dialogue discuss consult meet engage convene partner liaise talk co-operate co-ordinate
harmonize: harmonize harmonise align standardize standardise converge approximate
fund: fund invest finance allocate pay resource budget subsidize subsidise provide-funding
implement: implement comply enforce apply execute fulfil fulfill honor honour respect operationalize deliver observe carry conduct ensure-compliance
adopt: adopt enact ratify join approve accede sign pass accept endorse incorporate-into-law
negotiate: negotiate renegotiate conclude bargain agree
integrate: integrate incorporate include regularize regularise involve embed mainstream reintegrate put place embrace
share: share exchange publish disclose report communicate disseminate inform
monitor: monitor evaluate review study assess measure track examine analyze analyse audit verify investigate survey identify
plan: plan design develop define devise prepare draft formulate outline map explore consider prioritise-plan
promote: promote encourage facilitate incentivize incentivise foster stimulate attract incentivise favour favor enable advocate
protect: protect safeguard secure defend guarantee shield ensure-protection
avoid: avoid prevent refrain limit reduce-risk minimize minimise mitigate"""

_NOUNS = """\
restore: restoration revival relaunch reactivation renewal revitalization resumption
create: creation establishment formation launch construction setting-up
strengthen: strengthening deepening enhancement support reinforcement improvement empowerment emphasis
maintain: maintenance preservation continuation continuity
expand: expansion increase extension acceleration broadening
reform: reform redesign modernization modernisation revision amendment overhaul restructuring professionalization simplification
end: end elimination withdrawal abolition repeal termination removal
coordinate: coordination cooperation collaboration dialogue consultation engagement partnership meeting co-operation co-ordination response
harmonize: harmonization harmonisation alignment standardization convergence
fund: funding investment finance financing fund investments
implement: implementation compliance enforcement application execution fulfilment
adopt: adoption enactment ratification accession approval
negotiate: negotiation renegotiation
integrate: integration inclusion incorporation regularization involvement participation representation
share: sharing exchange publication disclosure
monitor: monitoring evaluation review assessment study audit
plan: plan planning design development strategy preparation thought consideration priority
promote: promotion facilitation encouragement incentive incentives pathways
protect: protection safeguarding
avoid: avoidance prevention mitigation"""

_LIGHT = frozenset(
    """need have must should want seek work strive try attempt aim help take make begin start continue go play find commit
    agree plan pledge promise intend ensure allow serve use give put remain be do provide focus move look get come bring
    become require choose decide undertake prove propose offer lead enjoy""".split()
)
"""Verbs that pass the action on to what they govern, where that has a class of its own."""

_LIGHT_OBJECTS = frozenset("step effort measure action way mean opportunity role attention decision attempt move work progress steps".split())
_BY = frozenset({"by", "through"})


@cache
def _table(which: str) -> Mapping[str, str]:
    rows = (row.split(": ") for row in (_VERBS if which == "verbs" else _NOUNS).splitlines())
    return {word: action for action, words in reversed(list(rows)) for word in words.split()}


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
    lemma = token.lemma_.casefold()
    if token.pos_ in ("NOUN", "PROPN") or (token.tag_ == "VBG" and token.dep_ in ("pobj", "dobj", "nsubj")):
        return _table("nouns").get(lemma) or _table("nouns").get(token.lower_) or _table("verbs").get(lemma, "")
    return _table("verbs").get(lemma, "")


def _carried(token: Token, depth: int) -> Iterator[Token]:
    """The word that carries the action and its substitutes, the best first."""
    lemma = token.lemma_.casefold()
    children = list(token.children)
    inner = [c for c in children if c.dep_ in ("xcomp", "ccomp", "oprd") and c.pos_ in ("VERB", "AUX")]
    objects = [c for c in children if c.dep_ in ("dobj", "attr", "nsubjpass", "obj", "acomp")]
    closely = lemma == "work" and any(c.lower_ in ("together", "closely", "with", "jointly") for c in children)
    if lemma in _LIGHT and depth < 4 and not closely:
        for child in inner:
            yield from _carried(child, depth + 1)
        for child in objects:
            purposes = [c for c in child.children if c.dep_ in ("acl", "relcl", "xcomp")] if child.lemma_ in _LIGHT_OBJECTS else []
            purposes += [c for c in children if c.dep_ == "advcl"] if child.lemma_ in _LIGHT_OBJECTS else []
            for purpose in purposes:
                yield from _carried(purpose, depth + 1)
            yield child
            yield from (c for p in child.children if p.lower_ in ("of", "in", "for", "on") for c in p.children)
        for child in (c for c in children if c.dep_ == "advcl" and lemma in ("work", "use", "serve", "be", "act")):
            yield from _carried(child, depth + 1)
        yield from (c for p in children if p.dep_ == "prep" for c in p.children if c.dep_ in ("pobj", "pcomp"))
    yield token
    for child in (c for c in children if c.dep_ == "conj" and c.pos_ == "VERB"):
        yield child
    for by in (c for c in children if c.lower_ in _BY and c.dep_ in ("prep", "agent")):
        yield from (c for c in by.children if c.dep_ == "pcomp")
    if depth == 0:
        yield from objects
