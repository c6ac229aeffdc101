"""What the query can say, the computation says too: `stalled-without` against `what-if --without`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from acuerdo.graph.what_if import fallen
from acuerdo.graph.who_must_act import MAX_NEEDS
from acuerdo.ontology.schema import schema
from acuerdo.queries.catalogue import question
from acuerdo.queries.reference import ask_dataset
from hypothesis import given
from strategies import DAYS, datasets

if TYPE_CHECKING:
    from acuerdo.graph.dataset import Dataset

STALLED = question("stalled-without")


def both(dataset: Dataset, body: str, day: date) -> tuple[set[str], set[str]]:
    """What stalls without a body: by the query's definition, and by the computation as far as the query looks."""
    rows = ask_dataset(STALLED, dataset, {"target": body, "as_of": day, "lang": "en"})
    effects = fallen(dataset, [body], [], day)
    return {row["provision"] for row in rows}, {e.thing for e in effects if len(e.chain) <= MAX_NEEDS}


@pytest.mark.slow
def test_they_agree_on_every_body_of_the_report(dataset: Dataset) -> None:
    bodies = [key for key, entity in dataset.entities.items() if schema().is_a(entity.cls, "Body")]
    stalled = 0
    for body in bodies:
        said, computed = both(dataset, body, date(2021, 6, 1))
        assert said == computed, body
        stalled += bool(said)
    assert stalled > 20


@given(random=datasets(60), day=DAYS)
def test_the_query_never_says_more(random: Dataset, day: date) -> None:
    for body in (key for key, entity in random.entities.items() if schema().is_a(entity.cls, "Body")):
        rows = ask_dataset(STALLED, random, {"target": body, "as_of": day, "lang": "en"})
        assert {row["provision"] for row in rows} <= {effect.thing for effect in fallen(random, [body], [], day)}
