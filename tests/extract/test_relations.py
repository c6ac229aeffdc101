from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.extract import Extraction

FILLER = (
    "The river has been a border and a road for two thousand years, and will go on being both for as long as it runs."
)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "The Danube Commission, established by the Belgrade Convention, met.",
            "danube-commission established_by belgrade-convention",
        ),
        (
            "Established by the Belgrade Convention, the Danube Commission met.",
            "danube-commission established_by belgrade-convention",
        ),
        (
            "The Belgrade Convention created the Danube Commission.",
            "danube-commission established_by belgrade-convention",
        ),
        ("The Water Council is part of the Danube Commission.", "water-council part_of danube-commission"),
        ("The Danube Commission, based in Budapest, met.", "danube-commission located_in budapest"),
        ("Austria ratified the Belgrade Convention.", "at-government party_to belgrade-convention"),
        ("Hungary withdrew from the Belgrade Convention.", "hu-government withdrew_from belgrade-convention"),
        ("The Water Council is led by the Danube Commission.", "danube-commission leads water-council"),
        ("The Rhine Convention replaced the Mainz Convention.", "rhine-convention successor_of mainz-convention"),
    ],
)
def test_fixed_phrases(extracted: Callable[..., Extraction], text: str, triple: str) -> None:
    assert triple in {f"{r.subject} {r.predicate} {r.object}" for r in extracted(text).relations}


@pytest.mark.parametrize(
    "text",
    [
        "The Danube Commission met the Water Council.",
        "The Danube Commission wrote. The Belgrade Convention created nothing, and the Water Council slept.",
        "Austria praised the Belgrade Convention.",
    ],
)
def test_no_relation_without_its_words(extracted: Callable[..., Extraction], text: str) -> None:
    assert extracted(text).relations == ()


def test_row_shares_the_relation(extracted: Callable[..., Extraction]) -> None:
    found = extracted("Austria, Hungary, and Slovakia signed the Belgrade Convention.")
    assert {r.subject for r in found.relations if r.predicate == "party_to"} == {
        "at-government",
        "hu-government",
        "sk-government",
    }


def test_names_of_parties_in_an_agreement(extracted: Callable[..., Extraction]) -> None:
    found = extracted("The Austria-Hungary Water Agreement is new.")
    assert {(r.subject, r.predicate) for r in found.relations} == {
        ("at-government", "party_to"),
        ("hu-government", "party_to"),
    }


def test_authors_and_members_of_a_chapter(extracted: Callable[..., Extraction]) -> None:
    text = (
        f"# Water and Ports\n\nAna Maria Ruiz and Peter Holm\n\n{FILLER}\n\nWater Working Group\n\n"
        f"Ana Maria Ruiz\nPeter Holm\nJohn Miller\nMaría José Núñez\n\n{FILLER}\n"
    )
    found = {(r.subject, r.predicate, r.object) for r in extracted(text).relations}
    assert {s for s, p, o in found if (p, o) == ("author_of", "chapter:water")} == {"ana-maria-ruiz", "peter-holm"}
    members = {s for s, p, o in found if (p, o) == ("working_group_member", "chapter:water")}
    assert members == {"ana-maria-ruiz", "peter-holm", "john-miller", "maria-jose-nunez"}


def test_title_in_title_case_is_no_byline(extracted: Callable[..., Extraction]) -> None:
    found = extracted(f"# Rails\n\n## Trade Facilitation and Border Infrastructure\n\n{FILLER}\n")
    assert found.relations == ()
    assert not [e for e in found.entities if e.type == "person"]


def test_spans_hold_what_the_relation_was_read_from(brief: Extraction) -> None:
    assert brief.relations
    mentions = {e.id: {m.text for m in e.mentions} for e in brief.entities}
    for relation in brief.relations:
        quote = brief.text[relation.start : relation.end]
        assert any(text in quote for text in mentions[relation.object])
