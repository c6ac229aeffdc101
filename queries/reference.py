"""The questions answered in Python, over facts in memory: what the Cypher and SPARQL texts must agree with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..graph.who_must_act import who_must_act
from .rows import Row, normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..graph.dataset import Dataset
    from .catalogue import Question

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
    return normalised(question, _REFERENCES[question.id](dataset, **parameters))


def _who_must_act(dataset: Dataset, *, lang: str, **parameters: Any) -> Iterator[Row]:
    for row in who_must_act(dataset, **parameters):
        body = dataset.entities[row.body]
        yield {
            "body": body.id,
            "name": body.name(lang),
            "country": body.jurisdiction,
            "role": row.role,
            "strength": row.strength,
            "standing": row.standing,
            "generic": body.generic,
            "steps": row.steps,
            "chain": [fact.id for fact in row.chain],
        }


_REFERENCES = {"who-must-act": _who_must_act}
