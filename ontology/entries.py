"""Entries of the registry: one YAML mapping in, an entity and the claims made about it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import edtf
from .model import Claim, Entity, Evidence, Passage, Place, Section, Source
from .reader import LANGUAGES, suggestion
from .schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .reader import Reader

__all__ = ["QUALIFIER_SCHEMES", "Entries", "read_entry", "read_source"]

_ENTITY_KEYS = {
    "id", "class", "label", "official", "acronym", "aliases", "jurisdiction", "generic", "life", "definition", "facts",
}  # fmt: skip
_PROVISION_KEYS = _ENTITY_KEYS | {
    "strength", "action", "deadline",
    "about", "concerns", "addressed_to", "requires", "enables", "step_of", "stated_in",
}  # fmt: skip
_MORE_FACTS_KEYS = {"id", "facts"}
_SOURCE_KEYS = {"id", "title", "publisher", "date", "address", "kind", "language", "sha256", "sections"}
_EVIDENCE_KEYS = {"source", "at", "sha256", "confidence", "method"}
_OBJECT_KEYS = {"concerns": "entity", "addressed_to": "body", "requires": "id", "enables": "id", "step_of": "id"}
QUALIFIER_SCHEMES = {"role": "roles", "action": "actions"}


@dataclass(frozen=True, slots=True)
class Entries:
    """What is known while entries are read: the sources, and the passages met so far (by id)."""

    sources: Mapping[str, Source]
    passages: dict[str, Passage]


def read_source(reader: Reader) -> tuple[Source, list[Section]]:
    """Read one entry of `sources.yaml`."""
    reader.only(_SOURCE_KEYS)
    source = Source(
        id=reader.slug("id"),
        title=reader.labels("title", required=True),
        publisher=reader.text("publisher", required=True),
        date=reader.edtf("date"),
        address=reader.text("address", required=True),
        kind=reader.choice("kind", ("primary", "copy", "secondary"), required=True),
        language=reader.text("language", required=True),
        sha256=reader.text("sha256"),
    )
    return source, [_section(item, source) for item in reader.items("sections")]


def _section(reader: Reader, source: Source) -> Section:
    reader.only({"id", "title", "range"})
    if "range" not in reader.data:
        reader.problem("E203", "range", "is needed here")
    start, end = reader.span("range") or (0, 0)
    return Section(reader.slug("id"), source.id, reader.labels("title", required=True), start, end)


def read_entry(reader: Reader, known: Entries) -> tuple[Entity | None, list[Claim]]:
    """Read one entry: an entity with its claims, or (id and facts alone) claims about an entity defined elsewhere."""
    identifier = reader.slug("id")
    if "class" not in reader.data and set(reader.data) <= _MORE_FACTS_KEYS:
        return None, list(_facts(reader, identifier, known, ""))
    cls = _class(reader)
    provision = bool(cls) and schema().is_a(cls, "Provision")
    reader.only(_PROVISION_KEYS if provision else _ENTITY_KEYS)
    entity = Entity(
        id=identifier,
        cls=cls,
        label=reader.labels("label", required=True),
        official=tuple(sorted(reader.texts("official"))),
        acronym=reader.labels("acronym"),
        aliases=tuple(sorted(reader.texts("aliases"))),
        jurisdiction=tuple(sorted(reader.texts("jurisdiction"))),
        generic=reader.flag("generic"),
        life=reader.edtf("life"),
        definition=reader.labels("definition"),
        strength=reader.choice("strength", schema().scheme("strengths"), required=provision),
        action=reader.choice("action", schema().scheme("actions"), required=provision),
        deadline=reader.edtf("deadline"),
    )
    for language in set(entity.official) - set(LANGUAGES):
        reader.problem("E204", "official", f"{language!r} is not one of {', '.join(LANGUAGES)}")
    valid = _since_documents(reader, known) if provision else ""
    claims = list(_facts(reader, identifier, known, valid))
    if provision:
        claims += _provision_facts(reader, entity, known, valid)
    return entity, claims


def _class(reader: Reader) -> str:
    cls, leaves = reader.text("class", required=True), schema().leaves("Entity")
    if cls and cls not in leaves:
        reader.problem("E206", "class", f"{cls!r}{suggestion(cls, leaves)}")
        return ""
    return cls


def _facts(reader: Reader, subject: str, known: Entries, valid: str) -> Iterator[Claim]:
    """Claims of the `facts` list: each item has one relation as key."""
    relations = schema().relations
    for item in reader.items("facts"):
        predicates = [name for name in item.data if name in relations]
        if len(predicates) != 1:
            near = [suggestion(name, relations) for name in item.data if name not in {"valid", "evidence", "role"}]
            item.problem("E203", "", f"exactly one relation is needed{''.join(near[:1]) if not predicates else ''}")
            continue
        predicate = predicates[0]
        item.only({predicate, "valid", "evidence", *relations[predicate].qualifiers})
        evidence = _evidence(item, "evidence", known)
        if not evidence and not item.data.get("evidence"):
            item.problem("E211", predicate, "give 'evidence' with at least one source")
        yield _claim(item, subject, predicate, predicate, item.edtf("valid") or valid, evidence)


def _provision_facts(reader: Reader, entity: Entity, known: Entries, valid: str) -> Iterator[Claim]:
    """Claims of a provision's own lists; without evidence of its own, an item stands on `stated_in`."""
    stated = _evidence(reader, "stated_in", known)
    if not stated and not reader.data.get("stated_in"):
        reader.problem("E211", "stated_in", "a provision needs the passage that states it")
    for predicate, key in _OBJECT_KEYS.items():
        for item in reader.items(predicate):
            item.only({key, "valid", "evidence", *schema().relations[predicate].qualifiers})
            if predicate == "concerns" and entity.action:
                item.data.setdefault("action", entity.action)
            evidence = _evidence(item, "evidence", known) or stated
            yield _claim(item, entity.id, predicate, key, item.edtf("valid") or valid, evidence)
    place = Place(reader.file, reader.line("about"))
    for topic in reader.texts("about"):
        yield Claim(entity.id, "about", topic, {}, valid, stated, place, "about")
    place = Place(reader.file, reader.line("stated_in"))
    for anchor in stated:
        yield Claim(entity.id, "stated_in", anchor.passage or anchor.source, {}, valid, (anchor,), place, "stated_in")


