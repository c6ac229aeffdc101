"""Facts: what makes two of them one, and datasets assembled from claims."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from random import Random

from acuerdo.graph.dataset import Dataset, Index, assemble, with_quotes
from acuerdo.graph.facts import Evidence, Fact
from acuerdo.ontology.model import Claim, Entity, Passage, Place, Registry, Source
from hypothesis import given
from hypothesis import strategies as st
from strategies import datasets, edtf_intervals

SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
QUALIFIERS = st.dictionaries(st.sampled_from(["role", "action", "group"]), SLUGS).map(
    lambda found: tuple(sorted(found.items()))
)
FACTS = st.builds(Fact, SLUGS, st.sampled_from(["leads", "part_of"]), SLUGS, QUALIFIERS, edtf_intervals())
EVIDENCE = st.builds(Evidence, SLUGS, st.just(""), st.just("curated"), st.floats(0, 1), st.just("2021"))


@given(FACTS, st.lists(EVIDENCE).map(tuple))
def test_evidence_does_not_change_what_a_fact_is(fact: Fact, evidence: tuple[Evidence, ...]) -> None:
    assert replace(fact, evidence=evidence).id == fact.id


@given(FACTS, FACTS)
def test_facts_have_one_id_just_when_they_say_the_same(one: Fact, other: Fact) -> None:
    assert (one.id == other.id) == (one == other)


@given(FACTS, st.randoms(use_true_random=False))
def test_the_order_of_qualifiers_does_not_matter(fact: Fact, random: Random) -> None:
    shuffled = list(fact.qualifiers)
    random.shuffle(shuffled)
    assert replace(fact, qualifiers=tuple(shuffled)).id == fact.id


def test_an_id_is_the_same_in_every_run() -> None:
    fact = Fact("ustr", "leads", "hled", (("role", "co-chair"),), "2013-09-20/2016-02-25")
    code = (
        "from acuerdo.graph.facts import Fact; print(Fact('ustr', 'leads', 'hled', (('role', 'co-chair'),), {!r}).id)"
    )
    run = [sys.executable, "-P", "-c", code.format(fact.valid)]
    others = {
        subprocess.run(run, env={"PYTHONHASHSEED": seed}, check=True, capture_output=True, text=True).stdout.strip()
        for seed in ("0", "1")
    }
    assert others == {fact.id}


def test_two_spellings_of_one_letter_are_one_fact() -> None:
    assert Fact("comisi\u00f3n", "leads", "x").id == Fact("comisio\u0301n", "leads", "x").id


def registry(*claims: Claim) -> Registry:
    source = Source("memo", {"en": "Memo"}, "City", "2020", "https://example.org", "primary", "en", "0" * 64)
    passage = Passage("memo", 0, 4, "0" * 64)
    bodies = {name: Entity(name, "Agency", {"en": name, "es": name}) for name in ("a", "b")}
    return Registry({"memo": source}, {}, {passage.id: passage}, bodies, claims)


def claim(valid: str, *sources: str) -> Claim:
    evidence = tuple(Evidence(source) for source in sources)
    return Claim("a", "member_of", "b", {"role": "member"}, valid, evidence, Place("x.yaml", 1), "facts[0]")


def test_two_sources_of_one_fact_are_one_fact_with_two_evidences() -> None:
    dataset = assemble(registry(claim("2013/2016", "memo"), claim("2013/2016", "page", "memo")))
    (fact,) = dataset.facts.values()
    assert [evidence.source for evidence in fact.evidence] == ["memo", "page"]


def test_one_membership_in_two_periods_is_two_facts() -> None:
    assert len(assemble(registry(claim("2013/2016", "memo"), claim("2021/..", "memo"))).facts) == 2


def test_quotes_are_filled_in_only_where_the_text_is_at_hand() -> None:
    dataset = assemble(registry())
    assert with_quotes(dataset, {"other": "text"}) == dataset
    (passage,) = with_quotes(dataset, {"memo": "Call the council"}).passages.values()
    assert passage.quote == "Call"


@given(datasets())
def test_an_index_finds_every_fact_from_both_ends(dataset: Dataset) -> None:
    index = Index.over(dataset.facts.values())
    for fact in dataset.facts.values():
        assert fact in index.of(fact.predicate, fact.subject)
        assert fact in index.to(fact.predicate, fact.object)
