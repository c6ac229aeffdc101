from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from acuerdo.extract.deadlines import deadline

if TYPE_CHECKING:
    from collections.abc import Callable

    from acuerdo.extract import Extraction, Statement

    Said = Callable[[str], tuple[Statement, ...]]

RECOMMENDED = [
    ("Austria must repair the bridge.", "must"),
    ("Austria should repair the bridge.", "should"),
    ("Austria ought to repair the bridge.", "should"),
    ("Austria needs to repair the bridge.", "must"),
    ("The bridges need urgent repair.", "must"),
    ("A common alarm is needed at the border.", "must"),
    ("Austria has to repair the bridge.", "must"),
    ("Austria will have to repair the bridge.", "must"),
    ("There is an urgent need for a common alarm.", "must"),
    ("It is crucial for both countries to repair the bridges.", "must"),
    ("It is important that both governments repair the bridges.", "should"),
    ("Repairing the bridge is essential.", "must"),
    ("A coordinated response is required.", "must"),
    ("Achieving this requires close coordination between ministries.", "must"),
    ("Both governments have a responsibility to protect the river.", "must"),
    ("It is time to repair the bridge.", "should"),
    ("The first step is to repair the bridge.", "should"),
    ("Doing nothing would be a mistake for both countries.", "should"),
    ("We recommend that Austria repair the bridge.", "should"),
    ("Agencies are encouraged to repair the bridge.", "should"),
    ("We call on Austria to repair the bridge.", "should"),
    ("Austria and Hungary could exchange forecasters for a season.", "could"),
    ("The dialogue could be extended to rail.", "could"),
    ("The two governments have an opportunity to modernize the railway.", "could"),
    ("There are opportunities to expand the railway.", "could"),
    ("Both governments have an interest in protecting the river.", "could"),
    ("It is in Hungary's interest to cooperate with Austria.", "could"),
    ("Reopening the station would help both towns.", "could"),
]
NOT_STATEMENTS = [
    "Austria repaired the bridge in 2013.",
    "The river is long and its banks are steep.",
    "Austria should have repaired the bridge.",
    "Austria must have known of the flood.",
    "The bridge will likely fall.",
    "If Austria should leave, the bridge would stay closed.",
    "Should Austria repair the bridge?",
    "Critics argue that Austria should repair the bridge.",
    "The engineer said that Hungary must close the lock.",
    "We consider how the government should repair the bridge.",
    "Austria does not need to repair the bridge.",
    "Many people who need help live by the river.",
    "The flood could lead to losses.",
    "Technology can improve lives.",
    "Prices may rise again.",
    "Any party may terminate the agreement.",
    "The bridge has two towers and a gate.",
    "Cooperation was important in the past.",
]


@pytest.mark.parametrize(("sentence", "strength"), RECOMMENDED)
def test_constructions_that_recommend(said: Said, sentence: str, strength: str) -> None:
    assert [(s.text, s.kind, s.strength) for s in said(sentence)] == [(sentence, "recommendation", strength)]


@pytest.mark.parametrize("sentence", NOT_STATEMENTS)
def test_sentences_that_are_no_statements(said: Said, sentence: str) -> None:
    assert said(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "kind", "strength"),
    [
        ("Hungary has agreed to publish its readings.", "commitment", "must"),
        ("Austria pledged to invest in gauges.", "commitment", "must"),
        ("The Austrian government plans to modernize the railway.", "commitment", "should"),
        ("Hungary has proposed an effort to clean the river.", "commitment", "should"),
        ("The Austrian government will launch a water plan.", "commitment", "must"),
        ("The Danube Commission will meet to review the figures.", "obligation", "must"),
        ("The Water Convention requires its parties to share data.", "obligation", "must"),
        ("The treaty prohibits new dams on the river.", "obligation", "must"),
        ("The Danube Commission is scheduled to meet in May.", "obligation", "must"),
        ("The operator shall report every spill.", "obligation", "must"),
    ],
)
def test_commitments_and_obligations_are_told_from_advice(said: Said, sentence: str, kind: str, strength: str) -> None:
    assert [(s.kind, s.strength) for s in said(sentence)] == [(kind, strength)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The river will flood again.",
        "Most people agree to pay.",
        "The weather prevents floods.",
        "Tourists plan to visit the town.",
    ],
)
def test_no_promise_without_somebody_who_can_make_it(said: Said, sentence: str) -> None:
    assert said(sentence) == ()


