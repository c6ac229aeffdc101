"""Reasons: what Python adds to a row from its chain of facts, in words and with the evidence of every link.

The words come from the ontology's labels, read along the chain in the direction in which it is walked; no question has
sentences of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from ..graph.dataset import Dataset
    from ..graph.facts import Fact
    from .catalogue import Question
    from .rows import Row

__all__ = ["DERIVED", "Citation", "citations", "derived", "in_words"]

_WHICH = {"en": "which", "es": "que"}
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


def in_words(chain: Iterable[Fact], dataset: Dataset, start: str, language: str = "en") -> str:
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
    here = start
    for number, fact in enumerate(chain):
        if here not in {fact.subject, fact.object}:
            here = start if start in {fact.subject, fact.object} else fact.subject
            words.append(f"; {_name(dataset, here, language)}")
        elif number:
            words.append(f", {_WHICH[language]}")
        relation = schema().relations[fact.predicate]
        forward = fact.subject == here
        here = fact.object if forward else fact.subject
        label = (relation.label if forward else relation.inverse)[language]
        words.append(f" {label} {_name(dataset, here, language)}{_notes(fact, language)}")
    return "".join(words) + "."


def _notes(fact: Fact, language: str) -> str:
    concepts = schema().concepts
    notes = [concepts[value].label[language] if value in concepts else value for _, value in fact.qualifiers]
    if fact.predicate in _DATED and fact.valid:
        notes.append(fact.valid)
    return f" ({', '.join(notes)})" if notes else ""


_DATED = frozenset({"leads", "member_of", "participates_in", "part_of", "has_status", "successor_of", "holds_office"})
"""Relations whose time is worth reading; a provision's facts all count from its document."""


def _name(dataset: Dataset, identifier: str, language: str) -> str:
    entity = dataset.entities.get(identifier)
    if entity is None:
        return identifier
    name = entity.name(language)
    return f"{_OPEN}{name}{_CLOSE}" if schema().is_a(entity.cls, "Provision") else name


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
                title=source.title.get(language) or source.title.get("en", source.id),
                section=(section.title.get(language) or section.id) if section else "",
                start=passage.start if passage else None,
                end=passage.end if passage else None,
                quote=passage.quote if passage else "",
                address=source.address,
                method=evidence.method,
                confidence=evidence.confidence,
            )
