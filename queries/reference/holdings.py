"""What the graph holds: topics, coverage, evidence, conflicts."""

from __future__ import annotations

from collections import defaultdict
from math import floor
from typing import TYPE_CHECKING, Any

from ...graph.conflicts import conflicts
from ...graph.dataset import Index
from .shared import chapter, doers, ids, on, rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ...graph.dataset import Dataset
    from ...graph.facts import Fact
    from ...ontology.model import Evidence
    from ..rows import Row

__all__ = ["ANSWERS"]

_WEAK = 0.8


def _topics(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    provisions = defaultdict(set)
    for provision in dataset.entities:
        for about in now.of("about", provision):
            for body in doers(now, provision):
                provisions[about.object, body].add(provision)
    counts = {key: len(found) for key, found in provisions.items()}
    for (topic, body), count in counts.items():
        yield {
            "topic": topic,
            "rank": rank(count, (other for (same, _), other in counts.items() if same == topic)),
            "body": body,
            "name": dataset.entities[body].name(lang),
            "provisions": count,
        }


def _most_addressed(dataset: Dataset, *, most: int, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    provisions = defaultdict(set)
    for provision in dataset.entities:
        for body in doers(now, provision):
            provisions[body].add(provision)
    counts = {body: len(found) for body, found in provisions.items()}
    ranks = sorted((rank(count, counts.values()), body) for body, count in counts.items())
    for place, body in ranks[:most]:
        entity = dataset.entities[body]
        yield {
            "rank": place,
            "body": body,
            "name": entity.name(lang),
            "country": entity.jurisdiction,
            "generic": entity.generic,
            "provisions": counts[body],
            "musts": sum(dataset.entities[provision].strength == "must" for provision in provisions[body]),
        }


def _evidence(dataset: Dataset, *, target: str, fact: str, as_of: date, lang: str) -> Iterator[Row]:
    for found in on(dataset, as_of):
        inverse = found.subject != target
        wanted = target in {found.subject, found.object} and fact in {"any", found.id}
        if wanted and found.predicate != "stated_in":
            other = found.subject if inverse else found.object
            rows = [_cited(dataset, evidence, lang) for evidence in found.evidence]
            for number, row in enumerate(rows):
                if row not in rows[:number]:
                    yield row | {
                        "relation": found.predicate,
                        "inverse": inverse,
                        "other": other,
                        "name": dataset.entities[other].name(lang),
                        "chain": ids(found),
                    }


def _cited(dataset: Dataset, evidence: Evidence, lang: str) -> Row:
    passage = dataset.passages.get(evidence.passage)
    section = dataset.sections.get(passage.section) if passage else None
    return {
        "source": _in(dataset.sources[evidence.source].title, lang),
        "section": _in(section.title, lang) if section else "",
        "characters": f"{passage.start}-{passage.end}" if passage else "",
        "method": evidence.method,
        "confidence": _percent(evidence),
    }


def _weak_facts(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    for fact in on(dataset, as_of):
        if len(fact.evidence) > 1 or fact.predicate == "stated_in":
            continue
        (evidence,) = fact.evidence
        source = dataset.sources[evidence.source]
        if evidence.confidence < _WEAK or source.kind == "secondary":
            yield {
                "subject": fact.subject,
                "name": dataset.entities[fact.subject].name(lang),
                "relation": fact.predicate,
                "object": fact.object,
                "object_name": dataset.entities[fact.object].name(lang),
                "source": _in(source.title, lang),
                "confidence": _percent(evidence),
                "secondary": source.kind == "secondary",
                "chain": ids(fact),
            }


def _percent(evidence: Evidence) -> int:
    return floor(evidence.confidence * 100)


def _coverage(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    stated = defaultdict(list)
    for fact in on(dataset, as_of):
        if fact.predicate == "stated_in" and fact.object in dataset.passages:
            stated[chapter(dataset, fact.object)].append(fact)
    for name, facts in stated.items():
        classes = [dataset.entities[provision].cls for provision in {fact.subject for fact in facts}]
        titled = dataset.sections.get(name) or dataset.sources[dataset.passages[facts[0].object].source]
        yield {
            "chapter": name,
            "title": _in(titled.title, lang),
            "recommendations": classes.count("Recommendation"),
            "commitments": classes.count("Commitment"),
            "obligations": classes.count("Obligation"),
            "passages": len({fact.object for fact in facts}),
        }


def _conflicts(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    for conflict in conflicts(dataset):
        better, other = conflict.better, conflict.other
        if max(better.time.from_earliest, other.time.from_earliest) <= as_of:
            yield {
                "entity": better.subject,
                "name": dataset.entities[better.subject].name(lang),
                "kind": conflict.kind,
                "relation": better.predicate,
                "better": better.object,
                "better_name": _object_name(dataset, better, lang),
                "better_valid": better.valid,
                "other": other.object,
                "other_name": _object_name(dataset, other, lang),
                "other_valid": other.valid,
                "chain": ids(better, other),
            }


def _object_name(dataset: Dataset, fact: Fact, lang: str) -> str:
    """Name of what a fact says; passages and documents have none here."""
    entity = dataset.entities.get(fact.object)
    return entity.name(lang) if entity else ""


def _topic_agenda(dataset: Dataset, *, topic: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    seen = set()
    for about in now.to("about", topic):
        provision = dataset.entities[about.subject]
        if provision.id not in seen:
            seen.add(provision.id)
            yield {
                "provision": provision.id,
                "title": provision.name(lang),
                "kind": provision.cls,
                "strength": provision.strength,
                "bodies": doers(now, provision.id),
                "chain": ids(about),
            }


def _generic_bodies(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for body in dataset.entities.values():
        asks = now.to("addressed_to", body.id)
        if body.generic and asks:
            yield {
                "body": body.id,
                "name": body.name(lang),
                "provisions": len({ask.subject for ask in asks}),
                "roles": {ask.qualifier("role") for ask in asks} - {""},
            }


def _in(texts: Mapping[str, str], lang: str) -> str:
    """A title in a language, else in English, else in any."""
    return texts.get(lang) or texts.get("en") or next(iter(texts.values()), "")


ANSWERS: dict[str, Any] = {
    "conflicts": _conflicts,
    "coverage": _coverage,
    "evidence": _evidence,
    "generic-bodies": _generic_bodies,
    "most-addressed": _most_addressed,
    "topic-agenda": _topic_agenda,
    "topics": _topics,
    "weak-facts": _weak_facts,
}
