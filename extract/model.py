"""What an extraction is made of; all offsets are code points into its text, half-open."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Block", "Entity", "Extraction", "Mention", "Relation", "Section", "Statement"]


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page layout.

    `kind` is heading, paragraph, item, names (a list of people, one a line), footnote or furniture (running heads,
    page numbers, contents). `level` is the depth of a heading or the nesting of an item; `section` an index into the
    sections of the document; `stem` the index of the block that introduces an item ("The governments should:").
    `scope` tells that the block stands in a list of recommendations.
    """

    kind: str
    start: int
    end: int
    level: int = 0
    section: int = -1
    stem: int = -1
    scope: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `role` is body, recommendations, contents or references."""

    id: str
    title: str
    level: int
    start: int
    end: int
    role: str = "body"
    chapter: str = ""
    headline: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A string of the text that denotes an entity; `zone` is body or footnote."""

    start: int
    end: int
    text: str
    zone: str = "body"


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing; `registry` tells whether `id` is an id of the registry, `why` what speaks for a new one."""

    id: str
    name: str
    type: str
    mentions: tuple[Mention, ...]
    registry: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or list item in which somebody is to act.

    `kind` is recommendation, commitment or obligation; `strength` must, should or could; `cue` names the construction
    that it was recognised by. `actors` and `targets` are entity ids; `generic_actors` are actors that the text names
    only as a kind.
    """

    start: int
    end: int
    text: str
    kind: str
    strength: str
    action: str
    actors: tuple[str, ...]
    actors_explicit: bool
    cue: str
    generic_actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    deadline: str = ""
    headline: bool = False
    zone: str = "body"
    section: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact between two entities that the text states at `start` to `end`; `pattern` names what it was read from."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document; candidates, not facts."""

    source: str
    sha256: str
    text: str
    model: Mapping[str, str]
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    sections: tuple[Section, ...] = field(default=())

    def to_dict(self) -> dict[str, Any]:
        """Give the extraction as plain values, in the order of the text."""
        return {
            "document": {"source": self.source, "sha256": self.sha256, "length": len(self.text)},
            "model": dict(self.model),
            "sections": [asdict(section) for section in self.sections],
            "entities": [asdict(entity) for entity in self.entities],
            "statements": [asdict(statement) for statement in self.statements],
            "relations": [asdict(relation) for relation in self.relations],
            "text": self.text,
        }

    def to_json(self) -> str:
        """Give the extraction as one JSON document; the same input gives the same bytes."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"
