from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from acuerdo.extract import Extraction, Name, coverage, extract
from acuerdo.extract.pipeline import load
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acuerdo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

DATA = Path(__file__).parents[1] / "data"
PHRASES = [
    "Austria should relaunch the Danube Commission (DC).",
    "The DC, based in Budapest, met.\n\n",
    "\n\n- Create a Joint Council",
    "\n# Key Recommendations\n\n",
    "Both governments must:\n\n",
    "The Mexican and U.S. governments",
    " agreed to share data by 2027.",
    "1. See Ruiz (2019), p. 4.\n",
    "¹",
    "\f",
    "\t",
    "**",
    "It is",
    " crucial to",
    "La Secretaría de Economía debe actuar. ",
    "x" * 40,
    "\n",
    " ",
    "(",
    ")",
    "“",
    "é",
    "President Ana Ruiz said",
]


def check_offsets(found: Extraction) -> None:
    """Every offset gives its text back, in order and inside the document."""
    for entity in found.entities:
        assert list(entity.mentions) == sorted(entity.mentions)
        assert all(found.text[m.start : m.end] == m.text for m in entity.mentions)
    for statement in found.statements:
        assert 0 <= statement.start < statement.end <= len(found.text)
        assert found.text[statement.start : statement.end] == statement.text
    assert [s.start for s in found.statements] == sorted(s.start for s in found.statements)
    assert all(0 <= r.start < r.end <= len(found.text) for r in found.relations)


def test_brief_from_text(brief: Extraction) -> None:
    check_offsets(brief)
    assert {s.kind for s in brief.statements} == {"recommendation", "commitment", "obligation"}
    assert sum(s.headline for s in brief.statements) == 5
    assert {"icpdr", "danube-commission", "drpc", "eu", "at-government", "hu-government"} <= {
        e.id for e in brief.entities
    }
    assert "2027" in {s.deadline for s in brief.statements}


def test_brief_from_pdf_says_the_same(brief: Extraction, nlp: Language) -> None:
    found = extract(DATA / "brief.pdf", nlp=nlp)
    check_offsets(found)
    assert [" ".join(s.text.split()) for s in found.statements] == [s.text for s in brief.statements]
    assert [(s.actors, s.action, s.strength) for s in found.statements] == [
        (s.actors, s.action, s.strength) for s in brief.statements
    ]


def test_same_document_gives_the_same_bytes(brief: Extraction) -> None:
    assert extract(DATA / "brief.txt", nlp=load()).to_json() == brief.to_json()


def test_json_has_what_scorers_and_reviewers_read(brief: Extraction) -> None:
    found = json.loads(brief.to_json())
    assert found["document"] == {
        "source": "brief.txt", "length": len(brief.text), "sha256": hashlib.sha256(brief.text.encode()).hexdigest(),
    }  # fmt: skip
    assert found["model"]["name"].startswith("en_core_web")
    assert found["model"]["version"]
    assert found["text"] == brief.text
    assert {"start", "end", "text", "zone"} <= found["entities"][0]["mentions"][0].keys()
    wanted = {
        "start",
        "end",
        "text",
        "kind",
        "strength",
        "action",
        "actors",
        "actors_explicit",
        "targets",
        "deadline",
        "zone",
    }
    assert wanted <= found["statements"][0].keys()
    assert {"subject", "predicate", "object", "start", "end"} <= found["relations"][0].keys()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\f\n",
        "word",
        "One line without an end",
        "# ",
        "- ",
        "Line.\r\nAustria should act.\r\n",
        "x" * 50_000,
        "Austria should act. " * 1_500,
        "(" * 500,
        "1. " * 400,
        "\u202e\u200b\u062a\u0639\u0627 合作 🙂 must act",
        "A\u0301ustria should act.",
        "****",
        "<b>Austria</b> should act.",
    ],
)
def test_no_text_makes_it_fail(extracted: Callable[..., Extraction], text: str) -> None:
    check_offsets(extracted(text))


def test_spanish_text_gives_names_at_least(extracted: Callable[..., Extraction]) -> None:
    text = (
        "La Secretaría de Economía y la Comisión Federal de Electricidad (CFE) deben cooperar. "
        "México y Canadá firmaron el Acuerdo de París.\n"
    )
    found = extracted(text)
    check_offsets(found)
    assert {"Comisión Federal de Electricidad", "CFE", "México"} <= {m.text for e in found.entities for m in e.mentions}


def test_line_ends_of_windows_count_as_one_character(extracted: Callable[..., Extraction]) -> None:
    (statement,) = extracted("Ports.\r\n\r\nAustria should act.\r\n").statements
    assert (statement.start, statement.text) == (8, "Austria should act.")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.sampled_from(PHRASES), max_size=10))
def test_offsets_hold_in_any_text(nlp: Language, parts: list[str]) -> None:
    found = extract("".join(parts), [Name("Joint Council", "jc", "Mechanism")], nlp=nlp)
    check_offsets(found)
    assert found == extract("".join(parts), [Name("Joint Council", "jc", "Mechanism")], nlp=nlp)


@given(
    st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 300)), max_size=6),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_coverage_is_what_overlaps_by_half_of_the_shorter(brief: Extraction, spans: list[tuple[int, int]]) -> None:
    passages = [(start, start + length) for start, length in spans]

    def is_covered(start: int, end: int) -> bool:
        return any(2 * (min(end, b) - max(start, a)) >= min(end - start, b - a) for a, b in passages)

    left = coverage(brief, passages)
    assert left == tuple(s for s in brief.statements if not is_covered(s.start, s.end))


def test_coverage_of_nothing_and_of_everything(brief: Extraction) -> None:
    assert coverage(brief, []) == brief.statements
    assert coverage(brief, [(s.start, s.end) for s in brief.statements]) == ()


def test_unknown_model_is_one_clear_message() -> None:
    with pytest.raises(InputError, match=r"E104.*en_core_web_nowhere"):
        extract("A text.", model="en_core_web_nowhere")


def test_importing_the_package_loads_no_model() -> None:
    code = "import sys, acuerdo.extract; print([m for m in ('spacy', 'rdflib', 'pypdfium2') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_components_are_registered_by_name(nlp: Language) -> None:
    assert {"acuerdo_acronyms", "acuerdo_statements"} <= set(nlp.pipe_names)
