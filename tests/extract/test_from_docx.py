"""Word documents are made here, with the markup that `python-docx` does not write put in as XML."""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING

import docx
import pytest
from acuerdo.extract import extract
from acuerdo.extract.blocks import blocks
from acuerdo.extract.reading import read
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part as OpcPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from acuerdo.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from spacy.language import Language

NAMES = nsdecls("w")
REPORT = [
    ("h1", "Sharing the Öresund"),
    ("p", "Denmark and Sweden are neighbors. Denmark trades with Sweden, and Sweden with Denmark."),
    ("p", "The Öresund Committee was old. Sweden has agreed to publish its readings of the water every year.[^1]"),
    ("h2", "What the governments can do"),
    ("p", "Denmark and Sweden have shared a bridge since 2000. Denmark should reopen the night train by 2027."),
    ("p", "Both governments should:"),
    ("li0", "Strengthen the Öresund Committee."),
    ("li0", "Invest in the harbors of the two cities:"),
    ("li1", "the repair of the quays"),
    ("li1", "a longer breakwater"),
    ("li0", "Coordinate their tolls.[^2]"),
    ("p", "It is crucial for Denmark to test the alarm before every winter."),
    ("quote", "The bridge could be a laboratory for both countries."),
    ("h2", "Recommendations for Sweden"),
    ("li0", "A single ticket for the whole region."),
    ("li0", "Extend the railway to the north of the city."),
    ("fn", "See the yearbook of the Öresund Committee (2021)."),
    ("fn", "Ibid., where Sweden must pay."),
]


def paragraph(body: str, properties: str = "") -> object:
    return parse_xml(f"<w:p {NAMES}><w:pPr>{properties}</w:pPr>{body}</w:p>")


def run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def add(document: Document, *elements: object) -> None:
    """Put elements at the end of a document's body, before the properties of its last section."""
    for element in elements:
        document.element.body.insert(len(document.element.body) - 1, element)


def add_notes(document: Document, kind: str, texts: list[str]) -> None:
    notes = "".join(
        f'<w:{kind} w:id="{n}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + escape(t))}</w:p></w:{kind}>'
        for n, t in enumerate(texts, 1)
    )
    apart = f'<w:{kind} w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    blob = f"<w:{kind}s {NAMES}>{apart}{notes}</w:{kind}s>".encode()
    part = OpcPart(PackURI(f"/word/{kind}s.xml"), "application/xml", blob, document.part.package)
    document.part.relate_to(part, RELATION.FOOTNOTES if kind == "footnote" else RELATION.ENDNOTES)


def call(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def saved(document: Document, folder: Path, name: str = "report.docx") -> Path:
    document.save(str(folder / name))
    return folder / name


def text_of(document: Document, folder: Path) -> str:
    return read(saved(document, folder)).text


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.start : b.end]) for b in blocks(text)]


def changed(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Write a package anew, with one of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, data.replace(old, new, 1) if name == part else data)
    path.write_bytes(out.getvalue())
    return path


# The same report three times


def as_markdown(folder: Path) -> Path:
    marks = {"h1": "# ", "h2": "## ", "p": "", "li0": "- ", "li1": "    - ", "quote": "> "}
    lines, notes = [], 0
    for kind, text in REPORT:
        notes += kind == "fn"
        lines.append(f"[^{notes}]: {text}" if kind == "fn" else f"{marks[kind]}{text}")
    (folder / "report.md").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return folder / "report.md"


def as_html(folder: Path) -> Path:
    out, depth, notes = ["<!DOCTYPE html><title>x</title><nav>Sweden should not be read.</nav>"], 0, 0
    for kind, text in REPORT:
        wanted = int(kind[2]) + 1 if kind.startswith("li") else 0
        out.append("<ul>" * (wanted - depth) + "</ul>" * (depth - wanted))
        depth, notes = wanted, notes + (kind == "fn")
        words = text
        for n in (1, 2):
            words = words.replace(f"[^{n}]", f'<sup><a href="#n{n}">{n}</a></sup>')
        tag = "li" if wanted else "blockquote" if kind == "quote" else kind
        out.append(f'<p id="n{notes}">{notes}. {words}</p>' if kind == "fn" else f"<{tag}>{words}</{tag}>")
    (folder / "report.html").write_text("\n".join(out), encoding="utf-8")
    return folder / "report.html"


