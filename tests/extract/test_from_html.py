from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from acuerdo.extract import extract
from acuerdo.extract.blocks import blocks
from acuerdo.extract.reading import read
from acuerdo.extract.sections import outline
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from acuerdo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from spacy.language import Language

    Page = Callable[..., str]

ABOUT_TWO = "<p>Norway and Sweden are neighbors. Norway trades with Sweden, and Sweden with Norway.</p>" * 4
PIECES = [
    "<p>", "</p>", "<ul>", "<li>", "</ul>", "<ol type=a start=9>", "<table>", "<td>", "</table>", "<br>", "<b>", "</b>",
    "<h2>", "</h2>", "<aside>", "</aside>", "<sup><a href='#n'>1</a></sup>", "<a name=n>", "<p id=n>", "<blockquote>",
    "<header>", "<footer>", "<main>", "</main>", "<article>", "<del>", "</del>", "&nbsp;", "&#12;", "&shy;", "# ", "| ",
    "Norway should act. ", "The ministers should:", "1. ", "\n", "<section class=footnotes>", "</section>", "<q>", "]",
]  # fmt: skip


@pytest.fixture
def text(tmp_path: Path) -> Page:
    """Canonical text of an HTML body."""

    def canonical(body: str, head: str = "<title>A page</title>") -> str:
        path = tmp_path / "page.html"
        path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
        return read(path).text

    return canonical


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def test_headings_paragraphs_and_lists_are_written_as_markdown(text: Page) -> None:
    body = """<h1>The  Öresund&nbsp;&amp; its
        bridges</h1><p>One
        line.</p><h3>Trains</h3><ul><li>Run <em>more</em> trains.<li><p>Sell one ticket.</p></ul>"""
    assert text(body) == (
        "# The Öresund & its bridges\n\nOne line.\n\n### Trains\n\n- Run more trains.\n- Sell one ticket.\n"
    )


def test_lists_keep_nesting_and_numbers(text: Page) -> None:
    body = """<ol start=3><li>Dig<ul><li>deep<li>wide<ol type=i><li>first<li>then</ol></ul><li value=9>Fill</ol>
        <ol type=A><li>one<li>two</ol>"""
    assert text(body).splitlines() == [
        "- 3. Dig",
        "    - deep",
        "    - wide",
        "        - i. first",
        "        - ii. then",
        "- 9. Fill",
        "- A. one",
        "- B. two",
    ]


def test_numbered_items_with_years_are_items_and_not_notes(text: Page) -> None:
    found = text("<p>The plan</p><ol><li>Reopen the line by 2027.<li>Rebuild the bridge by 2030.<li>Open Ports</ol>")
    assert [k for k, _ in kinds(found)] == ["paragraph", "item", "item", "item"]


def test_item_of_several_paragraphs_stays_one_and_the_next_keeps_its_stem(text: Page) -> None:
    found = blocks(text("<p>The ports should:</p><ul><li><p>Open.</p><p>They are shut.</p><li>Pay<br>Twice.</ul>"))
    assert [(b.kind, b.stem) for b in found] == [("paragraph", -1), ("item", 0), ("item", 0)]


def test_line_breaks_part_lines_and_two_of_them_paragraphs(text: Page) -> None:
    assert text("<p>One<br>Two<br/><br>Three</p>Four<div>Five</div>") == "One\nTwo\n\nThree\n\nFour\n\nFive\n"


def test_what_is_no_content_is_left_out(text: Page) -> None:
    furniture = """<script>let ports = "should";</script><style>p {}</style><noscript>No script</noscript>
        <header>The ministry <a href="/">Home</a></header><nav><ul><li>About</ul></nav>
        <div role="navigation">Paths</div><div id="cookie-banner">We should set cookies.</div>
        <div class="cmp cookieconsent">Cookies</div><div role="dialog">Sign up</div><p hidden>Hidden</p>
        <p style="color:red; display: none">Unseen</p><span aria-hidden="true">Icon</span><template>T</template>
        <ul class="breadcrumb"><li>You are here</ul><a class="skip-link" href="#c">Skip</a><button>Press</button>
        <ul><li><a href="#ports">Ports of the north</a></ul><aside>See <a href="/x">The ports should pay</a></aside>
        <del>Deleted</del><svg><text>Drawn</text></svg><!-- a comment --><footer>Ports must not be copied.</footer>"""
    assert text(f"{furniture}<h1 id=ports>Ports</h1><p>They are <ins>all</ins> open.</p>{furniture}") == (
        "# Ports\n\nThey are all open.\n"
    )


