from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from acuerdo.extract import Name
from acuerdo.extract.acronyms import definitions
from acuerdo.extract.gazetteer import Gazetteer
from acuerdo.extract.heads import type_by_head, type_of_class
from acuerdo.extract.merging import key
from acuerdo.extract.parties import governments_in
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.extract import Entity, Extraction


def by_surface(extraction: Extraction) -> dict[str, Entity]:
    return {mention.text: entity for entity in extraction.entities for mention in entity.mentions}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("The Danube Commission (DC) met.", "DC", "Danube Commission"),
        ("the American Federation of Labor and Congress of Industrial Organizations (AFL-CIO) wrote", "AFL-CIO",
         "American Federation of Labor and Congress of Industrial Organizations"),
        ("WHO (the World Health Organization) helps", "WHO", "World Health Organization"),
        ("la Comisión Federal de Electricidad (CFE) opera", "CFE", "Comisión Federal de Electricidad"),
        ("regional value content (RVC)", "RVC", "regional value content"),
    ],
)  # fmt: skip
def test_acronyms_both_ways_round(text: str, short: str, long: str) -> None:
    assert [(d.short, d.long) for d in definitions(text)] == [(short, long)]


@pytest.mark.parametrize("text", ["It rained (a lot).", "in May (2019)", "the Commission (see above)", "a plan (Ruiz)"])
def test_brackets_that_define_nothing(text: str) -> None:
    assert list(definitions(text)) == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("International Boundary and Water Commission", "intl-org"),
        ("Danube Commission", "mechanism"),
        ("Bilateral Task Force on Energy", "mechanism"),
        ("National Human Rights Commission", "agency"),
        ("U.S. International Trade Commission", "agency"),
        ("U.S.-Mexico Border Health Commission", "mechanism"),
        ("Department of Labor", "agency"),
        ("Secretaría de Relaciones Exteriores", "agency"),
        ("House of Commons", "legislature"),
        ("Free Trade Agreement", "agreement"),
        ("Clean Air Act", "law"),
        ("Universidad Nacional Autónoma", "academic"),
        ("Gulf of Mexico", "place"),
        ("Carlos Pascual", ""),
    ],
)
def test_types_by_head_noun(name: str, kind: str) -> None:
    assert type_by_head(name) == kind


def test_types_of_classes_are_the_ontologys_notations() -> None:
    pairs = {"Government": "government", "Mechanism": "mechanism", "CivilSocietyOrganization": "ngo", "Unheard": ""}
    assert {cls: type_of_class(cls) for cls in pairs} == pairs


def test_longest_name_wins_and_case_of_short_ones_counts() -> None:
    names = Gazetteer([("Water Council", "w"), ("Joint Water Council", "j"), ("ICE", "ice")])
    found = names.find("The Joint Water Council met on ice; the water council did not; ICE came.")
    assert [(hit.id, hit.start) for hit in found] == [("j", 4), ("ice", 63)]


@given(st.lists(st.sampled_from(["Danube", "Rail", "Water", "Council", "of", "the", "-", "."]), max_size=12))
def test_hits_lie_in_the_text_in_order(words: list[str]) -> None:
    text = " ".join(words)
    hits = list(Gazetteer([("Danube Council", "a"), ("Rail", "b"), ("Water-Council", "c")]).find(text))
    assert all(key(text[h.start : h.end]) == key(h.surface) for h in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))


def test_same_body_under_several_names_is_one(extracted: Callable[..., Extraction]) -> None:
    found = by_surface(
        extracted(
            "The North American Competitiveness Committee (NACC) met in May. The Competitiveness Committee "
            "wrote a report. Later the NACC published it, and the Committee was praised."
        )
    )
    names = ("North American Competitiveness Committee", "Competitiveness Committee", "NACC", "Committee")
    assert len({found[name].id for name in names}) == 1
    assert found["NACC"].type == "mechanism"
    assert not found["NACC"].registry
    assert found["NACC"].why


def test_another_rank_is_another_office(extracted: Callable[..., Extraction]) -> None:
    found = by_surface(
        extracted("The Assistant Secretary of Labor met the Deputy Assistant Secretary of Labor at noon.")
    )
    assert found["Assistant Secretary of Labor"].id != found["Deputy Assistant Secretary of Labor"].id


