"""Reasons: what Python adds to a row from its chain of facts, in words and with the evidence of every link.

The words come from the ontology's labels, read along the chain in the direction in which it is walked; no question has
sentences of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from ..graph.dataset import Dataset
    from ..graph.facts import Fact
    from .catalogue import Question
    from .rows import Row

__all__ = ["DERIVED", "Citation", "citations", "derived", "in_words", "names_in"]

_WHICH = {"en": "which", "es": "que"}
_AND = {"en": "and", "es": "y"}
_OPEN, _CLOSE = "\u2039", "\u203a"  # single angle quotation marks


@dataclass(frozen=True, slots=True)
class Citation:
    """One piece of evidence, ready to print; without a text to point into, `start` and `end` are None."""

    fact: str
    source: str
    title: str
    section: str
    start: int | None
    end: int | None
    quote: str
    address: str
    method: str
    confidence: float


DERIVED = ("certain", "why", "evidence")
"""The columns that every row has beside its question's own."""


def derived(question: Question, row: Row, dataset: Dataset, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The derived columns of a row: whether it is `certain`, `why` it is there, and the `evidence`.

    Parameters
    ----------
    question
        Whose row it is.
    row
        Its `chain` names the facts that it rests on; a row without one is a count or an absence, which no fact states.
    dataset
        Holds at least these facts' entities, passages and sources.
    parameters
        The question's; `as_of` is the day, `lang` the language.
    """
    chain = [dataset.facts[fact] for fact in row.get("chain", ())]
    language = parameters["lang"]
    start = {**parameters, **row}.get(question.chain_from, chain[0].subject if chain else "")
    return {
        "certain": _certain(chain, parameters["as_of"]),
        "why": in_words(chain, dataset, start, language) if chain else "",
        "evidence": list(citations(chain, dataset, language)),
    }


def _certain(chain: Iterable[Fact], day: date) -> bool:
    """Whether all that is possible on the day is certain; a membership of a last active period is over by then."""
    return all(fact.time.certain_on(day) for fact in chain if fact.time.possible_on(day))


def in_words(chain: Sequence[Fact], dataset: Dataset, start: str, language: str = "en") -> str:
    """Say a chain of facts as a sentence.

    Parameters
    ----------
    chain
        Facts of which each goes on from the end of the one before, or from `start` again.
    dataset
        Holds their entities.
    start
        Id of the entity that the chain begins with.
    language
        `en` or `es`.
    """
    words = [_name(dataset, start, language)]
    here, said = start, ("", "")
    for number, fact in enumerate(chain):
        near = _near(fact, chain[number - 1] if number else None, here, start)
        forward = fact.subject == near
        relation = schema().relations[fact.predicate]
        label = (relation.label if forward else relation.inverse)[language]
        again = number and near != here
        if again and said == (near, label):  # the same is said of the same
            words.append(f" {_AND[language]}")
        else:
            words.append(f"; {_name(dataset, near, language)}" if again else f", {_WHICH[language]}" if number else "")
            words.append(f" {label}")
        here, said = fact.object if forward else fact.subject, (near, label)
        words.append(f" {_name(dataset, here, language)}{_notes(fact, dataset, language)}")
    return "".join(words) + "."


def _near(fact: Fact, before: Fact | None, here: str, start: str) -> str:
    """The end of a fact from which it is read: where the chain stands, or the start again, or its subject."""
    ends = {fact.subject, fact.object}
    if before and ends == {before.subject, before.object}:  # two times of one fact
        return before.subject if here == before.object else before.object
    return here if here in ends else start if start in ends else fact.subject


def _notes(fact: Fact, dataset: Dataset, language: str) -> str:
    concepts = schema().concepts
    notes = [concepts[value].label[language] if value in concepts else value for _, value in fact.qualifiers]
    if fact.predicate in _DATED and fact.valid and not schema().is_a(dataset.entities[fact.subject].cls, "Provision"):
        notes.append(fact.valid)
    return f" ({', '.join(notes)})" if notes else ""


_DATED = frozenset({
    "leads", "member_of", "participates_in", "part_of", "has_status", "successor_of", "holds_office",
    "established_by", "party_to", "withdrew_from",
})  # fmt: skip
"""Relations whose time is worth reading; a provision's facts all count from its document."""


def _name(dataset: Dataset, identifier: str, language: str) -> str:
    entity = dataset.entities.get(identifier)
    if entity:
        name = entity.name(language)
        return f"{_OPEN}{name}{_CLOSE}" if schema().is_a(entity.cls, "Provision") else name
    if passage := dataset.passages.get(identifier):
        return _title(dataset, passage.section or passage.source, language)
    return _title(dataset, identifier, language)


def names_in(dataset: Dataset, language: str) -> dict[str, str]:
    """What the entities, sections and documents of a dataset are called."""
    titled = [*dataset.sources, *dataset.sections]
    named = {key: entity.name(language) for key, entity in dataset.entities.items()}
    return {key: _title(dataset, key, language) for key in titled} | named


def _title(dataset: Dataset, identifier: str, language: str) -> str:
    """The title of a section or document."""
    found = dataset.sections.get(identifier) or dataset.sources.get(identifier)
    return (found.title.get(language) or found.title.get("en", identifier)) if found else identifier


def citations(chain: Iterable[Fact], dataset: Dataset, language: str = "en") -> Iterator[Citation]:
    """The evidence of every fact of a chain, in its order."""
    for fact in chain:
        for evidence in fact.evidence:
            source = dataset.sources[evidence.source]
            passage = dataset.passages.get(evidence.passage)
            section = dataset.sections.get(passage.section) if passage else None
            yield Citation(
                fact=fact.id,
                source=source.id,
                title=_title(dataset, source.id, language),
                section=_title(dataset, section.id, language) if section else "",
                start=passage.start if passage else None,
                end=passage.end if passage else None,
                quote=passage.quote if passage else "",
                address=source.address,
                method=evidence.method,
                confidence=evidence.confidence,
            )