def test_main_is_the_content_and_a_header_in_it_counts(text: Page) -> None:
    body = "<h2>Site</h2><p>Latest news</p><main><header><h1>Ports</h1><p>By Ada Holm</p></header>Text.</main>"
    assert text(body) == "# Ports\n\nBy Ada Holm\n\nText.\n"


@pytest.mark.parametrize("page", ["<header><h1>Ports</h1><a href='/'>Home</a></header>", "<h1>Ports</h1>"])
def test_title_that_stands_outside_the_content_is_kept(text: Page, page: str) -> None:
    assert text(f"{page}<main><p>Text.</p></main>") == "# Ports\n\nText.\n"


def test_section_whose_id_is_a_word_for_furniture_is_content(text: Page) -> None:
    assert text("<section id=navigation><h2 id=menu>Navigation</h2>Text.</section>") == "## Navigation\n\nText.\n"


def test_heading_over_contents_goes_with_them(text: Page) -> None:
    found = text("<h2>Contents</h2><ul><li><a href='#p'>Ports</a></ul><h1 id=p>Ports</h1><p>Text.</p>")
    assert [s.chapter for s in outline(found).sections] == ["ports"]


def test_cells_are_paragraphs_in_reading_order_and_never_headings(text: Page) -> None:
    found = text(
        "<table><tr><th>Who<th>Recommendations<tr><td>The Port Authority<td>GDP"
        "<tr><td>Dig<br>the canal<td>It should<ul><li>pay</ul></table><p>And more.</p>"
    )
    assert kinds(found) == [
        ("paragraph", "Who"),
        ("paragraph", "Recommendations"),
        ("paragraph", "The Port Authority"),
        ("paragraph", "GDP"),
        ("paragraph", "Dig\n  the canal"),
        ("paragraph", "It should"),
        ("item", "- pay"),
        ("paragraph", "And more."),
    ]


@pytest.mark.parametrize(
    "table", ["<table><tr><td>A <b>box</b>.</table>", "<table role=presentation><tr><td>A box.<td></table>"]
)
def test_table_that_is_a_box_or_a_layout_is_text(text: Page, table: str) -> None:
    assert text(table) == "A box.\n"


def test_quotes_and_asides_are_blocks_of_their_own(text: Page) -> None:
    found = text(
        "<p>It is long.</p><blockquote>One sentence.<br>Another</blockquote><aside>A Pull Quote</aside><p>After.</p>"
    )
    assert found == "It is long.\n\n> One sentence.\n> Another\n\n> A Pull Quote\n\nAfter.\n"
    assert "heading" not in [k for k, _ in kinds(found)]


def test_paragraph_in_bold_is_a_heading(text: Page) -> None:
    found = text("<p><strong>What the ports need</strong></p><p>They <b>need</b> water.</p>")
    assert kinds(found) == [("heading", "**What the ports need**"), ("paragraph", "They need water.")]


def test_hash_at_the_beginning_of_a_paragraph_makes_no_heading(text: Page) -> None:
    assert kinds(text("<p># not a heading</p>")) == [("paragraph", "\\# not a heading")]


