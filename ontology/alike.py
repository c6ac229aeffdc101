"""Nodes that SHACL shapes cannot tell apart: of a thousand facts with like properties one is validated for all.

Our shapes look at a node's own triples only: whether a property has none, one, two or more values, and of each value
its kind, its classes, its language, or the literal itself. So nodes are *alike* whose triples are equal but for texts
in a language, one hash for another, and names of resources, save those that shapes list. The graph to validate has
the first node of each group, and what that names is taken from the front of its group. A test compares the result
with that of the whole graph; another, that no shape looks at more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import rdflib

__all__ = ["Nodes"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_HASH = re.compile("[0-9a-f]{64}")
_MANY = 2  # no shape tells two values from more
_STRING = "http://www.w3.org/2001/XMLSchema#string"

Groups = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Nodes:
    """Nodes of a graph: the classes of each, those of its other properties that shapes look at, and which they list."""

    types: Mapping[str, frozenset[str]]
    properties: Mapping[str, Sequence[tuple[str, ox.NamedNode | ox.Literal]]]
    listed: frozenset[str]

    @classmethod
    def read(cls, lines: Iterable[str], predicates: set[str], listed: frozenset[str]) -> Nodes:
        """Read N-Triples, each line once; classes, some predicates and, of names, those that are listed count."""
        types: defaultdict[str, set[str]] = defaultdict(set)
        properties: defaultdict[str, list[tuple[str, ox.NamedNode | ox.Literal]]] = defaultdict(list)
        wanted = {f"<{name}>" for name in (*predicates, _TYPE)}
        kept = "".join({line for line in lines if line.split(" ", 2)[1] in wanted})
        for quad in ox.parse(kept.encode(), ox.RdfFormat.N_TRIPLES):
            subject, predicate = quad.subject.value, quad.predicate.value
            if predicate == _TYPE:
                types[subject].add(quad.object.value)
            elif predicate in predicates:
                properties[subject].append((predicate, quad.object))
        return cls({node: frozenset(found) for node, found in types.items()}, properties, listed)

    def alike(self) -> Groups:
        """All nodes in groups of those that are alike, each group under the first of them."""
        groups: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for node in sorted(self.types.keys() | self.properties.keys()):
            looks = Counter((name, *self._looks(value)) for name, value in self.properties.get(node, ()))
            counted = frozenset((look, min(count, _MANY)) for look, count in looks.items())
            groups[self.types.get(node), self._name(node), counted].append(node)
        return {group[0]: group for group in groups.values()}

    def _name(self, node: str) -> str:
        return node if node in self.listed else ""

    def _looks(self, value: ox.NamedNode | ox.Literal) -> tuple[str, ...]:
        if isinstance(value, ox.Literal):
            plain = "hash" if _HASH.fullmatch(value.value) else value.value
            return ("@", value.language) if value.language else (value.datatype.value, plain)
        return ("", self._name(value.value), *sorted(self.types.get(value.value, ())))

    def triples(self, groups: Groups) -> Iterator[tuple[rdflib.URIRef, rdflib.URIRef, rdflib.term.Node]]:
        """Triples of the first node of each group, for rdflib; two values of one property stay two."""
        from rdflib import RDF, URIRef

        group_of = {node: group for group in groups.values() for node in group}
        kept, queue = set(groups), list(groups)
        while queue:
            node = queue.pop()
            for found in self.types.get(node, ()):
                yield URIRef(node), RDF.type, URIRef(found)
            used: Counter[tuple[str, str]] = Counter()
            for name, value in self.properties.get(node, ()):
                if isinstance(value, ox.Literal) or value.value not in group_of:
                    yield URIRef(node), URIRef(name), _term(value)
                    continue
                group = group_of[value.value]
                stand_in = group[used[name, group[0]]]
                used[name, group[0]] += 1
                if stand_in not in kept:
                    kept.add(stand_in)
                    queue.append(stand_in)
                yield URIRef(node), URIRef(name), URIRef(stand_in)


def _term(value: ox.NamedNode | ox.Literal) -> rdflib.term.Node:
    import rdflib

    if isinstance(value, ox.NamedNode):
        return rdflib.URIRef(value.value)
    # shapes list plain strings, which rdflib takes for something else than strings of a stated type
    plain = value.language or value.datatype.value == _STRING
    return rdflib.Literal(value.value, lang=value.language, datatype=None if plain else value.datatype.value)