def _claim(item: Reader, subject: str, predicate: str, key: str, valid: str, evidence: tuple[Evidence, ...]) -> Claim:
    qualifiers = {}
    for name in sorted(schema().relations[predicate].qualifiers & set(item.data)):
        scheme = QUALIFIER_SCHEMES.get(name)
        value = item.choice(name, schema().scheme(scheme)) if scheme else item.text(name)
        if value:
            qualifiers[name] = value
    place = Place(item.file, item.line(key))
    return Claim(subject, predicate, item.text(key, required=True), qualifiers, valid, evidence, place, item.key(key))


def _evidence(reader: Reader, name: str, known: Entries) -> tuple[Evidence, ...]:
    return tuple(found for item in reader.items(name) if (found := _one_evidence(item, known)) is not None)


def _one_evidence(reader: Reader, known: Entries) -> Evidence | None:
    reader.only(_EVIDENCE_KEYS)
    source = known.sources.get(reader.text("source", required=True))
    if source is None:
        if name := reader.text("source"):
            reader.problem("E205", "source", f"{name!r}{suggestion(name, known.sources)}")
        return None
    return Evidence(
        source=source.id,
        passage=_passage(reader, source, known),
        method=reader.choice("method", ("curated", "extracted")) or "curated",
        confidence=reader.number("confidence", 1.0),
        date=source.date,
    )


def _passage(reader: Reader, source: Source, known: Entries) -> str:
    """Id of the passage that the evidence names, registered; empty where the source is cited as a whole."""
    span, digest = reader.span("at"), reader.text("sha256")
    if not source.sha256:
        if span is not None:
            reader.problem("E212", "at", f"source {source.id!r} has no text to point into (it gives no sha256)")
        return ""
    if span is None or not digest:
        reader.problem("E203", "at" if span is None else "sha256", f"is needed: source {source.id!r} has a text")
        return ""
    passage = Passage(source.id, span[0], span[1], digest)
    if known.passages.setdefault(passage.id, passage) != passage:
        reader.problem("E212", "sha256", f"another entry gives {passage.id} another sha256")
    return passage.id


def _since_documents(reader: Reader, known: Entries) -> str:
    """From the earliest date of the provision's documents on, in EDTF; empty where none is dated."""
    names = [item.text("source") for item in reader.items("stated_in")]
    dates = [known.sources[name].date for name in names if name in known.sources]
    dated = sorted((edtf.parse(text).from_earliest, text) for text in dates if text)
    return f"{dated[0][1].partition('/')[0]}/.." if dated else ""
