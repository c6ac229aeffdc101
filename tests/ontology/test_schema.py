"""The ontology as Python reads it."""

from __future__ import annotations

from importlib.resources import files

import pytest
from acuerdo.ontology.names import camel, snake, upper
from acuerdo.ontology.schema import schema
from acuerdo.ontology.shapes import relation_shapes


def test_every_class_relation_and_concept_has_labels_in_both_languages() -> None:
    found = schema()
    named = [*found.classes.values(), *found.relations.values(), *found.concepts.values()]
    assert len(named) > 100
    assert not [thing for thing in named if set(thing.label) != {"en", "es"} or not all(thing.label.values())]


def test_every_class_and_relation_is_defined_in_both_languages() -> None:
    defined = [*schema().classes.values(), *schema().relations.values()]
    assert not [thing.name for thing in defined if set(thing.definition) != {"en", "es"}]


def test_the_relations_are_those_of_the_model() -> None:
    names = """part_of member_of leads supervises regulates owns operates funds established_by successor_of party_to
        participates_in implements proposed_by withdrew_from counterpart_of holds_office author_of located_in
        cooperates_with opposed_by supports depends_on has_status addressed_to concerns requires enables step_of about
        stated_in"""
    assert set(schema().relations) == set(names.split())


def test_relations_join_classes_that_there_are() -> None:
    ends = {name for relation in schema().relations.values() for name in relation.subjects | relation.objects}
    assert ends <= set(schema().classes)


def test_a_concept_and_a_property_of_one_name_are_two_things() -> None:
    assert schema().concepts["end"].label == {"en": "end", "es": "terminar"}


def test_a_mechanism_is_a_body_and_an_entity() -> None:
    assert schema().classes["Mechanism"].lineage == ("Mechanism", "Body", "Entity")


def test_labels_and_relationship_types_never_share_a_name() -> None:
    assert not set(schema().classes) & {upper(name) for name in schema().relations}


@pytest.mark.parametrize("name", sorted(schema().relations))
def test_the_three_spellings_of_a_relation_are_one_name(name: str) -> None:
    assert snake(camel(name)) == snake(upper(name)) == name


def test_shapes_of_relations_are_made_from_the_ontology() -> None:
    written = files("acuerdo.ontology").joinpath("shapes-relations.ttl").read_text(encoding="utf-8")
    assert written == relation_shapes()