def as_docx(folder: Path) -> Path:
    document = docx.Document()
    styles = {"h1": "Heading 1", "h2": "Heading 2", "p": "Normal", "li0": "List Bullet", "li1": "List Bullet 2"}
    for kind, text in REPORT:
        if kind == "fn":
            continue
        written, _, note = text.partition("[^")
        added: Paragraph = document.add_paragraph(written, styles.get(kind, "Quote"))
        if note:
            added._p.append(parse_xml(call(int(note[0])).replace("<w:r>", f"<w:r {NAMES}>")))
    add_notes(document, "footnote", [text for kind, text in REPORT if kind == "fn"])
    return saved(document, folder)


def test_same_report_gives_the_same_statements_in_every_format(tmp_path: Path, nlp: Language) -> None:
    found = [extract(way(tmp_path), nlp=nlp) for way in (as_markdown, as_html, as_docx)]
    said = [
        [
            (s.kind, s.strength, s.action, s.actors, s.targets, s.deadline, s.section, " ".join(s.text.split()))
            for s in one.statements
        ]
        for one in found
    ]
    assert said[1] == said[0]
    assert said[2] == said[0]
    assert [s.text for s in found[0].statements][2:7] == [
        "Strengthen the Öresund Committee.",
        "Invest in the harbors of the two cities:",
        "the repair of the quays",
        "a longer breakwater",
        "Coordinate their tolls.",
    ]
    assert all(s.actors == ("dk-government", "se-government") for s in found[2].statements[2:7])
    for one in found:
        assert all(one.text[s.start : s.end] == s.text for s in one.statements)
        assert all(one.text[m.start : m.end] == m.text for e in one.entities for m in e.mentions)
        assert [e.id for e in one.entities] == [e.id for e in found[0].entities]
        assert "footnote" in {m.zone for e in one.entities for m in e.mentions}


def test_html_and_docx_of_a_report_have_one_canonical_text(tmp_path: Path) -> None:
    assert read(as_html(tmp_path)).text == read(as_docx(tmp_path)).text


# Structure