def test_surname_and_title_stand_for_the_person(extracted: Callable[..., Extraction]) -> None:
    found = by_surface(
        extracted("President Claudia Bergmann spoke first. Then Claudia Bergmann left. Many followed Bergmann.")
    )
    assert found["Bergmann"].id == found["Claudia Bergmann"].id
    assert found["Bergmann"].type == "person"


def test_governments_by_adjective_and_of(extracted: Callable[..., Extraction]) -> None:
    found = extracted("The Austrian and Hungarian governments met. The government of Slovakia did not come.")
    governments = {e.id: [m.text for m in e.mentions] for e in found.entities if e.type == "government"}
    assert governments == {
        "at-government": ["Austrian and Hungarian governments"],
        "hu-government": ["Austrian and Hungarian governments"],
        "sk-government": ["government of Slovakia"],
    }


def test_governments_of_a_region_are_not_a_countrys() -> None:
    assert governments_in("Latin American and Mexican ministers") == ("mx-government",)


def test_possessive_and_conjunction_part_two_names(extracted: Callable[..., Extraction]) -> None:
    found = by_surface(
        extracted(
            "They wrote to Hungary's Ministry of Interior and the Danube Commission about the Office of Budget "
            "and Review."
        )
    )
    assert {"Ministry of Interior", "Danube Commission", "Office of Budget and Review", "Hungary"} <= found.keys()


def test_words_in_capitals_are_not_names_without_evidence(extracted: Callable[..., Extraction]) -> None:
    found = by_surface(
        extracted("However, Growth was slow. Increasingly, GDP fell. Supporters of COVID-19 rules were few.")
    )
    assert not found.keys() & {"However", "Growth", "GDP", "Supporters", "COVID-19", "Increasingly"}


def test_names_in_footnotes_are_marked(extracted: Callable[..., Extraction]) -> None:
    text = "The Danube Commission met.¹ Its report is old.\n\n1. Danube Commission, Yearbook (2019), p. 3.\n"
    zones = [m.zone for e in extracted(text).entities if e.id == "danube-commission" for m in e.mentions]
    assert zones == ["body", "footnote"]


def test_registry_gives_ids_classes_and_other_names(extracted: Callable[..., Extraction]) -> None:
    names = [
        Name("Water Dialogue", "hwd", "Mechanism"),
        Name("HWD", "hwd", "Mechanism"),
        Name("Austria", "republic-of-austria", "Place"),
    ]
    found = by_surface(
        extracted(
            "The water dialogue lapsed. Austria should revive the HWD. Hungary wants the Water Dialogue too.", names
        )
    )
    assert found["HWD"].id == "hwd" == found["Water Dialogue"].id
    assert found["HWD"].registry
    assert found["HWD"].type == "mechanism"
    assert found["Austria"].id == "republic-of-austria"


def test_country_with_a_registry_id_still_stands_for_its_government(extracted: Callable[..., Extraction]) -> None:
    found = extracted("Austria should revive the dialogue.", [Name("Austria", "republic-of-austria", "Place")])
    assert [s.actors for s in found.statements] == [("at-government",)]


def test_any_name_of_a_country_in_the_registry_stands_for_its_government(extracted: Callable[..., Extraction]) -> None:
    names = [Name(n, "austria", "Place") for n in ("Austria", "Republic of Austria and its nine states")]
    assert [s.actors for s in extracted("Austria should revive the dialogue.", names).statements] == [
        ("at-government",)
    ]


def test_two_entities_of_the_registry_never_become_one(extracted: Callable[..., Extraction]) -> None:
    names = [Name("National Guard", "mx-guard", "Agency"), Name("Federal National Guard", "us-guard", "Agency")]
    found = by_surface(
        extracted("The Federal National Guard (FNG) came. The National Guard stayed. The FNG left.", names)
    )
    assert {surface: found[surface].id for surface in ("National Guard", "Federal National Guard", "FNG")} == {
        "National Guard": "mx-guard",
        "Federal National Guard": "us-guard",
        "FNG": "us-guard",
    }
    assert found["FNG"].name == "Federal National Guard"
