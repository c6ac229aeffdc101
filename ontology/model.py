"""What the registry holds: sources, entities, and the claims that curators made about them, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Claim", "Entity", "Evidence", "Passage", "Place", "Registry", "Section", "Source"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a source with a heading of ours; `start` and `end` are offsets in code points, half-open."""

    id: str
    source: str
    title: Mapping[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts are taken from; `sha256` is that of the text that offsets refer to, if any do."""

    id: str
    title: Mapping[str, str]
    publisher: str
    date: str
    address: str
    kind: str
    language: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a source's text; `quote` is filled in only where the text is at hand."""

    source: str
    start: int
    end: int
    sha256: str
    section: str = ""
    quote: str = ""

    @property
    def id(self) -> str:
        """Source and offsets, as `forum-2025@12766-12915`."""
        return f"{self.source}@{self.start}-{self.end}"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """What a fact rests on; `passage` is a passage id, or empty where the source is cited as a whole."""

    source: str
    passage: str = ""
    method: str = "curated"
    confidence: float = 1.0
    date: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """Anything that facts are about; `strength`, `action` and `deadline` are those of provisions."""

    id: str
    cls: str
    label: Mapping[str, str]
    official: tuple[str, ...] = ()
    acronym: Mapping[str, str] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    generic: bool = False
    life: str = ""
    definition: Mapping[str, str] = field(default_factory=dict)
    strength: str = ""
    action: str = ""
    deadline: str = ""

    def name(self, language: str = "en") -> str:
        """Label in `language`, else in English, else in any language."""
        return self.label.get(language) or self.label.get("en") or next(iter(self.label.values()), self.id)

    def names(self) -> tuple[str, ...]:
        """Every string that denotes the entity, each once: labels, acronyms, aliases."""
        return tuple(dict.fromkeys([*self.label.values(), *self.acronym.values(), *self.aliases]))


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where an entry stands in the registry's files."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact as a curator wrote it; claims that say the same become one fact."""

    subject: str
    predicate: str
    object: str
    qualifiers: Mapping[str, str]
    valid: str
    evidence: tuple[Evidence, ...]
    place: Place
    key: str


@dataclass(frozen=True, slots=True)
class Registry:
    """Everything that the registry's files say, checked."""

    sources: Mapping[str, Source]
    sections: Mapping[str, Section]
    passages: Mapping[str, Passage]
    entities: Mapping[str, Entity]
    claims: Sequence[Claim]