def test_headings_by_style_by_a_style_of_ones_own_and_by_outline_level(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The title", 0)
    document.add_heading("A chapter", 1)
    own = document.styles.add_style("Chapter heading", 1)
    own.base_style = document.styles["Heading 3"]
    document.add_paragraph("Of ones own", own)
    add(document, paragraph(run("By level"), '<w:outlineLvl w:val="1"/>'))
    document.add_paragraph("Text.")
    assert text_of(document, tmp_path) == "# The title\n\n# A chapter\n\n### Of ones own\n\n## By level\n\nText.\n"


NUMBERING = f"""<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/>
<w:lvlText w:val="Recommendation %1:"/></w:lvl></w:abstractNum>
<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="6"><w:abstractNumId w:val="1"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""


def test_lists_keep_nesting_and_the_numbers_that_are_shown(tmp_path: Path) -> None:
    document = docx.Document()
    document.part.numbering_part._element = parse_xml(NUMBERING)
    rows = [(5, 0), (5, 1), (5, 2), (5, 2), (5, 3), (5, 1), (5, 0), (5, 1), (6, 0), (6, 0), (7, 0), (7, 0)]
    for number, level in rows:
        given = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        add(document, paragraph(run("Dig"), given))
    assert text_of(document, tmp_path).splitlines() == [
        "- 3. Dig",
        "    - 3.1. Dig",
        "        - (i) Dig",
        "        - (ii) Dig",
        "            - Dig",
        "    - 3.2. Dig",
        "- 4. Dig",
        "    - 4.1. Dig",
        "- 1. Dig",
        "- 2. Dig",
        "- Recommendation A: Dig",
        "- Recommendation B: Dig",
    ]


def test_style_gives_a_list_and_no_number_takes_it_away(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("The ports should:")
    document.add_paragraph("open;", "List Number")
    document.add_paragraph("They are shut.", "List Continue")
    document.add_paragraph("pay.", "List Number")
    document.add_paragraph("Text.", "List Number")._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {NAMES}><w:numId w:val="0"/></w:numPr>')
    )
    document.paragraphs[-1].style = document.styles["Normal"]
    found = blocks(text_of(document, tmp_path))
    assert [(b.kind, b.stem) for b in found] == [("paragraph", -1), ("item", 0), ("item", 0), ("paragraph", -1)]


def test_tables_of_data_boxes_and_nested_tables(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("Who", "What", "The Port Authority", "Dig"), strict=True):
        cell.text = words
    inner = table.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Deep", "Wide"
    table.cell(1, 1).add_paragraph("open the lock", "List Bullet")
    document.add_table(1, 1).cell(0, 0).text = "A box."
    found = kinds(text_of(document, tmp_path))
    assert found == [
        ("paragraph", "Who"),
        ("paragraph", "What"),
        ("paragraph", "The Port Authority"),
        ("paragraph", "Dig"),
        ("paragraph", "Deep"),
        ("paragraph", "Wide"),
        ("item", "- open the lock"),
        ("paragraph", "A box."),
    ]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Wide"
    table.cell(1, 0).text = "Narrow"
    assert text_of(document, tmp_path) == "| Wide\n\n| Narrow\n"


def test_quotes_text_boxes_line_breaks_and_special_characters(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("A quote.", "Intense Quote")
    box = f"<w:txbxContent><w:p>{run('A pull quote.')}</w:p></w:txbxContent>"
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choices = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    both = f"<mc:AlternateContent {names}>{choices}</mc:AlternateContent>"
    add(
        document,
        paragraph(f"{run('Text')}<w:r>{both}</w:r>{run('  goes on.')}"),
        paragraph("<w:r><w:t>high</w:t><w:noBreakHyphen/><w:t>wa\u00adter,\u00a0mark</w:t><w:br/><w:t>Two</w:t></w:r>"),
        paragraph(f'<w:r><w:instrText>PAGEREF x</w:instrText></w:r>{run("Three")}<w:r><w:br w:type="page"/></w:r>'),
    )
    assert text_of(document, tmp_path) == (
        "> A quote.\n\nText goes on.\n\n> A pull quote.\n\nhigh-water, mark\nTwo\n\nThree\n"
    )


def test_bold_paragraph_is_a_heading_and_hidden_text_goes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph().add_run("What the ports need").bold = True
    document.add_paragraph("They need ").add_run("water").bold = True
    document.paragraphs[-1].add_run(" and no more").font.hidden = True
    document.paragraphs[-1].add_run(".")
    assert kinds(text_of(document, tmp_path)) == [
        ("heading", "**What the ports need**"),
        ("paragraph", "They need water."),
    ]


def test_table_of_contents_headers_and_comments_are_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    add(
        document,
        parse_xml(f"<w:sdt {NAMES}>{gallery}<w:sdtContent><w:p>{run('Ports 3')}</w:p></w:sdtContent></w:sdt>"),
        parse_xml(f"<w:sdt {NAMES}><w:sdtContent><w:p>{run('Text.')}</w:p></w:sdtContent></w:sdt>"),
    )
    toc = document.styles.add_style("toc 1", 1)
    document.add_paragraph("Ports\t3", toc)
    document.sections[0].header.paragraphs[0].text = "Running head"
    document.add_comment(document.add_paragraph("More.").runs, text="A remark")
    assert text_of(document, tmp_path) == "Text.\n\nMore.\n"


# Notes and tracked changes


def test_footnotes_and_endnotes_stand_at_the_end_in_the_order_of_the_text(tmp_path: Path) -> None:
    document = docx.Document()
    add(
        document,
        paragraph(f"{run('It is long.')}{call(2)}{run(' It is')}{call(1)}{run(' wide.')}{call(1, 'endnote')}"),
        paragraph(f"{run('The ports should:')}{call(2)}"),
    )
    document.add_paragraph("open.", "List Bullet")
    add_notes(document, "footnote", ["Another one.", "A book &c.", "Not called."])
    add_notes(document, "endnote", ["A remark."])
    found = text_of(document, tmp_path)
    assert found.startswith("It is long.[^1] It is[^2] wide.[^e1]\n\nThe ports should:[^1]\n\n- open.\n\n")
    assert [t for k, t in kinds(found) if k == "footnote"] == [
        "[^2]: Another one.", "[^1]: A book &c.", "[^e1]: A remark.",
    ]  # fmt: skip
    assert [b.stem for b in blocks(found) if b.kind == "item"] == [1]


def test_inserted_text_counts_and_deleted_text_does_not(tmp_path: Path) -> None:
    document = docx.Document()
    by = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
    gone = f"<w:rPr><w:del {by}/></w:rPr>"
    row = f"<w:tr><w:tc><w:p>{run('kept')}</w:p></w:tc><w:tc><w:p>{run('too')}</w:p></w:tc></w:tr>"
    add(
        document,
        paragraph(
            f"{run('Sweden ')}<w:del {by}>{run('must', 'delText')}</w:del><w:ins {by}>{run('should')}</w:ins>"
            f"<w:moveFrom {by}>{run(' never')}</w:moveFrom><w:moveTo {by}>{run(' now')}</w:moveTo>{run(' pay.')}"
        ),
        paragraph(run("It is"), gone),
        paragraph(run(" one paragraph.")),
        paragraph(f"<w:del {by}>{run('Nothing', 'delText')}</w:del>", gone),
        parse_xml(f"<w:tbl {NAMES}>{row}{row.replace('<w:tr>', f'<w:tr><w:trPr><w:del {by}/></w:trPr>')}</w:tbl>"),
        parse_xml(f"<w:ins {NAMES} {by}><w:p>{run('Added.')}</w:p></w:ins>"),
        paragraph(run("The end"), gone),
    )
    assert text_of(document, tmp_path) == (
        "Sweden should now pay.\n\nIt is one paragraph.\n\n| kept\n\n| too\n\nAdded.\n\nThe end\n"
    )


# What cannot be read


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name, data in members.items():
            written.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not a whole DOCX"),
        (b"The ports should open.", "not a whole DOCX"),
        (b"<html><p>Ports</p></html>", "not a whole DOCX"),
        (archive(), "not a whole DOCX"),
        (archive(a="b"), "not a whole DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500, "older format"),
    ],
)
def test_what_is_no_word_document_is_one_clear_error(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "report.docx").write_bytes(data)
    with pytest.raises(InputError, match=rf"E104.*report\.docx.*{reason}"):
        read(tmp_path / "report.docx")


@pytest.mark.parametrize("missing", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_package_without_one_of_its_parts(tmp_path: Path, missing: str) -> None:
    path = as_docx(tmp_path)
    out = io.BytesIO()
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            if name != missing:
                after.writestr(name, before.read(name))
    path.write_bytes(out.getvalue())
    with pytest.raises(InputError, match=r"E104.*not a whole DOCX"):
        read(path)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.999])
def test_document_cut_short(tmp_path: Path, share: float) -> None:
    path = as_docx(tmp_path)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(InputError, match=r"E104.*not a whole DOCX"):
        read(path)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"])
def test_part_that_is_no_xml(tmp_path: Path, part: str) -> None:
    with pytest.raises(InputError, match=r"E104.*not a whole DOCX"):
        read(changed(as_docx(tmp_path), part, b"</w:", b"</x:"))


def test_entities_of_its_own_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document '
    with pytest.raises(InputError, match=r"E104.*word/document\.xml.*entities"):
        read(changed(as_docx(tmp_path), "word/document.xml", b"<w:document ", bomb))
    hidden = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w SYSTEM "file:///etc/passwd"><w/>'.encode("utf-16")
    (tmp_path / "report.docx").write_bytes(archive(**{"word/footnotes.xml": ""}))
    with zipfile.ZipFile(tmp_path / "report.docx", "w") as written:
        written.writestr("word/footnotes.xml", hidden)
    with pytest.raises(InputError, match=r"E104.*footnotes\.xml.*entities"):
        read(tmp_path / "report.docx")


def test_document_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("acuerdo.extract.docx_xml._LARGEST", 1_000)
    with pytest.raises(InputError, match=r"E104.*unpacked"):
        read(as_docx(tmp_path))


def test_document_without_text_and_one_with_another_suffix(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"E104.*no text"):
        read(saved(docx.Document(), tmp_path))
    for name in ("report.txt", "report.html", "report"):
        with pytest.raises(InputError, match=r"E104.*\.docx"):
            read(as_docx(tmp_path).rename(tmp_path / name))


def test_what_a_document_links_to_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError(args)

    monkeypatch.setattr("socket.socket.connect", refuse)
    document = docx.Document()
    document.add_paragraph("Text.")
    document.part.relate_to("http://127.0.0.1/notes.xml", RELATION.FOOTNOTES, is_external=True)
    document.part.relate_to("http://127.0.0.1/a.png", RELATION.IMAGE, is_external=True)
    assert text_of(document, tmp_path) == "Text.\n"
