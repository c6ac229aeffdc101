"""A dataset as a store holds it: nodes of four kinds and relationships, each with a hash of its content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import InputError
from ...ontology.names import upper
from ...ontology.schema import schema
from ..properties import KINDS, edge, entity_node, passage_node, section_node, source_node

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from ..dataset import Dataset
    from ..facts import Fact
    from ..properties import Properties

__all__ = ["Content", "Edge", "Node", "content_of"]

_HASH_LENGTH = 20


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its class and all superclasses as labels, and its properties with `id` and `hash`."""

    labels: frozenset[str]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship from an entity to a node of some kind; its properties hold `fact` (the id) and `hash`."""

    subject: str
    type: str
    object: str
    object_kind: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Content:
    """Nodes by kind and id, relationships by fact id."""

    nodes: Mapping[str, Mapping[str, Node]]
    edges: Mapping[str, Edge]


def content_of(dataset: Dataset) -> Content:
    """Lay a dataset out as nodes and relationships.

    Raises
    ------
    InputError
        E205: a fact joins something that the dataset does not have.
    """
    nodes = {
        "Entity": {key: _node(entity.cls, entity_node(entity)) for key, entity in dataset.entities.items()},
        "Document": {key: _node("Document", source_node(source)) for key, source in dataset.sources.items()},
        "Section": {key: _node("Section", section_node(section)) for key, section in dataset.sections.items()},
        "Passage": {key: _node("Passage", passage_node(passage)) for key, passage in dataset.passages.items()},
    }
    return Content(nodes, {key: _edge(fact, nodes) for key, fact in dataset.facts.items()})


def _node(cls: str, properties: Properties) -> Node:
    return Node(frozenset(schema().classes[cls].lineage), properties | {"hash": _hash(cls, properties)})


def _edge(fact: Fact, nodes: Mapping[str, Container[str]]) -> Edge:
    kind = _object_kind(fact, nodes)
    if kind is None or fact.subject not in nodes["Entity"]:
        unknown = fact.object if kind is None else fact.subject
        raise InputError("E205", f"{unknown!r} in the fact {fact.subject} {fact.predicate} {fact.object}")
    properties = edge(fact)
    properties["hash"] = _hash(kind, properties)
    return Edge(fact.subject, upper(fact.predicate), fact.object, kind, properties)


def _object_kind(fact: Fact, nodes: Mapping[str, Container[str]]) -> str | None:
    """Kind of a fact's object: among those that the relation allows, the one that has this id."""
    allowed = {schema().classes[cls].lineage[-1] for cls in schema().relations[fact.predicate].objects}
    return next((kind for kind in KINDS if kind in allowed and fact.object in nodes[kind]), None)


def _hash(cls: str, properties: Properties) -> str:
    content = json.dumps([cls, properties], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(content.encode()).hexdigest()[:_HASH_LENGTH]
