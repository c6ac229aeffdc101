"""Small datasets written by hand, a line a fact: `of("hled has_status active 2013/2016", …)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from acuerdo.graph.dataset import Dataset
from acuerdo.graph.facts import Evidence, Fact
from acuerdo.ontology.model import Entity, Passage, Source
from acuerdo.ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Source(
    "memo", {"en": "Memo", "es": "Memorando"}, "City", "2020", "https://example.org", "primary", "en", "0" * 64
)
PASSAGE = Passage("memo", 0, 10, "0" * 64)
_LETTERS = {"p": "Recommendation", "m": "Mechanism", "g": "Government", "h": "Person"}


def entity(identifier: str, cls: str = "", *, life: str = "", strength: str = "should") -> Entity:
    """An entity; by its first letter a provision (p), mechanism (m), government (g) or person (h), else an agency."""
    cls = cls or _LETTERS.get(identifier[0], "Agency")
    provision = schema().is_a(cls, "Provision")
    return Entity(
        id=identifier,
        cls=cls,
        label={"en": identifier.upper(), "es": f"el {identifier.upper()}"},
        life=life,
        strength=strength if provision else "",
        action="restore" if provision else "",
    )


def of(*lines: str, entities: tuple[Entity, ...] = ()) -> Dataset:
    """Make a dataset of lines `subject predicate object [name=value …] [valid]`; entities are made as needed."""
    facts = [_fact(line) for line in lines]
    given = {found.id: found for found in entities}
    names = {name for fact in facts for name in (fact.subject, fact.object)} - given.keys() - {PASSAGE.id}
    return Dataset.of([SOURCE], [], [PASSAGE], [*given.values(), *_made(names)], {f.id: f for f in facts}.values())


def _made(names: set[str]) -> Iterator[Entity]:
    concepts = schema().concepts
    for name in names:
        yield Entity(name, "Concept", concepts[name].label) if name in concepts else entity(name)


def _fact(line: str) -> Fact:
    subject, predicate, obj, *rest = line.split()
    qualifiers = tuple(sorted(tuple(word.split("=")) for word in rest if "=" in word))
    valid = next((word for word in rest if "=" not in word), "")
    return Fact(subject, predicate, obj, qualifiers, valid, (Evidence("memo", PASSAGE.id, date="2020"),))  # type: ignore[arg-type]