NOTED = {
    "endnotes": """<p>It is long.<sup id=r1><a href="#fn1">1</a></sup>
        It is <a href="#fn:2" role="doc-noteref">2</a> wide.</p>
        <section role="doc-endnotes"><h2>Notes</h2><ol><li id=fn1>A book. <a href="#r1">↩</a><li id="fn:2">Another one.
        </ol></section>""",
    "wiki": """<p>It is long.<sup class=reference id=cite_ref-1><a href="#cite_note-1">[1]</a></sup>
        It is<sup><a href="#cite_note-2">[2]</a></sup> wide.</p><ol class=references><li id=cite_note-1><b>
        <a href="#cite_ref-1">^</a></b> A book.<li id=cite_note-2>Another one.</ol>""",
    "kramdown": """<p>It is long.<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>
        It is<sup class="footnote" id="fnref:2"><a href="#fn:2">2</a></sup> wide.</p>
        <div class="footnotes"><ol><li id="fn:1"><p>A book.
        <a href="#fnref:1" class="reversefootnote">&#8617;</a></p></li>
        <li id="fn:2"><p>Another one.
        <a href="#fnref:2">&#8617;</a></p></ol></div>""",
    "government": """<p>It is long.<sup id="fnref:1"><a href="#fn:1" rel="footnote">[footnote 1]</a></sup>
        It is<sup id="fnref:2"><a href="#fn:2" rel="footnote">[footnote 2]</a></sup> wide.</p>
        <div role="doc-endnotes"><ol><li id="fn:1" role="doc-endnote">A book. <a role="doc-backlink" href="#fnref:1">
        Return</a><li id="fn:2">Another one.</ol></div>""",
    "gazette": """<p>It is long.<a id="ntc1" href="#ntr1">(<span>1</span>)</a> It is<a id="ntc2" href="#ntr2">(2)</a>
        wide.</p><hr><p class="note"><a id="ntr1" href="#ntc1">(1)</a> A book.</p><p><a id="ntr2" href="#ntc2">(2)</a>
        Another one.</p>""",
    "word": """<p>It is long.<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>
        It is<a href="#_ftn2" name="_ftnref2">[2]</a> wide.</p>
        <div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> A book.</p></div>
        <div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a> Another one.</p></div>""",
    "aside": """<p>It is long.<sup><a href="#a">1</a></sup></p><aside role="doc-footnote" id=a>1. A book.</aside>
        <p>It is<sup><a href="#b">2</a></sup> wide.</p>
        <aside role="doc-footnote" id=b><p>Another</p><p>one.</p></aside>""",
    "footer": """<main>It is long.<sup><a href="#a">1</a></sup> It is<sup><a href="#b">2</a></sup> wide.</main>
        <footer><p id=a>1 A book.</p><p><a name=b></a>2 Another one.</p></footer>""",
}  # fmt: skip


@pytest.mark.parametrize("way", NOTED)
def test_notes_are_footnotes_however_they_are_marked(text: Page, way: str) -> None:
    found = text(NOTED[way])
    assert [t for k, t in kinds(found) if k == "footnote"] == ["[^1]: A book.", "[^2]: Another one."]
    body = " ".join(t for k, t in kinds(found) if k != "footnote")
    assert " ".join(body.replace(" [^", "[^").split()) == "It is long.[^1] It is[^2] wide."


def test_numbers_of_notes_that_begin_again_are_told_apart(text: Page) -> None:
    chapter = "<p>Text.<sup><a href='#{0}'>{1}</a></sup></p><p id={0}>{1} Note {0}.</p>"
    found = text(chapter.format("a", 1) + chapter.format("b", 1) + chapter.format("c", "*"))
    assert found.splitlines()[::2] == [
        "Text.[^1]", "Text.[^1_2]", "Text.[^3]", "[^1]: Note a.", "[^1_2]: Note b.", "[^3]: Note c.",
    ]  # fmt: skip


def test_raised_figures_that_lead_nowhere_stay_raised(text: Page) -> None:
    found = text("<p>Nine km<sup>2</sup> of H<sub>2</sub>O on the 1<sup>st</sup>.<sup>3,4</sup></p>")
    assert found == "Nine km² of H2O on the 1st.³ ⁴\n"


def test_link_to_a_section_is_no_call_for_a_note(text: Page) -> None:
    found = text("<p>See <a href='#s2'>2</a>.</p><section id=s2><p>Text.</p></section>")
    assert found == "See 2.\n\nText.\n"
    found = text(
        "<p>See <a id=t href='#s2'>2</a>.</p><section id=s2><h2>Two <a href='#t'>2</a></h2><p>Text.</p></section>"
    )
    assert found == "See 2.\n\n## Two 2\n\nText.\n"


