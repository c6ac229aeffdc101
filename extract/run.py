"""The whole way from a document to its candidates."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from .flat import flats
from .lexicon import lexicon
from .mentions import index_mentions
from .model import Entity, Extraction
from .names import candidates
from .people import people
from .pipeline import describe, readings
from .relations import relations
from .sections import outline
from .statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from spacy.language import Language

    from .gazetteer import Name
    from .model import Statement
    from .reading import Source

__all__ = ["run"]


def run(source: Source, names: Iterable[Name], nlp: Language) -> Extraction:
    """Extract the candidates of one document.

    Parameters
    ----------
    source
        The document (see `reading.read`).
    names
        Names that the registry knows; may be empty.
    nlp
        A pipeline from `pipeline.load`.
    """
    known = tuple(names)
    structure = outline(source.text)
    running = tuple(flats(source.text, structure.blocks))
    parsed = tuple(readings(nlp, running))
    called = {e.text for reading in parsed for e in reading.doc.ents if e.label_ == "PERSON"}
    things = lexicon(known, candidates(parsed), people(running, called))
    index = index_mentions(source.text, running, things)
    said = tuple(
        replace(statement, text=source.text[statement.start : statement.end])
        for statement in statements(parsed, index, structure.sections)
    )
    stated = tuple(relations(running, parsed, index, structure.sections))
    return Extraction(
        source=source.name,
        sha256=hashlib.sha256(source.text.encode()).hexdigest(),
        text=source.text,
        model=describe(nlp),
        entities=_with_actors(index.entities, said, {name.id: name for name in known}),
        statements=said,
        relations=stated,
        sections=structure.sections,
    )


def _with_actors(
    entities: Mapping[str, Entity], said: Sequence[Statement], known: Mapping[str, Name]
) -> tuple[Entity, ...]:
    """Entities by id, with governments that act without being named as such ("Mexico should …")."""
    acting = {actor for statement in said for actor in statement.actors} - entities.keys()
    more = {
        actor: Entity(
            actor,
            known[actor].surface if actor in known else actor,
            "government",
            (),
            actor in known,
            "a country as an actor",
        )
        for actor in acting
    }
    both = {**entities, **more}
    return tuple(replace(both[i], registry=both[i].registry or i in known) for i in sorted(both))
