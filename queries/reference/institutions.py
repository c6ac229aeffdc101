"""Institutions: who belongs to them, where they come from, how they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...graph.dataset import Index
from ...ontology.edtf import MIN
from .shared import ids, is_a, on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ...graph.dataset import Dataset
    from ...graph.facts import Fact
    from ..rows import Row

__all__ = ["ANSWERS"]


def _members(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for relation in ("leads", "member_of", "participates_in", "part_of"):
        for fact in now.to(relation, target):
            member = dataset.entities[fact.subject]
            if is_a(member, "Body", "Person"):
                yield {
                    "member": member.id,
                    "name": member.name(lang),
                    "country": member.jurisdiction,
                    "relation": relation,
                    "role": fact.qualifier("role"),
                    "valid": fact.valid,
                    "chain": ids(fact),
                }


def _committees(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    parts: dict[str, list[str]] = {target: []}
    for part in now.to("part_of", target):
        parts.setdefault(part.subject, ids(part))
    for of, chain in parts.items():
        for relation in ("established_by", "part_of"):
            for fact in now.to(relation, of):
                body = dataset.entities[fact.subject]
                if is_a(body, "Body"):
                    yield {
                        "body": body.id,
                        "name": body.name(lang),
                        "relation": relation,
                        "of": of,
                        "of_name": dataset.entities[of].name(lang),
                        "valid": fact.valid,
                        "chain": [*chain, fact.id],
                    }


def _institution_card(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    for fact in on(dataset, as_of):
        if target in {fact.subject, fact.object} and fact.predicate not in {"stated_in", "about"}:
            yield _seen_from(target, fact, dataset, lang)


def _timeline(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    for fact in dataset.facts.values():
        since = fact.time.from_earliest
        if target not in {fact.subject, fact.object} or fact.predicate in {"stated_in", "about"}:
            continue
        if fact.valid and MIN < since <= as_of and not _dated_by_document(fact, dataset):
            yield {"since": since, **_seen_from(target, fact, dataset, lang)}


def _dated_by_document(fact: Fact, dataset: Dataset) -> bool:
    """Whether a fact is known only from the date of its documents on; provisions do begin with theirs."""
    dates = {f"{dataset.sources[evidence.source].date}/" for evidence in fact.evidence}
    return dates == {fact.valid} and not is_a(dataset.entities[fact.subject], "Provision")


def _seen_from(target: str, fact: Fact, dataset: Dataset, lang: str) -> Row:
    inverse = fact.subject != target
    other = fact.subject if inverse else fact.object
    return {
        "relation": fact.predicate,
        "inverse": inverse,
        "other": other,
        "name": _title(other, dataset, lang),
        "qualifier": fact.qualifier("role") or fact.qualifier("action") or fact.qualifier("group"),
        "valid": fact.valid,
        "chain": ids(fact),
    }


def _title(identifier: str, dataset: Dataset, lang: str) -> str:
    """Name of an entity, or title of a section or document."""
    if identifier in dataset.entities:
        return dataset.entities[identifier].name(lang)
    title = (dataset.sections.get(identifier) or dataset.sources[identifier]).title
    return title.get(lang) or title["en"]


def _lineage(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for sign in (-1, 1):
        reached: dict[str, tuple[Fact, ...]] = {target: ()}
        level = reached
        for generation in range(1, 7):
            found = []
            for here, chain in level.items():
                facts = now.of("successor_of", here) if sign < 0 else now.to("successor_of", here)
                found += [((*chain, fact), fact.object if sign < 0 else fact.subject) for fact in facts]
            level = {}
            for chain, body in sorted(found, key=lambda pair: ids(*pair[0])):
                if body not in reached:
                    level.setdefault(body, chain)
            reached = reached | level
            for body, chain in level.items():
                entity = dataset.entities[body]
                yield {
                    "body": body,
                    "name": entity.name(lang),
                    "generation": sign * generation,
                    "life": entity.life,
                    "chain": ids(*chain),
                }


def _counterparts(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    found = [(fact.object, fact) for fact in now.of("counterpart_of", target)]
    found += [(fact.subject, fact) for fact in now.to("counterpart_of", target)]
    smallest: dict[tuple[str, str], Fact] = {}
    for other, fact in sorted(found, key=lambda pair: pair[1].id):
        if other != target:
            smallest.setdefault((other, fact.valid), fact)
    for (other, valid), fact in smallest.items():
        body = dataset.entities[other]
        yield {
            "body": body.id,
            "name": body.name(lang),
            "country": body.jurisdiction,
            "valid": valid,
            "chain": ids(fact),
        }


def _parties(dataset: Dataset, *, target: str, as_of: date, lang: str) -> Iterator[Row]:
    for fact in Index.on(dataset, as_of).to("party_to", target):
        party = dataset.entities[fact.subject]
        yield {
            "party": party.id,
            "name": party.name(lang),
            "country": party.jurisdiction,
            "valid": fact.valid,
            "chain": ids(fact),
        }


def _withdrawals(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for fact in dataset.facts.values():
        begun = fact.time.from_earliest
        if fact.predicate != "withdrew_from" or begun > as_of:
            continue
        returns = [
            again
            for relation in ("party_to", "member_of", "participates_in")
            for again in now.of(relation, fact.subject)
            if again.object == fact.object and again.time.from_earliest > begun
        ]
        yield {
            "body": fact.subject,
            "name": dataset.entities[fact.subject].name(lang),
            "instrument": fact.object,
            "from_name": dataset.entities[fact.object].name(lang),
            "valid": fact.valid,
            "back": bool(returns),
            "chain": [fact.id, *sorted(ids(*returns))[:1]],
        }


def _lapsed_mechanisms(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now = Index.on(dataset, as_of)
    for thing, status in _lapsed(now, dataset):
        row = {
            "thing": thing,
            "name": dataset.entities[thing].name(lang),
            "status": status.object,
            "since": status.valid,
            "provision": "",
            "title": "",
            "strength": "",
            "chain": ids(status),
        }
        asked: dict[str, Fact] = {}
        for concern in _restoring(now, thing):
            asked.setdefault(concern.subject, concern)
        for concern in asked.values():
            provision = dataset.entities[concern.subject]
            asks = {"provision": provision.id, "title": provision.name(lang), "strength": provision.strength}
            yield row | asks | {"chain": ids(status, concern)}
        if not asked:
            yield row


def _lapsed_who(dataset: Dataset, *, as_of: date, lang: str) -> Iterator[Row]:
    now, ever = Index.on(dataset, as_of), Index.over(dataset.facts.values())
    for thing, _ in _lapsed(now, dataset):
        chains: dict[tuple[str, str, bool], list[list[str]]] = {}
        for concern in _restoring(now, thing):
            for ask in now.of("addressed_to", concern.subject):
                key = (ask.object, ask.qualifier("role"), False)
                chains.setdefault(key, []).append(ids(concern, ask))
        for lead in ever.to("leads", thing):
            if lead.time.until_latest <= as_of and is_a(dataset.entities[lead.subject], "Body"):
                key = (lead.subject, lead.qualifier("role") or "lead", True)
                chains.setdefault(key, []).append(ids(lead))
        for (who, role, former), found in chains.items():
            body = dataset.entities[who]
            yield {
                "thing": thing,
                "name": dataset.entities[thing].name(lang),
                "body": body.id,
                "body_name": body.name(lang),
                "country": body.jurisdiction,
                "role": role,
                "former": former,
                "chain": min(found),
            }


def _lapsed(now: Index, dataset: Dataset) -> Iterator[tuple[str, Fact]]:
    """Mechanisms, agreements and programmes that do not work, each with the status that says so."""
    for thing, entity in dataset.entities.items():
        states = now.of("has_status", thing)
        idle = [fact for fact in states if fact.object in {"lapsed", "suspended", "ended"}]
        active = any(fact.object == "active" for fact in states)
        if idle and not active and is_a(entity, "Mechanism", "Agreement", "Programme"):
            yield thing, _last_begun(idle)


def _last_begun(facts: Iterable[Fact]) -> Fact:
    """The fact that began last; of several, the one with the smallest id."""
    return max(sorted(facts, key=lambda fact: fact.id), key=lambda fact: fact.time.from_earliest)


def _restoring(now: Index, thing: str) -> list[Fact]:
    return [fact for fact in now.to("concerns", thing) if fact.qualifier("action") == "restore"]


ANSWERS: dict[str, Any] = {
    "members": _members,
    "committees": _committees,
    "institution-card": _institution_card,
    "timeline": _timeline,
    "lineage": _lineage,
    "counterparts": _counterparts,
    "parties": _parties,
    "withdrawals": _withdrawals,
    "lapsed-mechanisms": _lapsed_mechanisms,
    "lapsed-who": _lapsed_who,
}
