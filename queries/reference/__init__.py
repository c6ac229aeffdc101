"""The questions answered in Python, over facts in memory: what the Cypher and SPARQL texts must agree with.

Each is written from the definition in its question's header. A module has those of one theme, and lists them by
question id in `ANSWERS`; an answer takes a dataset and the question's parameters by name, and gives rows by column.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..rows import Row, normalised
from . import acting, holdings, institutions, needs, provisions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...graph.dataset import Dataset
    from ..catalogue import Question

__all__ = ["ask_dataset"]


def ask_dataset(question: Question, dataset: Dataset, parameters: Mapping[str, Any]) -> list[Row]:
    """Answer a question over a dataset.

    Parameters
    ----------
    question
        A question of the catalogue.
    dataset
        The facts.
    parameters
        A value for each of the question's parameters.
    """
    return normalised(question, _ANSWERS[question.id](dataset, **parameters))


_ANSWERS = {**acting.ANSWERS, **needs.ANSWERS, **provisions.ANSWERS, **institutions.ANSWERS, **holdings.ANSWERS}
