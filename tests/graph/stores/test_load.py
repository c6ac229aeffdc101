"""Loading, on both stores: the difference is written and nothing else, and what was loaded is read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from acuerdo.graph.dataset import assemble
from acuerdo.graph.facts import Evidence, Fact
from acuerdo.graph.stores import Changes
from acuerdo.ontology.registry import load_bundled
from hypothesis import HealthCheck, given, settings
from small import entity, of
from stored import EMPTY, dump, wide, write
from strategies import datasets

from acuerdo.errors import InputError, StoreError

if TYPE_CHECKING:
    from acuerdo.graph.dataset import Dataset
    from acuerdo.graph.stores import GraphStore
    from stored import Place


def without(dataset: Dataset, *gone: str) -> Dataset:
    entities = {key: value for key, value in dataset.entities.items() if key not in gone}
    facts = {key: f for key, f in dataset.facts.items() if not {f.subject, f.object, f.predicate, f.id} & set(gone)}
    return replace(dataset, entities=entities, facts=facts)


def with_entity(dataset: Dataset, cls: str, identifier: str) -> Dataset:
    changed = replace(dataset.entities[identifier], cls=cls)
    return replace(dataset, entities=dict(dataset.entities) | {identifier: changed})


HLED = of(
    "gus leads hled role=co-chair 2013-09-20/2016-02-25",
    "gus leads hled role=co-chair 2021-09-09/..",
    "hled has_status active 2013-09-20/2016-02-25",
    "hled part_of hled",
    "p-restore concerns hled action=restore",
    "p-restore addressed_to gus role=responsible",
    entities=(entity("hled", "Mechanism", life="2013/.."),),
)


def test_first_load_creates_and_the_store_agrees(store: GraphStore) -> None:
    report = store.load(HLED)
    things = len(HLED.entities) + 2  # a document and a passage
    assert (report.nodes, report.relationships) == (Changes(things), Changes(6))
    assert report.counters["nodes_created"] == things
    assert report.counters["relationships_created"] == 6
    assert f"{things} created" in str(report)


def test_thousands_of_relationships_are_deleted_at_once(store: GraphStore) -> None:
    dataset = assemble(load_bundled())
    assert len(dataset.facts) > 3000
    store.load(dataset)
    assert store.load(EMPTY).relationships == Changes(deleted=len(dataset.facts))
    assert store.read() == EMPTY


def test_second_load_writes_nothing(emptied: Place) -> None:
    with emptied.open() as store:
        store.load(HLED)
        before = dump(store)
    with emptied.open() as store:
        report = store.load(HLED, lambda *_: pytest.fail("a batch was written"))
        assert not report.contains_updates
        assert (report.counters, report.nodes, report.relationships) == ({}, Changes(), Changes())
        assert str(report) == "Nothing was written: all of it was there."
        assert dump(store) == before


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(datasets(), datasets())
def test_whatever_was_there_the_store_holds_what_was_loaded_last(
    store: GraphStore, first: Dataset, second: Dataset
) -> None:
    store.load(EMPTY)
    assert store.read() == EMPTY
    store.load(first)
    assert store.read() == first
    store.load(second)
    assert store.read() == second
    assert not store.load(second).contains_updates


def test_all_kinds_of_nodes_parallel_facts_and_loops_are_read_back(store: GraphStore) -> None:
    dataset = wide(60)
    store.load(dataset)
    assert store.read() == dataset


def test_what_the_dataset_no_longer_has_goes_away(store: GraphStore) -> None:
    store.load(HLED)
    report = store.load(without(HLED, "p-restore"))
    assert (report.nodes, report.relationships) == (Changes(deleted=1), Changes(deleted=2))
    assert store.run("MATCH (n:Provision) RETURN n.id AS id") == []
    assert store.read() == without(HLED, "p-restore")
    report = store.load(EMPTY)
    assert report.counters["nodes_deleted"] == report.nodes.deleted == 5
    assert dump(store) == ([], [])


def test_what_other_people_put_beside_it_stays(store: GraphStore) -> None:
    store.load(HLED)
    write(store, "MATCH (n:Entity {id: 'hled'}) CREATE (n)-[:SEEN_IN]->(:Note {id: 'hled', text: 'mine'})")
    write(store, "MATCH (n:Entity {id: 'hled'}) SET n:Starred")
    assert not store.load(HLED).contains_updates
    store.load(without(HLED, "p-restore", "leads"))
    rows = store.run("MATCH (n:Starred)-[:SEEN_IN]->(note:Note) RETURN n.id AS id, note.text AS text")
    assert rows == [{"id": "hled", "text": "mine"}]
    assert store.read() == without(HLED, "p-restore", "leads")


@pytest.mark.parametrize("cls", ["Agency", "Agreement", "Programme"])
def test_another_class_changes_labels_and_keeps_relationships(store: GraphStore, cls: str) -> None:
    store.load(HLED)
    dataset = with_entity(HLED, cls, "hled")
    report = store.load(dataset)
    assert (report.nodes, report.relationships) == (Changes(updated=1), Changes())
    assert store.read() == dataset
    assert len(store.run(f"MATCH (:{cls} {{id: 'hled'}})-[r]-() RETURN DISTINCT r.fact AS fact")) == 5
    assert not store.load(dataset).contains_updates
    store.load(HLED)
    assert store.read() == HLED


def test_more_evidence_updates_one_relationship(store: GraphStore) -> None:
    store.load(HLED)
    fact = next(fact for fact in HLED.facts.values() if fact.predicate == "addressed_to")
    more = replace(fact, evidence=(*fact.evidence, Evidence("memo", confidence=0.25)))
    dataset = replace(HLED, facts=dict(HLED.facts) | {fact.id: more})
    report = store.load(dataset)
    assert (report.nodes, report.relationships) == (Changes(), Changes(updated=1))
    assert report.counters.keys() == {"properties_set"}
    assert store.read().facts[fact.id].evidence == more.evidence


def test_changed_name_updates_one_node(store: GraphStore) -> None:
    store.load(HLED)
    changed = replace(HLED.entities["hled"], label={"es": "Diálogo"})  # and the English name goes
    dataset = replace(HLED, entities=dict(HLED.entities) | {"hled": changed})
    assert store.load(dataset).nodes == Changes(updated=1)
    assert store.read() == dataset


def test_progress_counts_up_to_the_end(store: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acuerdo.graph.stores.load.BATCH", 7)
    seen: list[tuple[int, int]] = []
    dataset = wide(20)
    store.load(dataset, lambda *numbers: seen.append(numbers))
    done, totals = zip(*seen, strict=True)
    assert list(done) == sorted(set(done))
    assert set(totals) == {done[-1]}
    assert store.read() == dataset


def test_fact_about_something_unknown_is_an_error_and_nothing_is_written(store: GraphStore) -> None:
    store.load(HLED)
    dangling = Fact("hled", "part_of", "nowhere", (), "", (Evidence("memo"),))
    with pytest.raises(InputError, match=r"E205.*'nowhere'"):
        store.load(replace(HLED, facts=dict(HLED.facts) | {dangling.id: dangling}))
    assert store.read() == HLED


def test_somebody_else_changing_the_store_during_a_load_is_an_error_and_the_next_load_repairs_it(
    store: GraphStore,
) -> None:
    def interfere(done: int, _: int) -> None:
        if done == len(HLED.entities) + 2:
            write(store, "MATCH (n:Entity {id: 'gus'}) DETACH DELETE n")

    with pytest.raises(StoreError, match=r"E305.*load again"):
        store.load(HLED, interfere)
    store.load(HLED)
    assert store.read() == HLED


def test_dates_can_be_compared_in_questions(store: GraphStore) -> None:
    store.load(HLED)
    rows = store.run(
        "MATCH (:Entity {id: $leader})-[r:LEADS]->(x) WHERE r.from_earliest <= $day AND $day < r.until_latest "
        "RETURN x.id AS body, r.role AS role, r.from_earliest AS since, r.until_latest AS until",
        {"leader": "gus", "day": date(2022, 1, 1)},
    )
    assert rows == [{"body": "hled", "role": "co-chair", "since": date(2021, 9, 9), "until": date(9999, 12, 31)}]


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Entity {id: 'new'})",
        "MATCH (n:Entity {id: 'hled'}) SET n.name = 'other'",
        "MATCH (n:Entity {id: 'hled'}) DETACH DELETE n",
        "CREATE CONSTRAINT mine FOR (n:Mine) REQUIRE n.id IS UNIQUE",
        "MATCH (n RETURN n",
    ],
)
def test_only_questions_can_be_run(emptied: Place, cypher: str) -> None:
    with emptied.open() as store:
        store.load(HLED)
        before = dump(store)
        with pytest.raises(StoreError, match="E305") as error:
            store.run(cypher)
        assert "\n" not in str(error.value)
        assert dump(store) == before
    with emptied.open(create=False) as store:
        if emptied.kind == "embedded":
            with pytest.raises(StoreError, match=r"E305.*only questions"):
                store.run(cypher)
        assert dump(store) == before


def test_facts_around_an_entity_come_with_all_they_name(store: GraphStore) -> None:
    dataset = wide(60)
    store.load(dataset)
    stated = next(fact for fact in dataset.facts.values() if fact.predicate == "stated_in")
    about = [fact for fact in dataset.facts.values() if "e4" in {fact.subject, fact.object}]
    found = store.read_around(["e4"], [stated.id], [stated.subject])
    assert found.facts == {fact.id: fact for fact in sorted([*about, stated], key=lambda fact: fact.id)}
    assert found.entities.keys() == {"e4", stated.subject} | {end for f in about for end in (f.subject, f.object)}
    assert found.passages.keys() == {stated.object} | {e.passage for f in found.facts.values() for e in f.evidence} - {
        ""
    }
    assert found.sections == dataset.sections
    assert found.sources == dataset.sources
    assert store.read_around(["nobody"], [], []) == EMPTY
