"""The Python face, the texts at hand, and files written whole."""

from __future__ import annotations

import hashlib
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from acuerdo.ontology.model import Passage, Source

import acuerdo
from acuerdo.errors import CODES, InputError, Problem, RegistryError, StoreError
from acuerdo.files import write_whole
from acuerdo.settings import settings
from acuerdo.texts import find_texts, moved, text_files

TEXT = "The council should meet again."


def source(text: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source("memo", {"en": "Memo"}, "City", "2020", "https://example.org", "primary", "en", digest)


def test_a_date_may_be_a_date_or_its_text() -> None:
    graph = acuerdo.open()
    one = graph.ask("who-must-act", "hled", as_of=date(2021, 6, 1))
    other = graph.ask("who-must-act", "hled", as_of="2021-06-01")
    assert [row.chain for row in one.rows] == [row.chain for row in other.rows]


def test_networkx_and_rdflib_hold_the_facts() -> None:
    graph = acuerdo.open()
    assert {key for _, _, key in graph.to_networkx().edges(keys=True)} == set(graph.dataset.facts)
    assert len(graph.to_rdflib()) > 10 * len(graph.dataset.facts)


def test_no_registry_is_an_empty_graph() -> None:
    assert not acuerdo.open(registry=["none"]).dataset.facts


def test_a_text_is_known_by_its_hash_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "anything.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text("Something else.")
    (tmp_path / "memo.pdf").write_text(TEXT)
    assert find_texts({"memo": source(TEXT)}, text_files([], tmp_path)) == {"memo": TEXT}


def test_a_passage_whose_text_is_another_is_reported() -> None:
    good = Passage("memo", 0, 3, hashlib.sha256(b"The").hexdigest())
    bad = Passage("memo", 4, 11, hashlib.sha256(b"mayors").hexdigest())
    assert [(p.code, p.key) for p in moved([good, bad], {"memo": TEXT})] == [("E213", "memo@4-11")]
    assert list(moved([bad], {})) == []


@pytest.mark.parametrize("missing", ["report", "folder"])
def test_a_text_that_is_not_there_is_an_input_error(tmp_path: Path, missing: str) -> None:
    nowhere = tmp_path / "nowhere"
    with pytest.raises(InputError, match="E103"):
        text_files([nowhere] if missing == "report" else [], nowhere if missing == "folder" else None)


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    target = tmp_path / "out.nt"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_target_that_cannot_be_written_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "out.nt").mkdir()
    with pytest.raises(InputError, match="E107"):
        write_whole(tmp_path / "out.nt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["out.nt"]


def test_settings_come_from_the_environment() -> None:
    found = settings({"ACUERDO_HOME": "/h", "ACUERDO_SOURCES": "/s", "NEO4J_PASSWORD": "p"})
    assert (found.home, found.sources, found.neo4j_user, found.neo4j_password) == (Path("/h"), Path("/s"), "neo4j", "p")
    assert settings({"ACUERDO_SOURCES": ""}).sources is None


def test_errors_have_a_code_a_message_and_an_exit_code() -> None:
    assert str(StoreError("E303", "here")) == "E303 no graph has been built: here"
    assert (StoreError("E303", "").exit_code, InputError("E101", "").exit_code) == (3, 2)
    problems = RegistryError([Problem("b.yaml", 2, "E205", "k", "d"), Problem("a.yaml", 9, "E205", "k", "d")])
    assert [problem.file for problem in problems.problems] == ["a.yaml", "b.yaml"]


def test_every_code_is_raised_somewhere() -> None:
    packages = [
        acuerdo,
        *map(import_module, ("acuerdo.extract", "acuerdo.graph", "acuerdo.ontology", "acuerdo.queries")),
    ]
    files = {path for package in packages for path in Path(package.__path__[0]).rglob("*.py")}
    code = "".join(path.read_text(encoding="utf-8") for path in sorted(files) if path.name != "errors.py")
    assert not [name for name in CODES if f'"{name}"' not in code]


def test_rows_have_a_field_for_each_column_of_its_type() -> None:
    answer = acuerdo.open().ask("who-must-act", "hled", as_of="2021-06-01")
    row = answer.rows[0]
    assert (type(row.body), type(row.steps), type(row.generic), type(row.chain)) == (str, int, bool, list)
    with pytest.raises(AttributeError):
        row.body = "another"  # a row is a value


def test_an_answer_is_a_data_frame() -> None:
    answer = acuerdo.open().ask("members", "hled", as_of="2014-01-01")
    frame = answer.to_pandas()
    assert list(frame.columns) == list(answer.columns)
    assert frame["member"].tolist() == [row.member for row in answer.rows]


@pytest.mark.parametrize(("lang", "words"), [("en", "is led by"), ("es", "por qué")])
def test_an_answer_shows_itself_in_a_notebook(lang: str, words: str) -> None:
    answer = acuerdo.open().ask("members", "hled", as_of="2014-01-01", lang=lang)
    page = answer._repr_html_()
    assert words in page
    assert page.count("<tr>") == len(answer.rows) + 1
    assert all(row.name in page for row in answer.rows)


def test_what_if_in_python() -> None:
    graph = acuerdo.open()
    day = date(2021, 6, 1)
    found = graph.what_if(delay={"restore-hled": "2026-01-01"}, as_of=day, lang="es")
    assert {row.outcome for row in found.rows} == {"delayed"}
    assert graph.what_if(without=["SRE"], as_of=day).about == "Secretariat of Foreign Relations does not act"
    assert graph.reach("hled", as_of=day).rows[0].size == len(graph.reach("hled", as_of=day).rows[0].bodies)


def test_networkx_as_of_a_day_has_the_facts_of_that_day() -> None:
    graph = acuerdo.open()
    then = graph.to_networkx(as_of="2014-01-01")
    assert then.has_edge("ustr", "hled")
    assert 0 < then.number_of_edges() < graph.to_networkx().number_of_edges()
