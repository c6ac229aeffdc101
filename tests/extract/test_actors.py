from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.extract import Extraction, Statement

    Said = Callable[[str], tuple[Statement, ...]]

AUSTRIA, HUNGARY, SLOVAKIA = "at-government", "hu-government", "sk-government"
PAIR = (AUSTRIA, HUNGARY)


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Austria should act on the bridge.", {AUSTRIA}),
        ("Austria and Hungary should support the bridge.", set(PAIR)),
        ("Austria, Hungary, and Slovakia should support the bridge.", {AUSTRIA, HUNGARY, SLOVAKIA}),
        ("The Austrian government should support the bridge.", {AUSTRIA}),
        ("The Austrian and Slovak governments should support the bridge.", {AUSTRIA, SLOVAKIA}),
        ("Both governments should support the bridge.", set(PAIR)),
        ("The two countries need to support the bridge.", set(PAIR)),
        ("The bridge should be repaired by Slovakia.", {SLOVAKIA}),
        ("Austrian diplomacy must take the initiative.", {AUSTRIA}),
        ("It is crucial for Slovakia to protect the river.", {SLOVAKIA}),
        ("Border towns need the support of the Slovak government.", {SLOVAKIA}),
        ("The Danube Commission should publish the data.", {"danube-commission"}),
        ("Austria and the Danube Commission should publish the data.", {AUSTRIA, "danube-commission"}),
        ("In the case of Slovakia, the bridge should be repaired.", {SLOVAKIA}),
    ],
)
def test_actors_that_the_sentence_names(said: Said, sentence: str, actors: set[str]) -> None:
    (statement,) = said(sentence)
    assert set(statement.actors) == actors
    assert statement.actors_explicit


@pytest.mark.parametrize(
    "sentence", ["The bridge should be repaired.", "We must repair the bridge.", "It is time to repair the bridge."]
)
def test_pair_that_the_text_is_about_where_the_sentence_names_nobody(said: Said, sentence: str) -> None:
    (statement,) = said(sentence)
    assert set(statement.actors) == set(PAIR)
    assert not statement.actors_explicit


@pytest.mark.parametrize(
    "text",
    [
        "The bridge should be repaired.",
        "Austria is old. Austria is green. Austria is rich. The bridge should be repaired.",
    ],
)
def test_nobody_where_the_text_is_not_about_two(extracted: Callable[..., Extraction], text: str) -> None:
    assert [s.actors for s in extracted(text).statements] == [()]


@pytest.mark.parametrize("subject", ["Oil companies", "Border region leaders", "Local mayors"])
def test_actors_named_as_a_kind(said: Said, subject: str) -> None:
    (statement,) = said(f"{subject} should support the bridge.")
    assert (statement.actors, statement.generic_actors, statement.actors_explicit) == ((), (subject,), True)


def test_pronoun_takes_up_the_actors_of_the_sentence_before(said: Said) -> None:
    first, second = said("Slovakia should open the lock. In addition, it should repair the dam.")
    assert first.actors == second.actors == (SLOVAKIA,)
    assert not second.actors_explicit


def test_parties_of_an_agreement_that_carries_their_names(said: Said) -> None:
    found = said("The Austria-Hungary-Slovakia Water Agreement is new. The three Parties should publish the data.")
    assert [set(s.actors) for s in found] == [{AUSTRIA, HUNGARY, SLOVAKIA}]


def test_person_acts_in_person(said: Said) -> None:
    (statement,) = said("President Claudia Bergmann should visit the bridge.")
    assert len(statement.actors) == 1
    assert statement.actors[0].endswith("bergmann")


def test_instruments_do_not_act(said: Said) -> None:
    (statement,) = said("The Water Convention must be updated.")
    assert set(statement.actors) == set(PAIR)
    assert statement.targets == ("water-convention",)


def test_target_is_acted_on_and_not_the_actor(said: Said) -> None:
    (statement,) = said("The Danube Commission should consult the European Commission.")
    assert (statement.actors, statement.targets) == (("danube-commission",), ("european-commission",))


def test_whose_the_thing_is_shows_who_acts(said: Said) -> None:
    (statement,) = said("The Slovak asylum system should be reformed.")
    assert statement.actors == (SLOVAKIA,)


def test_stem_with_several_offices(extracted: Callable[..., Extraction]) -> None:
    text = "The Secretary of Labor and the Director of Ports shall\n- Appoint a clerk.\n- Keep the books.\n"
    found = extracted(text)
    assert [(s.actors, s.kind) for s in found.statements] == 2 * [
        (("secretary-of-labor", "director-of-ports"), "obligation")
    ]


def test_heading_tells_whom_its_recommendations_are_for(extracted: Callable[..., Extraction]) -> None:
    text = "The European Commission is large.\n\nRECOMMENDATIONS FOR THE EUROPEAN COMMISSION\n\n- Publish the data.\n"
    assert [s.actors for s in extracted(text).statements] == [("european-commission",)]


def test_every_actor_is_an_entity(brief: Extraction) -> None:
    ids = {entity.id for entity in brief.entities}
    assert {actor for s in brief.statements for actor in s.actors} <= ids
    assert {target for s in brief.statements for target in s.targets} <= ids


def test_brackets_in_a_row_of_offices(extracted: Callable[..., Extraction]) -> None:
    text = "The Secretary of Labor (SL) (for the Cabinet) and the Director of Ports must:\n\n- Keep the books.\n"
    assert [s.actors for s in extracted(text).statements] == [("sl", "director-of-ports")]


def test_line_of_names_over_a_list_gives_the_actors(extracted: Callable[..., Extraction]) -> None:
    found = extracted("The Secretary of Labor\n- Keeps the books.\n- Appoints a clerk.\n")
    assert [(s.text, s.actors) for s in found.statements] == [
        ("Keeps the books.", ("secretary-of-labor",)),
        ("Appoints a clerk.", ("secretary-of-labor",)),
    ]
