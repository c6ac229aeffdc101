"""Entries of the registry, begun: YAML with what a program can tell, and `TODO:` where only a curator can."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from typing import TYPE_CHECKING

from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .extract import Extraction, Statement
    from .extract.countries import Country
    from .ontology.model import Entity

__all__ = ["TODO", "body", "government", "known", "provision", "sha256", "slug", "source"]

TODO = "TODO:"


def slug(text: str) -> str:
    """Make an id of some words; empty where they have no letter.

    Examples
    --------
    >>> slug("Comisión del Danubio, 2024")
    'comision-del-danubio-2024'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def sha256(text: str) -> str:
    """SHA-256 of a text, as anchors give it."""
    return hashlib.sha256(text.encode()).hexdigest()


def source(found: Extraction, identifier: str, title: str) -> str:
    """Begin a source's entry; its sections are numbered, for the document's headings are its own words."""
    parts = [section for section in found.sections if section.start < section.end]
    lines = [
        "# Offsets count Unicode code points of the text with the sha256 given. Add `date` (EDTF), and give titles.",
        "",
        f"- id: {identifier}",
        f"  title: {{en: {_quoted(title)}, es: {_quoted(title)}}}  # the file's name: replace it",
        f"  publisher: {_quoted(f'{TODO} who published it')}",
        f"  address: {_quoted(f'{TODO} where it is published')}",
        "  kind: primary",
        f"  language: {found.model['name'][:2]}",
        f"  sha256: {found.sha256}",
        *(["  sections:"] if parts else []),
        *(
            f"    - {{id: {identifier}/{number}, title: {{en: Section {number}, es: Sección {number}}}, "
            f"range: [{section.start}, {section.end}]}}"
            for number, section in enumerate(parts, 1)
        ),
    ]
    return "\n".join(lines) + "\n"


def body(identifier: str, name: str, kind: str, *, generic: bool) -> str:
    """Begin a body's entry; `kind` is a type of the extractor's, which the ontology gives its classes as notation."""
    classes = {schema().classes[cls].notation: cls for cls in (*schema().leaves("Body"), "Person")}
    lines = [
        f"- id: {identifier}",
        f"  class: {classes.get(kind, 'CivilSocietyOrganization' if generic else 'Agency')}  # a guess",
        f"  label: {{en: {_quoted(name)}, es: {_quoted(f'{TODO} {name}')}}}",
        *(["  generic: true"] if generic else []),
    ]
    return "\n".join(lines) + "\n"


def government(country: Country) -> str:
    """Begin the entry of a country's government."""
    name, spanish = country.names[0], country.names[-1]
    lines = [
        f"- id: {country.government}",
        "  class: Government",
        f"  label: {{en: {_quoted(f'Government of {name}')}, es: {_quoted(f'{TODO} Gobierno de {spanish}')}}}",
        f"  jurisdiction: [{_quoted(country.code)}]",
    ]
    return "\n".join(lines) + "\n"


def known(entity: Entity) -> str:
    """Repeat the names of a registry's body, without its facts, for a registry that is to stand without that one."""
    lines = [
        f"- id: {entity.id}",
        f"  class: {entity.cls}",
        f"  label: {_quoted(entity.label)}",
        *([f"  official: {_quoted(entity.official)}"] if entity.official else []),
        *([f"  acronym: {_quoted(entity.acronym)}"] if entity.acronym else []),
        *([f"  aliases: {_quoted(entity.aliases)}"] if entity.aliases else []),
        *([f"  jurisdiction: {_quoted(entity.jurisdiction)}"] if entity.jurisdiction else []),
        *(["  generic: true"] if entity.generic else []),
    ]
    return "\n".join(lines) + "\n"


def provision(identifier: str, statement: Statement, document: str, actors: Iterable[str]) -> str:
    """Begin a provision's entry; an actor that the sentence does not name is less sure."""
    where = f"at: [{statement.start}, {statement.end}], sha256: {sha256(statement.text)}"
    anchor = f"source: {document}, {where}, method: extracted"
    unsure = "" if statement.actors_explicit else f", evidence: [{{{anchor}, confidence: 0.8}}]"
    addressees = [f"    - {{body: {actor}, role: responsible{unsure}}}" for actor in actors]
    lines = [
        f"- id: {identifier}",
        f"  class: {statement.kind.capitalize()}",
        f"  label: {{en: {_quoted(f'{TODO} title in our own words')}, es: {_quoted(f'{TODO} título nuestro')}}}",
        f"  strength: {statement.strength}",
        f"  action: {statement.action}",
        *(["  addressed_to:", *addressees] if addressees else []),
        f"  stated_in: [{{{anchor}}}]",
    ]
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)  # JSON is YAML
