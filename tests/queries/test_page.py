"""The page of questions is what the headers say now."""

from __future__ import annotations

from pathlib import Path

from acuerdo.queries.catalogue import catalogue
from acuerdo.queries.page import page


def test_the_page_is_what_the_headers_say_now() -> None:
    written = Path(__file__).parents[2] / "docs" / "questions.md"
    assert written.read_text(encoding="utf-8") == page(), "run: make generate"


def test_the_page_has_every_question_in_both_languages() -> None:
    text = page()
    for name, found in catalogue().items():
        assert f"## {name}\n" in text
        assert all(title in text for title in found.title.values())
