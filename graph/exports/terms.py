"""RDF terms as N-Triples text: IRIs of entities, facts, evidence and passages, and literals.

IRIs are `<base>/id/<class>/<id>`, `<base>/fact/<id>` and `<base>/evidence/<id>`. There are no blank nodes, so sorted
N-Triples are canonical.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, unquote

from ...ontology.names import camel, snake
from ...ontology.schema import NAMESPACE

__all__ = ["BASE", "EDTF", "PREFIXES", "Terms", "literal"]

BASE = "https://w3id.org/acuerdo"
PREFIXES = {
    "acuerdo": NAMESPACE,
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EDTF = "edtf:EDTF"
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def literal(text: str, *, language: str = "", datatype: str = "") -> str:
    r"""Write a literal; `datatype` is a prefixed name.

    Examples
    --------
    >>> print(literal("Diálogo", language="es"), literal("2013-09-20", datatype="xsd:date"))
    "Diálogo"@es "2013-09-20"^^<http://www.w3.org/2001/XMLSchema#date>
    """
    quoted = f'"{text.translate(_ESCAPES)}"'
    if language:
        return f"{quoted}@{language}"
    return f"{quoted}^^{Terms.name(datatype)}" if datatype else quoted


@dataclass(frozen=True, slots=True)
class Terms:
    """Writes and reads the IRIs of one base."""

    base: str = BASE

    @staticmethod
    def name(prefixed: str) -> str:
        """IRI of a prefixed name, in angle brackets.

        Examples
        --------
        >>> Terms.name("skos:Concept")
        '<http://www.w3.org/2004/02/skos/core#Concept>'
        """
        prefix, _, local = prefixed.partition(":")
        return f"<{PREFIXES[prefix]}{local}>"

    @staticmethod
    def relation(predicate: str) -> str:
        """IRI of a relation, in angle brackets.

        Examples
        --------
        >>> Terms.relation("has_status")
        '<https://w3id.org/acuerdo/ontology#hasStatus>'
        """
        return f"<{NAMESPACE}{camel(predicate)}>"

    @staticmethod
    def predicate(iri: str) -> str:
        """YAML name of a relation's IRI."""
        return snake(iri.removeprefix(NAMESPACE))

    def node(self, cls: str, identifier: str) -> str:
        """IRI of a node, in angle brackets.

        Examples
        --------
        >>> Terms().node("Mechanism", "hled")
        '<https://w3id.org/acuerdo/id/Mechanism/hled>'
        """
        return f"<{self.base}/id/{cls}/{quote(identifier, safe='/@-')}>"

    def concept(self, identifier: str) -> str:
        """IRI of a concept, in angle brackets."""
        return self.node("Concept", identifier)

    def fact(self, identifier: str) -> str:
        """IRI of a fact's statement node, in angle brackets."""
        return f"<{self.base}/fact/{identifier}>"

    def evidence(self, identifier: str) -> str:
        """IRI of a piece of evidence, in angle brackets."""
        return f"<{self.base}/evidence/{identifier}>"

    def identifier(self, iri: str) -> str:
        """Id that a node's IRI ends with.

        Examples
        --------
        >>> Terms().identifier("https://w3id.org/acuerdo/id/Section/forum-2025/trade")
        'forum-2025/trade'
        """
        return unquote(iri.removeprefix(f"{self.base}/id/").partition("/")[2])
