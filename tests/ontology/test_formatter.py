"""The formatter: one form, nothing lost, and the registry that comes with acuerdo is in it."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from acuerdo.ontology.formatter import formatted
from hypothesis import given
from hypothesis import strategies as st

from acuerdo import ontology

REGISTRY = Path(str(files(ontology).joinpath("registry")))

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=9)
_VALUES = st.recursive(
    _WORDS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("path", sorted(REGISTRY.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_registry_is_in_form(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert formatted(text) == text, "run: acuerdo check --fix --registry ontology/registry"


@given(entries=st.lists(st.dictionaries(_WORDS, _VALUES, min_size=1, max_size=4), min_size=1, max_size=3))
def test_nothing_is_lost_and_a_second_time_changes_nothing(entries: list[dict[str, object]]) -> None:
    once = formatted(yaml.safe_dump(entries, allow_unicode=True))
    assert yaml.safe_load(once) == entries
    assert formatted(once) == once


def test_keys_stand_in_one_order_and_on_one_line_where_they_fit() -> None:
    assert formatted("- class: Place\n  facts:\n  - evidence:\n    - source: a\n    part_of: b\n  id: x\n") == (
        "- id: x\n  class: Place\n  facts:\n    - {part_of: b, evidence: [{source: a}]}\n"
    )


def test_what_is_too_long_for_a_line_is_a_block() -> None:
    long = "a" * 150
    assert (
        formatted(f"- {{id: x, label: {{es: b, en: {long}}}}}\n") == f"- id: x\n  label:\n    en: {long}\n    es: b\n"
    )


def test_comments_stay_where_they_are() -> None:
    text = "# Head.\n\n- id: a\n\n# Of b.\n- id: b\n\n# The end.\n"
    assert formatted(text) == text


def test_an_entry_with_a_comment_inside_stays_as_it_is() -> None:
    text = "- {id: b,   class: Place}  # why\n\n- {class: Place, id: c}\n"
    assert formatted(text) == "- {id: b,   class: Place}  # why\n\n- id: c\n  class: Place\n"


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "id: a\n"])
def test_a_file_without_a_list_stays_as_it_is(text: str) -> None:
    assert formatted(text) == text
