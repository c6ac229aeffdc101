"""The JSON Schema: as generated, accepting the registry, and refusing what the loader refuses."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import pytest
from acuerdo.ontology.json_schema import json_schema
from jsonschema import Draft202012Validator
from yaml import safe_load

VALIDATOR = Draft202012Validator(json.loads(json_schema()))
REGISTRY = files("acuerdo.ontology").joinpath("registry")
ENTRY = {"id": "a", "class": "Agency", "label": {"en": "A", "es": "A"}}


def documents(folder: Any) -> list[Any]:
    inner = [found for item in folder.iterdir() if item.is_dir() for found in documents(item)]
    return inner + [item for item in folder.iterdir() if item.name.endswith(".yaml")]


def test_the_schema_is_not_stale() -> None:
    written = files("acuerdo.ontology").joinpath("registry.schema.json").read_text(encoding="utf-8")
    assert written == json_schema()


@pytest.mark.parametrize("document", documents(REGISTRY), ids=lambda item: item.name)
def test_every_file_of_the_registry_is_accepted(document: Any) -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert not [error.message for error in VALIDATOR.iter_errors(safe_load(document.read_text(encoding="utf-8")))]


@pytest.mark.parametrize(
    "more",
    [
        {"class": "Agncy"},
        {"lief": "1990"},
        {"label": {"en": "A"}},
        {"facts": [{"leads": "b"}]},
        {"facts": [{"leads": "b", "role": "boss", "evidence": []}]},
        {"facts": [{"leads": "b", "part_of": "c", "evidence": []}]},
        {"id": "A_B"},
    ],
)
def test_mistakes_are_refused(more: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid([ENTRY])
    assert not VALIDATOR.is_valid([ENTRY | more])
