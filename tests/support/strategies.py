"""Hypothesis strategies: EDTF strings, and small datasets with cycles, parallel facts and open times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from acuerdo.graph.dataset import Dataset
from acuerdo.graph.facts import Evidence, Fact
from acuerdo.ontology.edtf import parse
from acuerdo.ontology.model import Entity, Passage, Section, Source
from acuerdo.ontology.schema import schema
from hypothesis import strategies as st

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=12).filter(
    lambda text: text == text.strip()
)
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    """A date of any precision, perhaps with a mark."""
    day = draw(DAYS).isoformat()
    return draw(st.sampled_from([day, day[:7], day[:4], day[:3] + "X"])) + draw(st.sampled_from(["", "", "", "~", "?"]))


@st.composite
def edtf_intervals(draw: st.DrawFn) -> str:
    """A date, an interval with open or unknown ends, or no time at all; always one that ends after it starts."""
    ends = st.one_of(edtf_dates(), st.sampled_from(["..", ""]))
    text = draw(st.one_of(st.just(""), edtf_dates(), st.tuples(edtf_dates(), ends).map("/".join)))
    try:
        parse(text)
    except ValueError:
        return text.partition("/")[0]
    return text


_PROVISIONS = ("Recommendation", "Obligation", "Commitment")
_CLASSES = (
    "Mechanism",
    "Agency",
    "Government",
    "Agreement",
    "Programme",
    "Person",
    "Place",
    *_PROVISIONS,
    *_PROVISIONS,
)
_CONCEPTS = ("active", "lapsed", "ended", "trade", "energy")
_TEXTS = st.fixed_dictionaries({"en": NAMES}, optional={"es": NAMES})


@st.composite
def entities(draw: st.DrawFn, identifier: str) -> Entity:
    """An entity; a provision has a strength and an action."""
    cls = draw(st.sampled_from(_CLASSES))
    provision = schema().is_a(cls, "Provision")
    return Entity(
        id=identifier,
        cls=cls,
        label=draw(_TEXTS),
        aliases=tuple(sorted(draw(st.sets(NAMES, max_size=2)))),
        acronym=draw(st.one_of(st.just({}), _TEXTS)),
        jurisdiction=tuple(sorted(draw(st.sets(st.sampled_from(["US", "MX", "CA"]), max_size=2)))),
        generic=draw(st.booleans()),
        life=draw(st.one_of(st.just(""), edtf_intervals())),
        strength=draw(st.sampled_from(schema().scheme("strengths"))) if provision else "",
        action="restore" if provision else "",
        deadline=draw(st.one_of(st.just(""), edtf_dates())) if provision else "",
    )


def _fits(names: frozenset[str], cls: str) -> bool:
    return bool(names & set(schema().classes[cls].lineage))


@st.composite
def facts(draw: st.DrawFn, classes: dict[str, str], passages: list[Passage], *, dense: bool) -> Fact | None:
    """A fact between entities of fitting classes; None where the relation drawn fits none."""
    relation = draw(st.sampled_from(_DENSE if dense else _RELATIONS))
    subjects = [key for key, cls in classes.items() if _fits(schema().relations[relation].subjects, cls)]
    objects = [key for key, cls in classes.items() if _fits(schema().relations[relation].objects, cls)]
    if not subjects or not objects:
        return None
    found = draw(st.sets(st.sampled_from(passages), max_size=2))
    whole = Evidence("hearsay", "", "curated", draw(st.floats(0, 1)))
    evidence = tuple(sorted(Evidence(p.source, p.id, "curated", draw(st.floats(0, 1)), "2021") for p in found))
    evidence = evidence or (whole,)
    names = sorted(schema().relations[relation].qualifiers)
    kept = tuple((name, value) for name in names if (value := draw(st.sampled_from(_VALUES[name]))))
    subject, obj = draw(st.sampled_from(subjects)), draw(st.sampled_from(objects))
    return Fact(subject, relation, obj, kept, draw(_FEW_TIMES if dense else edtf_intervals()), evidence)


_OFTEN = ("addressed_to", "concerns", "has_status", "requires", "stated_in", "step_of", "enables", "part_of")
_RELATIONS = (*_OFTEN, *_OFTEN, *sorted(schema().relations))
_DENSE = (
    *("addressed_to", "about", "has_status", "established_by", "part_of", "stated_in", "requires", "concerns") * 3,
    *("step_of", "enables", "leads", "member_of", "successor_of", "party_to", "withdrew_from", "counterpart_of"),
)
_FEW_TIMES = st.sampled_from(["", "2019", "2020/..", "2020/2021", "2021/", "2021-01-01/..", "2020-06/2023", "2021?/.."])
_VALUES = {
    "role": ("", "responsible", "lead", "participant"),
    "action": ("restore", "create", "end"),
    "group": ("", "a", "b"),
}


@st.composite
def datasets(draw: st.DrawFn, max_facts: int = 25, *, dense: bool = False) -> Dataset:
    """A dataset of up to ten entities and some concepts; its text has three passages in two chapters.

    Where it is dense, times and relations are few, so that facts meet.
    """
    source = Source(
        "report", {"en": "Report"}, "Press", "2021", "https://example.org/report", "primary", "en", "0" * 64
    )
    other = replace(source, id="hearsay", title={"en": "Hearsay"}, kind="secondary")
    sections = [
        Section("report/one", "report", {"en": "One", "es": "Uno"}, 0, 15),
        Section("report/two", "report", {"en": "Two", "es": "Dos"}, 40, 100),
        Section("report/two/part", "report", {"en": "Part of two", "es": "Parte de dos"}, 50, 90),
    ]
    first, second = Passage("report", 0, 10, "a" * 64, "report/one"), Passage("report", 20, 30, "b" * 64)
    passages = [first, replace(second, quote=draw(NAMES)), Passage("report", 60, 70, "c" * 64, "report/two/part")]
    found = [draw(entities(f"e{number}")) for number in range(draw(st.integers(2, 10)))]
    found += [Entity(name, "Concept", schema().concepts[name].label) for name in _CONCEPTS]
    classes = {entity.id: entity.cls for entity in found} | {passage.id: "Passage" for passage in passages}
    drawn = [draw(facts(classes, passages, dense=dense)) for _ in range(draw(st.integers(0, max_facts)))]
    return Dataset.of([source, other], sections, passages, found, {fact.id: fact for fact in drawn if fact}.values())
