"""Conflicts between sources: what is one, what is none, and which fact is better sourced."""

from __future__ import annotations

from dataclasses import replace

import pytest
from acuerdo.graph.conflicts import conflicts
from acuerdo.graph.dataset import Dataset, assemble
from acuerdo.graph.facts import Evidence
from acuerdo.ontology.registry import load_bundled
from small import SOURCE, of


def kinds(*lines: str) -> list[str]:
    return [conflict.kind for conflict in conflicts(of(*lines))]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["m has_status active 2013-05/2013-09-19", "m has_status proposed 2013-05-02/2013-09-19"], ["status"]),
        (["m has_status active 2013/2016", "m has_status lapsed 2017/2021"], []),
        (["m has_status active 2013/2016", "m has_status unknown 2014/2015"], []),
        (["m has_status active 2013/", "m has_status lapsed 2014/"], []),
        (["m established_by g 2010-05-19/..", "m established_by g 2010-05-29/.."], ["time"]),
        (["m established_by g 2010/..", "m established_by g 2010-05-29/.."], []),
        (["h holds_office g 2013/2016", "h holds_office g 2014/2015"], []),
        (["h holds_office g 2009/2012", "h holds_office g 2014/2016"], []),
        (["m established_by m25", "m established_by m26", "m25 part_of m1", "m26 part_of m1"], ["origin"]),
        (["m established_by g1", "m established_by g2"], []),
    ],
)
def test_what_is_a_conflict(lines: list[str], expected: list[str]) -> None:
    assert kinds(*lines) == expected


@pytest.mark.parametrize("better", [{"kind": "primary"}, {"confidence": 1.0}, {"count": 2}])
def test_the_better_sourced_fact_comes_first(better: dict[str, object]) -> None:
    page = replace(SOURCE, id="page", kind=better.get("kind", "secondary"))
    dataset = of("m established_by g 2010-05-19/..", "m established_by g 2010-05-29/..")
    dataset = replace(dataset, sources={"memo": replace(SOURCE, kind="secondary"), "page": page})
    first, second = dataset.facts.values()
    weak = replace(first, evidence=(Evidence("memo", confidence=0.5),))
    strong = tuple(
        Evidence("page", date=str(n), confidence=better.get("confidence", 0.5)) for n in range(better.get("count", 1))
    )
    facts = [weak, replace(second, evidence=strong)]
    (found,) = conflicts(Dataset.of(dataset.sources.values(), [], [], dataset.entities.values(), facts))
    assert (found.better, found.other) == (facts[1], facts[0])


def test_the_conflicts_that_careful_readers_know_of_are_found() -> None:
    found = {(c.better.subject, c.kind) for c in conflicts(assemble(load_bundled()))}
    assert {("hled", "status"), ("hlrcc", "time"), ("competitiveness-committee", "origin")} <= found