def test_items_under_a_stem_have_its_actors(tmp_path: Path, nlp: Language) -> None:
    body = "<p>The two governments should:</p><ul><li>publish the data;<li>the repair of the bridge.</ul>"
    page = tmp_path / "page.html"
    page.write_text(
        f"<h1>The Border</h1>{ABOUT_TWO}{body}<p>Text.<sup><a href='#n'>1</a></sup></p><p id=n>1 Sweden should pay."
    )
    found = extract(page, nlp=nlp)
    assert [(s.text, s.strength, s.actors) for s in found.statements] == [
        ("publish the data;", "should", ("no-government", "se-government")),
        ("the repair of the bridge.", "should", ("no-government", "se-government")),
    ]
    assert all(found.text[s.start : s.end] == s.text for s in found.statements)
    assert "footnote" in {m.zone for e in found.entities for m in e.mentions}


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<META http-equiv=content-type content='text/html; charset=windows-1250'>", "cp1250"),
        ("<?xml version='1.0' encoding='Shift_JIS'?>", "shift_jis"),
        ("<meta charset=utf-16>", "utf-8"),
    ],
)
def test_declared_encoding_or_a_mark_or_utf_8(tmp_path: Path, head: str, encoding: str) -> None:
    words = "ポート" if encoding == "shift_jis" else "Zürich – Malmö" if encoding.startswith("utf") else "Zürich – Ö"
    (tmp_path / "page.htm").write_bytes(f"{head}<p>{words}</p>".encode(encoding))
    assert read(tmp_path / "page.htm").text == f"{words}\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"Ports, and no markup", "not HTML"),
        (b"<html><head><title>Ports</title></head><body><script>1</script></body></html>", "no text"),
        (b"<p>\x89PNG\x00\x01</p>", "byte 3"),
        (b"<p>\x00\x01</p>", "control character"),
        (b"<p>Z\xfcrich</p>", "byte 4"),
        (b"<meta charset=utf-8><p>Z\xfcrich</p>", "utf-8"),
        (b"<meta charset=no-such><p>A</p>", "no-such"),
        (b"<meta charset=zlib><p>A</p>", "zlib"),
        (b"PK\x03\x04 and more", "zip"),
        (b"<div>" * 300 + b"deep", "depth"),
        (b'<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><p>&b;</p>', "entities"),
    ],
)
def test_what_cannot_be_read_is_one_clear_error(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "page.html").write_bytes(data)
    with pytest.raises(InputError, match=rf"E104.*page\.html.*{reason}"):
        read(tmp_path / "page.html")


def test_nothing_that_a_page_links_to_is_loaded(text: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError(args)

    monkeypatch.setattr("socket.socket.connect", refuse)
    (tmp_path / "secret").write_text("a secret")
    head = "<link rel=stylesheet href='http://127.0.0.1/a.css'><base href='http://127.0.0.1/'>"
    body = f"<iframe src='{tmp_path}/secret'></iframe><object data='secret'></object><img src='http://127.0.0.1/b'>"
    assert text(f"{body}<p>&#37;x; &x; Ports.</p>", head) == "%x; &x; Ports.\n"


def test_library_is_loaded_only_for_such_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ports.")
    code = (
        "import sys, pathlib; from acuerdo.extract.reading import read; read(pathlib.Path(sys.argv[1])); "
        "print([m for m in ('lxml', 'docx') if m in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-P", "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_no_page_makes_it_fail_and_none_loses_a_sentence(tmp_path: Path, pieces: list[str]) -> None:
    page = tmp_path / "any.html"
    page.write_text("<p>First.</p>" + "".join(pieces), encoding="utf-8")
    found = read(page).text
    assert found.startswith(("First.", "#")) or "<main>" in pieces
    assert found.endswith("\n")
    assert not {"\f", "\r", "\xa0", "\xad"} & set(found)
    ends = [0, *[b.end for b in blocks(found)]]
    assert all(end <= b.start < b.end <= len(found) for end, b in zip(ends, blocks(found), strict=False))
