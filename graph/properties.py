"""Nodes and edges as flat properties, and back: the shape that property graphs (Neo4j, networkx, GraphML, CSV) share.

A language-tagged text becomes `name` (English) and `name_es`; a list stays a list; what is empty is left out.
Facts carry the four bounds of their valid time, so that a query compares dates and meets no null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..ontology.model import Entity, Evidence, Passage, Section, Source
from .facts import Fact, interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .dataset import Dataset

__all__ = [
    "BOUNDS",
    "KINDS",
    "QUALIFIERS",
    "Properties",
    "edge",
    "entity_node",
    "fact_of",
    "node_of",
    "nodes",
    "passage_node",
    "section_node",
    "source_node",
]

Properties = dict[str, Any]
"""Property values: strings, numbers, booleans, dates, and lists of strings or numbers."""

KINDS = ("Entity", "Document", "Section", "Passage")
"""The four kinds of node; each has its own id space and, in a store, its own constraint."""

BOUNDS = ("from_earliest", "from_latest", "until_earliest", "until_latest")
QUALIFIERS = ("action", "group", "role")
_TEXTS = {"label": "name", "acronym": "acronym", "definition": "definition"}
_ENGLISH, _SPANISH = "en", "es"


def edge(fact: Fact) -> Properties:
    """Properties of a fact's edge; its evidence is five lists of one length.

    Examples
    --------
    >>> edge(Fact("a", "leads", "b", (("role", "chair"),), "2013/2016", (Evidence("s"),)))["sources"]
    ['s']
    """
    return {
        "fact": fact.id,
        **dict(fact.qualifiers),
        **_time(fact.valid, "valid"),
        "sources": [e.source for e in fact.evidence],
        "passages": [e.passage for e in fact.evidence],
        "methods": [e.method for e in fact.evidence],
        "confidences": [e.confidence for e in fact.evidence],
        "dates": [e.date for e in fact.evidence],
    }


def fact_of(subject: str, predicate: str, obj: str, properties: Mapping[str, Any]) -> Fact:
    """The fact of an edge."""
    columns = (properties[name] for name in ("sources", "passages", "methods", "confidences", "dates"))
    return Fact(
        subject,
        predicate,
        obj,
        tuple((name, properties[name]) for name in QUALIFIERS if properties.get(name)),
        properties.get("valid", ""),
        tuple(Evidence(*row) for row in zip(*columns, strict=True)),
    )


def nodes(dataset: Dataset) -> dict[str, tuple[str, Properties]]:
    """All nodes of a dataset by id, each with its class and properties."""
    return {
        **{key: ("Document", source_node(source)) for key, source in dataset.sources.items()},
        **{key: ("Section", section_node(section)) for key, section in dataset.sections.items()},
        **{key: ("Passage", passage_node(passage)) for key, passage in dataset.passages.items()},
        **{key: (entity.cls, entity_node(entity)) for key, entity in dataset.entities.items()},
    }


def node_of(cls: str, properties: Mapping[str, Any]) -> Source | Section | Passage | Entity:
    """What a node stands for."""
    if cls == "Document":
        return _source(properties)
    if cls == "Section":
        return _section(properties)
    return _passage(properties) if cls == "Passage" else _entity(cls, properties)


def entity_node(entity: Entity) -> Properties:
    """Properties of an entity's node."""
    texts: Properties = {}
    for attribute, name in _TEXTS.items():
        texts |= _tagged(name, getattr(entity, attribute))
    return {
        "id": entity.id,
        **texts,
        **_filled(
            official=list(entity.official),
            aliases=list(entity.aliases),
            jurisdiction=list(entity.jurisdiction),
            generic=entity.generic,
            strength=entity.strength,
            action=entity.action,
            deadline=entity.deadline,
            deadline_until=interval(entity.deadline).until_latest if entity.deadline else None,
        ),
        **_time(entity.life, "life"),
    }


def _entity(cls: str, properties: Mapping[str, Any]) -> Entity:
    return Entity(
        id=properties["id"],
        cls=cls,
        label=_untagged("name", properties),
        official=tuple(properties.get("official", ())),
        acronym=_untagged("acronym", properties),
        aliases=tuple(properties.get("aliases", ())),
        jurisdiction=tuple(properties.get("jurisdiction", ())),
        generic=properties.get("generic", False),
        life=properties.get("life", ""),
        definition=_untagged("definition", properties),
        strength=properties.get("strength", ""),
        action=properties.get("action", ""),
        deadline=properties.get("deadline", ""),
    )


def source_node(source: Source) -> Properties:
    """Properties of a document's node; its English title is also its `name`, for captions."""
    return {
        "id": source.id,
        **_tagged("name", source.title),
        **_filled(
            publisher=source.publisher,
            date=source.date,
            address=source.address,
            kind=source.kind,
            language=source.language,
            sha256=source.sha256,
        ),
    }


def _source(properties: Mapping[str, Any]) -> Source:
    texts = {name: properties.get(name, "") for name in ("publisher", "date", "address", "kind", "language", "sha256")}
    return Source(properties["id"], _untagged("name", properties), **texts)


def section_node(section: Section) -> Properties:
    """Properties of a section's node."""
    title = _tagged("name", section.title)
    return {"id": section.id, "document": section.source, **title, "start": section.start, "end": section.end}


def _section(properties: Mapping[str, Any]) -> Section:
    title = _untagged("name", properties)
    return Section(properties["id"], properties["document"], title, properties["start"], properties["end"])


def passage_node(passage: Passage) -> Properties:
    """Properties of a passage's node; the quote is there only where the text was at hand."""
    return {
        "id": passage.id,
        "document": passage.source,
        "start": passage.start,
        "end": passage.end,
        "sha256": passage.sha256,
        **_filled(section=passage.section, quote=passage.quote),
    }


def _passage(properties: Mapping[str, Any]) -> Passage:
    return Passage(
        source=properties["document"],
        start=properties["start"],
        end=properties["end"],
        sha256=properties["sha256"],
        section=properties.get("section", ""),
        quote=properties.get("quote", ""),
    )


def _time(text: str, name: str) -> Properties:
    time = interval(text)
    return _filled(**{name: text}) | {bound: getattr(time, bound) for bound in BOUNDS}


def _filled(**values: Any) -> Properties:
    return {name: value for name, value in values.items() if value}


def _tagged(name: str, texts: Mapping[str, str]) -> Properties:
    return {name if language == _ENGLISH else f"{name}_{language}": text for language, text in texts.items()}


def _untagged(name: str, properties: Mapping[str, Any]) -> dict[str, str]:
    found = {_ENGLISH: properties.get(name), _SPANISH: properties.get(f"{name}_{_SPANISH}")}
    return {language: text for language, text in found.items() if text}
