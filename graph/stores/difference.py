"""The steps from what a store holds to what a dataset says: nothing where they are equal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...ontology.schema import schema
from . import statements
from .base import Changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .content import Content, Edge, Node

__all__ = ["EdgeState", "NodeState", "Plan", "State", "Step", "plan"]


@dataclass(frozen=True, slots=True)
class NodeState:
    """Hash and labels of a node that is there."""

    hash: str
    labels: frozenset[str]


@dataclass(frozen=True, slots=True)
class EdgeState:
    """Subject and hash of a relationship that is there."""

    subject: str
    hash: str


@dataclass(frozen=True, slots=True)
class State:
    """What a store holds: nodes by kind and id, relationships by fact id."""

    nodes: Mapping[str, Mapping[str, NodeState]]
    edges: Mapping[str, EdgeState]


@dataclass(frozen=True, slots=True)
class Step:
    """One statement for many rows; each row concerns one node or relationship, so they may be cut into batches."""

    statement: str
    rows: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in the order in which they must be taken, and what they come to."""

    steps: Sequence[Step]
    nodes: Changes
    relationships: Changes


def plan(wanted: Content, there: State) -> Plan:
    """Find the difference between a dataset and a store.

    Relationships that must go are deleted before nodes, and created after them. Every step leaves a state from which
    the difference can be taken anew: that is how an interrupted load goes on.
    """
    steps = [
        *_edge_deletions(wanted, there),
        *(step for kind in wanted.nodes for step in _node_steps(kind, wanted.nodes[kind], there.nodes[kind])),
        *_edge_changes(wanted, there),
    ]
    return Plan(
        [step for step in steps if step.rows],
        _total(_node_changes(wanted.nodes[kind], there.nodes[kind]) for kind in wanted.nodes),
        Changes(
            len(wanted.edges.keys() - there.edges.keys()),
            sum(_edge_differs(edge, there.edges.get(key)) for key, edge in wanted.edges.items()),
            len(there.edges.keys() - wanted.edges.keys()),
        ),
    )


def _total(changes: Iterable[Changes]) -> Changes:
    found = list(changes)
    return Changes(sum(c.created for c in found), sum(c.updated for c in found), sum(c.deleted for c in found))


def _node_changes(wanted: Mapping[str, Node], there: Mapping[str, NodeState]) -> Changes:
    updated = sum(
        node.properties["hash"] != there[key].hash or bool(_relabelling(node, there[key]))
        for key, node in wanted.items()
        if key in there
    )
    return Changes(len(wanted.keys() - there.keys()), updated, len(there.keys() - wanted.keys()))


def _node_steps(kind: str, wanted: Mapping[str, Node], there: Mapping[str, NodeState]) -> Iterator[Step]:
    yield Step(statements.delete_nodes(kind), [{"id": key} for key in sorted(there.keys() - wanted.keys())])
    yield from _label_steps(kind, wanted, there)
    changed = [n.properties for key, n in wanted.items() if key in there and n.properties["hash"] != there[key].hash]
    yield Step(statements.update_nodes(kind), changed)
    new: defaultdict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for key, node in wanted.items():
        if key not in there:
            new[node.labels].append(node.properties)
    for labels, rows in new.items():
        yield Step(statements.create_nodes(labels), rows)


def _label_steps(kind: str, wanted: Mapping[str, Node], there: Mapping[str, NodeState]) -> Iterator[Step]:
    removed: defaultdict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    added: defaultdict[frozenset[str], list[Mapping[str, Any]]] = defaultdict(list)
    for key in sorted(wanted.keys() & there.keys()):
        if change := _relabelling(wanted[key], there[key]):
            removed[change[0]].append({"id": key})
            added[change[1]].append({"id": key})
    # all removals before all additions: the two must not meet in one transaction
    yield from (Step(statements.remove_labels(kind, labels), rows) for labels, rows in removed.items() if labels)
    yield from (Step(statements.add_labels(kind, labels), rows) for labels, rows in added.items() if labels)


def _relabelling(node: Node, there: NodeState) -> tuple[frozenset[str], frozenset[str]] | None:
    """Labels to remove and to add; labels that are no classes of the ontology are somebody else's."""
    removed = there.labels.intersection(schema().classes) - node.labels
    added = node.labels - there.labels
    return (removed, added) if removed or added else None


def _edge_deletions(wanted: Content, there: State) -> Iterator[Step]:
    gone = sorted(there.edges.keys() - wanted.edges.keys())
    yield Step(statements.DELETE_EDGES, [{"subject": there.edges[key].subject, "fact": key} for key in gone])


def _edge_changes(wanted: Content, there: State) -> Iterator[Step]:
    changed: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    new: defaultdict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for key, edge in wanted.edges.items():
        if key not in there.edges:
            row = {"subject": edge.subject, "object": edge.object, "properties": edge.properties}
            new[edge.type, edge.object_kind].append(row)
        elif _edge_differs(edge, there.edges[key]):
            changed[edge.type].append({"subject": edge.subject, "properties": edge.properties})
    yield from (Step(statements.update_edges(relation), rows) for relation, rows in changed.items())
    yield from (Step(statements.create_edges(relation, kind), rows) for (relation, kind), rows in new.items())


def _edge_differs(edge: Edge, there: EdgeState | None) -> bool:
    return there is not None and edge.properties["hash"] != there.hash
