from __future__ import annotations

import pytest
from acuerdo.extract.blocks import blocks
from acuerdo.extract.flat import flats
from acuerdo.extract.lines import pieces
from acuerdo.extract.sections import chapter_key, outline
from hypothesis import given
from hypothesis import strategies as st

LONG = (
    "The river has been a border and a road for two thousand years, and will go on being both for as long as it runs."
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def test_headings_by_mark_capitals_title_case_and_number() -> None:
    text = f"# Marked\n\n{LONG}\n\nIN CAPITALS\n\n{LONG}\n\nIn Title Case\n\n{LONG}\n\n1. Numbered heading\n\n{LONG}\n"
    assert [t for k, t in kinds(text) if k == "heading"] == [
        "# Marked",
        "IN CAPITALS",
        "In Title Case",
        "1. Numbered heading",
    ]


@pytest.mark.parametrize(
    "line", [LONG, "The governments should:", "A sentence that ends.", "The Ministry of Transport shall"]
)
def test_sentences_and_stems_are_no_headings(line: str) -> None:
    assert ("heading", line) not in kinds(f"{LONG}\n\n{line}\n\n- Do this at once.\n- Do that later.\n")


def test_heading_in_capitals_over_several_lines_is_one() -> None:
    assert kinds(f"WATER,\nRAIL,\nAND RULES\n\n{LONG}\n")[0] == ("heading", "WATER,\nRAIL,\nAND RULES")


def test_items_hang_on_the_line_that_introduces_them() -> None:
    found = blocks("Both should:\n\n- one thing\n- another:\n  - inside\n- a third\n\nA text that ends.\n\n- loose\n")
    items = [(b.level, b.stem) for b in found if b.kind == "item"]
    assert items == [(0, 0), (0, 0), (2, 2), (0, 0), (0, -1)]


def test_duties_after_a_line_that_ends_in_shall() -> None:
    text = "The Secretary shall\n- Appoint a member.\n- Report.\nThe Director shall\n- Keep the records.\n"
    assert [(b.kind, b.stem) for b in blocks(text)] == [
        ("paragraph", -1), ("item", 0), ("item", 0), ("paragraph", -1), ("item", 3),
    ]  # fmt: skip


def test_line_that_introduces_duties_again_and_again_is_no_running_head() -> None:
    text = "".join(
        f"The Directors of Ports shall\n- Do thing number {word}.\n" for word in ("one", "two", "three", "four")
    )
    assert "furniture" not in [b.kind for b in blocks(text)]


def test_running_heads_and_page_numbers_are_furniture() -> None:
    text = "".join(f"Annual Report of Ports\n\n{LONG} Part {n}.\n\n{n}\n\n" for n in range(1, 5))
    found = kinds(text)
    assert [t for k, t in found if k == "paragraph"] == [f"{LONG} Part {n}." for n in range(1, 5)]
    assert {t for k, t in found if k == "furniture"} == {"Annual Report of Ports", "1", "2", "3", "4"}


def test_footnotes_are_told_from_numbered_headings_and_items() -> None:
    text = (
        f"{LONG}¹ {LONG}²\n\n1. See the yearbook (2019), pp. 3-4.\n\n2. Ibid.\n\n1. The first port\n\n{LONG}\n\n"
        "We ask for two things:\n\n1. Open the port.\n2. Close the canal.\n"
    )
    assert [k for k, _ in kinds(text)] == [
        "paragraph",
        "footnote",
        "footnote",
        "heading",
        "paragraph",
        "paragraph",
        "item",
        "item",
    ]


def test_everything_under_references_is_a_footnote_until_the_next_heading() -> None:
    found = outline(f"# Report\n\n{LONG}\n\n## References\n\nA. Author, A book.\n\n## Annex\n\n{LONG}\n")
    assert [b.kind for b in found.blocks] == ["heading", "paragraph", "heading", "footnote", "heading", "paragraph"]


def test_sentence_over_a_page_is_one_block() -> None:
    text = "The Commission will meet to\n\nreview the agreement every year.\n"
    assert [t for _, t in kinds(text)] == [text.rstrip()]


def test_lines_of_a_hard_wrapped_text_are_put_together_up_to_a_short_one() -> None:
    text = (
        "The river runs through many countries and none of them can look\nafter it alone.\n"
        "Its seat is in a town on the bank, and it has met there each\nspring for as long as anyone can tell.\n"
    )
    assert [p.text.count("\n") for p in pieces(text)] == [1, 1]


def test_list_of_names_under_a_heading() -> None:
    text = f"{LONG}\n\nRiver Working Group\n\nAna Ruiz\nPer Holm\nJan de Wit\nMaría José Núñez\n\n{LONG}\n"
    assert [k for k, _ in kinds(text)] == ["paragraph", "heading", "names", "names", "names", "names", "paragraph"]


def test_scope_of_a_recommendation_list_ends_with_the_list() -> None:
    text = f"RECOMMENDATIONS\n\nOpen the port.\n\nClose the canal.\n\n{LONG * 6}\n\nOpen the lock.\n"
    found = outline(text)
    assert [text[b.start : b.end] for b in found.blocks if b.scope] == ["Open the port.", "Close the canal."]


def test_scope_goes_past_headings_only_where_the_list_begins_with_one() -> None:
    inside = outline("KEY RECOMMENDATIONS\n\nPorts\n\n- Open the port.\n\nCanals\n\n- Close the canal.\n")
    assert [b.scope for b in inside.blocks if b.kind == "item"] == [True, True]
    after = outline(f"KEY RECOMMENDATIONS\n\n- Open the port.\n\n1. Background\n\n{LONG}\n\n- The port is old.\n")
    assert [b.scope for b in after.blocks if b.kind == "item"] == [True, False]


def test_chapters_come_from_the_table_of_contents() -> None:
    text = (
        "Table of Contents\n\n3\tPorts and Rails\n\n9\tClean Water\n\n"
        f"PORTS AND RAILS\n\n{LONG}\n\nThe Port of Vienna\n\n{LONG}\n\n"
        f"CLEAN WATER\n\n{LONG}\n"
    )
    found = outline(text)
    assert [(s.title, s.chapter) for s in found.sections if s.chapter] == [
        ("PORTS AND RAILS", "ports"), ("The Port of Vienna", "ports"), ("CLEAN WATER", "water"),
    ]  # fmt: skip
    assert chapter_key("Security and Public Health") == "security"


def test_section_ids_are_unique() -> None:
    found = outline(f"# Ports\n\n{LONG}\n\n# Ports\n\n{LONG}\n")
    assert [s.id for s in found.sections] == ["ports", "ports-2"]


@given(st.text(alphabet=st.sampled_from("ab.A1- #*\n\f\t:¹•é“(")))
def test_blocks_are_in_order_inside_the_text_and_lose_no_word(text: str) -> None:
    found = blocks(text)
    ends = [0, *[b.end for b in found]]
    assert all(end <= b.start < b.end <= len(text) for end, b in zip(ends, found, strict=False))
    covered = "".join(text[b.start : b.end] for b in found)
    assert "".join(covered.split()) == "".join(text.split())


@given(st.text(alphabet=st.sampled_from("ab.A1- #*\n\t:¹•é“(<>_[]\\")))
def test_every_character_of_running_text_leads_back_to_itself(text: str) -> None:
    for flat in flats(text, blocks(text)):
        assert len(flat.text) == len(flat.offsets)
        for character, offset in zip(flat.text, flat.offsets, strict=True):
            assert text[offset] == character or (character == " " and text[offset].isspace())