def test_what_a_body_seeks_is_its_mandate_also_as_it(said: Said) -> None:
    found = said("The Danube Commission is old. It seeks to promote trade on the river.")
    assert [(s.kind, s.strength, s.actors) for s in found] == [("obligation", "should", ("danube-commission",))]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Austria should relaunch the dialogue.", "restore"),
        ("Austria should establish a commission.", "create"),
        ("Austria should take steps to abolish the fee.", "end"),
        ("Austria should work to avoid a crisis.", "avoid"),
        ("Austria should work closely with Hungary.", "coordinate"),
        ("Austria should find ways to harmonize the rules.", "harmonize"),
        ("Austria should make an effort to finance the bridge.", "fund"),
        ("Austria should provide support for the towns.", "strengthen"),
        ("Austria should be able to continue the work.", "maintain"),
        ("Austria should develop a strategy for the river.", "plan"),
        ("Austria should consider the weather.", "plan"),
        ("There is a need to reform the rules.", "reform"),
        ("Doing nothing would be a mistake for both countries.", "avoid"),
        ("Austria should paint the bridge.", "other"),
    ],
)
def test_action_class_by_verb_and_what_it_carries(said: Said, sentence: str, action: str) -> None:
    assert [s.action for s in said(sentence)] == [action]


def test_items_of_a_recommendation_list_whatever_their_wording(extracted: Callable[..., Extraction]) -> None:
    found = extracted(
        "RECOMMENDATIONS\n\n- Restore the dialogue.\n- Support for the towns.\n- Austria must pay.\n"
        "- A longer season.\n"
    )
    assert [(s.text, s.cue, s.strength, s.headline) for s in found.statements] == [
        ("Restore the dialogue.", "imperative", "should", True),
        ("Support for the towns.", "scope", "should", True),
        ("Austria must pay.", "modal-must", "must", True),
        ("A longer season.", "scope", "should", True),
    ]


def test_description_in_a_recommendation_list_is_left_out(extracted: Callable[..., Extraction]) -> None:
    found = extracted("KEY RECOMMENDATIONS\n\nThe treaty creates rights and duties. Strengthen the court first.\n")
    assert [s.text for s in found.statements] == ["Strengthen the court first."]


def test_noun_phrases_in_other_lists_are_no_statements(extracted: Callable[..., Extraction]) -> None:
    assert (
        extracted("Ports\n\nThe river has three ports:\n\n- Vienna, the largest of them\n- a small one\n").statements
        == ()
    )


def test_imperative_heading_is_a_statement_and_a_topic_is_not(extracted: Callable[..., Extraction]) -> None:
    text = "1. Strengthen Regional Rail Links\n\nTrains are slow here and have been so for years.\n\n"
    text += "2. Regional Rail Links\n\nThere are two.\n"
    assert [s.text for s in extracted(text).statements] == ["Strengthen Regional Rail Links"]


def test_items_share_actors_and_strength_of_their_stem(said: Said) -> None:
    found = said("Both governments must:\n\n- publish the data;\n- the repair of the bridge; and\n- meet each year.")
    assert [(s.text, s.strength, s.actors) for s in found] == [
        ("publish the data;", "must", ("at-government", "hu-government")),
        ("the repair of the bridge; and", "must", ("at-government", "hu-government")),
        ("meet each year.", "must", ("at-government", "hu-government")),
    ]


def test_label_is_left_out_and_two_sentences_are_two_statements(said: Said) -> None:
    found = said("Water Levels: Austria should publish its data. Hungary should do the same.")
    assert [s.text for s in found] == ["Austria should publish its data.", "Hungary should do the same."]


def test_quoted_speech_is_not_the_writers_advice(said: Said) -> None:
    assert said("A fisherman wrote “the government must act at once” on the wall.") == ()


def test_needs_in_a_report_of_evidence_are_the_witnesses(extracted: Callable[..., Extraction]) -> None:
    sentence = "The ports need to grow."
    heard = "A witness told us about the ports, and we heard written evidence on them. " * 3
    assert [s.text for s in extracted(sentence).statements] == [sentence]
    assert extracted(f"{heard}\n\n{sentence}\n").statements == ()
    assert len(extracted(f"{heard}\n\nThe ports should grow.\n").statements) == 1


def test_statement_over_a_page_break_is_whole(said: Said) -> None:
    sentence = "Austria should publish the readings of\n\nits gauges every year."
    assert [s.text for s in said(sentence)] == [sentence]


def test_footnotes_hold_no_statements(extracted: Callable[..., Extraction]) -> None:
    text = "The river is long.¹\n\n1. See the yearbook (2019); Austria should publish it.\n"
    assert extracted(text).statements == ()


@pytest.mark.parametrize(
    ("sentence", "limit"),
    [
        ("It must be rebuilt by 2027.", "2027"),
        ("Publish it by the end of June 2026.", "2026"),
        ("Do so within two years.", "within two years"),
        ("This should happen over the next four years.", "over the next four years"),
        ("The committee meets annually.", "annually"),
        ("It reviews the plan every five years.", "every five years"),
        ("The bridge was built in 1912.", ""),
        ("It was blocked by 20 protesters.", ""),
    ],
)
def test_deadlines_in_the_words_of_the_text(sentence: str, limit: str) -> None:
    assert deadline(sentence) == limit
