from __future__ import annotations

from pathlib import Path

import pytest
from acuerdo.extract.decoding import canonical
from acuerdo.extract.reading import read

from acuerdo.errors import InputError

DATA = Path(__file__).parents[1] / "data"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Señal\r\nclara\r".encode(), "Señal\nclara\n"),
        ("\ufeffBOM".encode(), "BOM"),
        ("Señal".encode("utf-16"), "Señal"),
        ("Señal".encode("cp1252"), "Señal"),
    ],
)
def test_text_of_any_common_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(written(tmp_path, "report.txt", data)).text == text


def test_name_is_the_file_without_its_folder(tmp_path: Path) -> None:
    assert read(written(tmp_path, "report.md", b"# Title")).name == "report.md"


def test_text_with_line_feeds_is_left_as_it_is() -> None:
    text = "One  line\n\n\ttwo  \n"
    assert canonical(text) == text


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"E103.*nowhere\.txt"):
        read(tmp_path / "nowhere.txt")


def test_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="E103"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "place"),
    [
        ("junk.txt", b"a line\n\x00\x01\x02\xff", "line 2"),
        ("junk.bin", bytes(range(256)), "junk.bin"),
        ("broken.pdf", b"%PDF-1.4\nnothing more", "broken.pdf"),
        ("no.pdf", b"", "no.pdf"),
        ("text.pdf", b"This is no PDF", "text.pdf"),
    ],
)
def test_what_cannot_be_read_names_file_and_place(tmp_path: Path, name: str, data: bytes, place: str) -> None:
    with pytest.raises(InputError) as caught:
        read(written(tmp_path, name, data))
    assert caught.value.code == "E104"
    assert name in str(caught.value)
    assert place in str(caught.value)


def test_pdf_cut_short(tmp_path: Path) -> None:
    half = (DATA / "brief.pdf").read_bytes()[:400]
    with pytest.raises(InputError, match="E104"):
        read(written(tmp_path, "half.pdf", half))


def test_pdf_without_text_says_so(tmp_path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    document.new_page(200, 200).close()
    document.save(tmp_path / "scan.pdf")
    document.close()
    with pytest.raises(InputError, match=r"E104.*no text layer"):
        read(tmp_path / "scan.pdf")


def test_pdf_pages_are_joined_by_a_form_feed() -> None:
    source = read(DATA / "brief.pdf")
    assert source.text.count("\f") == 1
    assert "KEY RECOMMENDATIONS" in source.text
    assert "\r" not in source.text


def test_committed_pdf_is_what_its_script_writes() -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("make_brief_pdf", DATA / "make_brief_pdf.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.brief() == (DATA / "brief.pdf").read_bytes()


def test_hyphen_at_a_line_end_goes_only_where_the_word_occurs() -> None:
    from acuerdo.extract.from_pdf import mended

    assert mended("a treaty. The trea\ufffe\nty and high\ufffe\nquality") == "a treaty. The treaty and high-quality"
