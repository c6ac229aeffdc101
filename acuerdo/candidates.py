"""Between extraction and the registry: the names that it knows, and the candidates that it does not cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .extract import Extraction, Name
    from .ontology.model import Registry

__all__ = ["extracted", "names", "uncovered"]


def names(registry: Registry) -> Iterator[Name]:
    """Every name of the registry's entities, for the extractor to look for; provisions have titles, not names."""
    from .extract import Name

    for entity in registry.entities.values():
        if not schema().is_a(entity.cls, "Provision"):
            for surface in entity.names():
                yield Name(surface, entity.id, entity.cls)


def extracted(document: Path, registry: Registry) -> Extraction:
    """Extract the candidates of a document, with the registry's names."""
    from .extract import extract

    return extract(document, tuple(names(registry)))


def uncovered(document: Path, registry: Registry) -> Iterator[str]:
    """Say which candidates of a document no entry of the registry covers, a line each, after one that counts them.

    The document is known by the SHA-256 of its text; one that no entry cites has every candidate uncovered.
    """
    from .extract import coverage

    found = extracted(document, registry)
    source = next((source.id for source in registry.sources.values() if source.sha256 == found.sha256), None)
    cited = [(passage.start, passage.end) for passage in registry.passages.values() if passage.source == source]
    left = coverage(found, cited)
    yield f"{document.name}: {len(left)} of {len(found.statements)} candidates are covered by no entry."
    for statement in left:
        words = " ".join(found.text[statement.start : statement.end].split())
        yield f"  {statement.start}-{statement.end} {statement.kind}, {statement.strength}: {words}"
