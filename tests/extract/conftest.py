"""The language model, loaded once, and a short way to extract from a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from acuerdo.extract import extract
from acuerdo.extract.pipeline import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from acuerdo.extract import Extraction, Name, Statement
    from spacy.language import Language

DATA = Path(__file__).parents[1] / "data"
ABOUT_TWO = "Austria and Hungary are neighbors. Austria trades with Hungary, and Hungary with Austria. " * 4


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="session")
def extracted(nlp: Language) -> Callable[..., Extraction]:
    """Extract from a text."""

    def run(text: str, names: Iterable[Name] = ()) -> Extraction:
        return extract(text, names, nlp=nlp)

    return run


@pytest.fixture(scope="session")
def said(extracted: Callable[..., Extraction]) -> Callable[[str], tuple[Statement, ...]]:
    """Statements of a sentence that stands in a text about Austria and Hungary."""

    def run(sentence: str) -> tuple[Statement, ...]:
        text = f"{ABOUT_TWO}\n\n{sentence}\n"
        start = text.index(sentence)
        return tuple(s for s in extracted(text).statements if s.start >= start)

    return run


@pytest.fixture(scope="session")
def brief(nlp: Language) -> Extraction:
    return extract(DATA / "brief.txt", nlp=nlp)
