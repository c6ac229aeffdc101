"""Answers over the report's own graph, checked by reading: `expected/<question>.yaml` says what and by which passages.

Each case has `arguments`, then `rows` (all of them, in order), `contains` or `absent` (some), each a mapping of a few
columns, and `read`: what was read to know it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from acuerdo.queries.ask import ask
from acuerdo.queries.backends import InMemory
from acuerdo.queries.catalogue import catalogue

if TYPE_CHECKING:
    from acuerdo.graph.dataset import Dataset

FOLDER = Path(__file__).parent / "expected"
CASES = [
    (file.stem, case) for file in sorted(FOLDER.glob("*.yaml")) for case in yaml.safe_load(file.read_text("utf-8"))
]


def test_every_question_has_expected_answers() -> None:
    assert {name for name, _ in CASES} == set(catalogue())


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(CASES)])
def test_the_answer_is_what_the_report_says(dataset: Dataset, name: str, case: dict[str, Any]) -> None:
    assert case["read"]
    assert case.keys() & {"rows", "contains", "absent"}
    arguments = {key: str(value) for key, value in case["arguments"].items()}
    rows = ask(name, InMemory(dataset), arguments).rows
    for wanted in case.get("contains", ()):
        assert wanted in _cut(rows, wanted), wanted
    for unwanted in case.get("absent", ()):
        assert unwanted not in _cut(rows, unwanted), unwanted
    if "rows" in case:
        assert _cut(rows, case["rows"][0] if case["rows"] else {}) == case["rows"]


def _cut(rows: Any, columns: dict[str, Any]) -> list[dict[str, Any]]:
    return [{name: _plain(getattr(row, name)) for name in columns} for row in rows]


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
