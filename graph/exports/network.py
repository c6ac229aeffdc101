"""networkx out and in, and GraphML: a `MultiDiGraph` keyed by fact id, with typed attributes."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ...errors import InputError
from ...ontology.schema import schema
from ..dataset import Dataset
from ..properties import edge, fact_of, node_of, nodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

__all__ = ["from_networkx", "graphml", "read_graphml", "to_networkx"]


def to_networkx(dataset: Dataset) -> nx.MultiDiGraph[str]:
    """Make a networkx graph of a dataset.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes by id, with `cls` (their class) and their properties; edges by fact id, with `predicate` and the fact's
        properties. Dates are `datetime.date`.

    Examples
    --------
    >>> to_networkx(Dataset.of([], [], [], [], [])).number_of_nodes()
    0
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, (cls, properties) in nodes(dataset).items():
        graph.add_node(key, cls=cls, **properties)
    for fact in dataset.facts.values():
        graph.add_edge(fact.subject, fact.object, key=fact.id, predicate=fact.predicate, **edge(fact))
    return graph


def from_networkx(graph: nx.MultiDiGraph[str]) -> Dataset:
    """Read a dataset back from `to_networkx`."""
    found: dict[str, list[Any]] = {"Document": [], "Section": [], "Passage": [], "Entity": []}
    for _, attributes in graph.nodes(data=True):
        cls = attributes["cls"]
        found[schema().classes[cls].lineage[-1]].append(node_of(cls, attributes))
    facts = [fact_of(s, attributes["predicate"], o, attributes) for s, o, attributes in graph.edges(data=True)]
    return Dataset.of(found["Document"], found["Section"], found["Passage"], found["Entity"], facts)


def graphml(dataset: Dataset) -> bytes:
    """Write GraphML; lists are JSON in a string, since GraphML has none, and dates are ISO 8601."""
    import networkx as nx

    graph = to_networkx(dataset)
    attributes = [data for _, data in graph.nodes(data=True)]
    attributes += [data for _, _, data in graph.edges(data=True)]
    for data in attributes:
        data |= {name: _plain(value) for name, value in data.items()}
    file = BytesIO()
    nx.write_graphml(graph, file)
    return file.getvalue()


def read_graphml(data: bytes) -> Dataset:
    """Read back what `graphml` wrote.

    Raises
    ------
    InputError
        E108: the data is not GraphML, or not what acuerdo writes.
    """
    from xml.etree.ElementTree import ParseError

    import networkx as nx

    try:
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.read_graphml(BytesIO(data), force_multigraph=True))
        attributes: Iterable[dict[str, Any]] = [data for _, data in graph.nodes(data=True)]
        for properties in [*attributes, *(data for _, _, data in graph.edges(data=True))]:
            properties |= {name: _unplain(name, value) for name, value in properties.items()}
        return from_networkx(graph)
    except (ParseError, nx.NetworkXError, KeyError, ValueError) as error:
        raise InputError("E108", f"GraphML: {error}") from error


_LISTS = ("aliases", "confidences", "dates", "jurisdiction", "methods", "official", "passages", "sources")


def _plain(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return value.isoformat() if isinstance(value, date) else value


def _unplain(name: str, value: Any) -> object:
    return json.loads(value) if name in _LISTS else value
