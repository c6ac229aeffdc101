"""The reference page: up to date, and its examples are entries that the registry would take."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
import yaml
from acuerdo.ontology.names import camel, upper
from acuerdo.ontology.reference import reference
from acuerdo.ontology.registry import load_bundled
from acuerdo.ontology.schema import NAMESPACE, schema

if TYPE_CHECKING:
    from acuerdo.ontology.model import Registry

PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"
RELATIONS = sorted(schema().relations)


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_bundled()


@pytest.fixture(scope="module")
def examples() -> dict[str, str]:
    """The example of each relation, from the ontology."""
    graph = rdflib.Graph()
    graph.parse(data=files("acuerdo.ontology").joinpath("acuerdo.ttl").read_text(encoding="utf-8"), format="turtle")
    names = {NAMESPACE + camel(name): name for name in RELATIONS}
    return {names[str(iri)]: str(text) for iri, text in graph.subject_objects(rdflib.SKOS.example)}


def stated(entry: dict[str, Any], relation: str) -> list[dict[str, str]]:
    """What an entry says with a relation: objects as `object`, and their qualifiers."""
    if "facts" in entry:
        return [{"object": fact[relation], **fact} for fact in entry["facts"]]
    items = [item if isinstance(item, dict) else {"id": item} for item in entry[relation]]
    names = ("id", "body", "entity", "source")
    return [{"object": next(item[name] for name in names if name in item), **item} for item in items]


def class_of(registry: Registry, identifier: str) -> str:
    if identifier in registry.sources:
        return "Document"
    return "Concept" if identifier in schema().concepts else registry.entities[identifier].cls


def test_the_page_is_what_the_ontology_says_now() -> None:
    assert PAGE.read_text(encoding="utf-8") == reference(), (
        "run: python -m acuerdo.ontology.reference > docs/ontology.md"
    )


def test_it_shows_every_class_relation_and_concept_in_both_languages() -> None:
    page = reference()
    for cls in schema().classes.values():
        assert f"| `{cls.name}` | {' › '.join(cls.lineage[1:])} | **{cls.label['en']}**" in page
        assert cls.definition["es"] in page
    for concept in schema().concepts.values():
        assert f"| `{concept.id}` | {concept.label['en']} | {concept.label['es']} |" in page


@pytest.mark.parametrize("name", RELATIONS)
def test_it_shows_the_three_spellings_of_each_relation_and_one_example(name: str, examples: dict[str, str]) -> None:
    page = reference()
    assert f"| `{name}` | `{upper(name)}` | `acuerdo:{camel(name)}` |" in page
    assert f"```yaml\n{examples[name]}\n```" in page.partition(f"### {name}\n")[2].partition("\n### ")[0]


@pytest.mark.parametrize("name", RELATIONS)
def test_each_example_joins_what_the_relation_may_join(name: str, examples: dict[str, str], registry: Registry) -> None:
    relation, found = schema().relations[name], schema()
    entry = yaml.safe_load(examples[name])
    subject = class_of(registry, entry["id"])
    assert any(found.is_a(subject, end) for end in relation.subjects)
    items = stated(entry, name)
    assert items
    for item in items:
        obj = class_of(registry, item["object"])
        assert any(found.is_a(obj, end) for end in relation.objects)
        assert item.keys() & {"role", "action", "group"} <= relation.qualifiers
        assert {item[key] for key in item.keys() & {"role", "action"}} <= found.concepts.keys()
