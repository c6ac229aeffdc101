"""The command line: what it prints, its exit codes, and that wrong input changes nothing."""

from __future__ import annotations

import csv
import io
import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.graph.exports.network import read_graphml
from acuerdo.graph.exports.rdf_reader import read_rdf

if TYPE_CHECKING:
    from conftest import Command

HLED = ("ask", "who-must-act", "hled", "--as-of", "2021-06-01")


def rows(built: Command, *words: str) -> list[dict[str, Any]]:
    return json.loads(built(*HLED, "--json", *words).out)["rows"]


def test_a_second_build_writes_nothing(built: Command) -> None:
    run = built("build")
    assert run.code == 0
    assert "Nothing was written" in run.out


def test_build_says_which_text_is_not_here_and_where_it_is_published(acuerdo: Command) -> None:
    run = acuerdo("build")
    assert run.code == 0
    assert "0 of " in run.out
    assert "https://usmex.ucsd.edu/" in run.out


def test_the_answer_names_those_who_led_the_dialogue_on_each_side(built: Command) -> None:
    led = {row["body"] for row in rows(built) if row["role"] == "co-chair"}
    assert led == {"us-state-department", "us-commerce-department", "ustr", "economia", "shcp", "sre"}


def test_the_answer_names_whom_the_report_asks_and_what_it_makes_a_condition(built: Command) -> None:
    found = {(row["body"], row["role"]) for row in rows(built)}
    assert {("us-government", "responsible"), ("mx-government", "responsible")} <= found
    assert {("cabinet-level-leaders", "lead"), ("binational-working-groups", "condition")} <= found
    assert ("stakeholder-mechanisms", "condition") in found
    assert {"private-sector", "border-communities", "subnational-governments"} <= {body for body, _ in found}


def test_an_unrelated_body_is_not_in_the_answer(built: Command) -> None:
    assert not {"comar", "pemex", "unhcr", "inm"} & {row["body"] for row in rows(built)}


def test_every_row_has_a_reason_and_evidence(built: Command) -> None:
    for row in rows(built):
        assert row["why"]
        assert row["steps"] == len(row["chain"])
        assert {citation["fact"] for citation in row["evidence"]} == set(row["chain"])


def test_without_the_text_the_answer_is_the_same_without_quotes(built: Command, sources: Path) -> None:
    with_text = json.loads(built(*HLED, "--json", "--report", str(sources / "forum-2025.txt")).out)
    without = json.loads(built(*HLED, "--json").out)
    quotes = [citation for row in with_text["rows"] for citation in row["evidence"] if citation["start"] is not None]
    assert quotes
    assert all(citation["quote"] for citation in quotes)
    for citation in quotes:
        citation["quote"] = ""
    assert with_text == without
    assert "https://usmex.ucsd.edu/" in built(*HLED).out


def test_a_folder_of_sources_gives_quotes_too(built: Command, sources: Path) -> None:
    passage = (sources / "forum-2025.txt").read_text(encoding="utf-8")[52644:52866]
    assert " ".join(passage.split()) in built(*HLED, ACUERDO_SOURCES=str(sources)).out


def test_after_the_relaunch_the_answer_begins_with_it(built: Command) -> None:
    lines = built("ask", "who-must-act", "hled", "--as-of", "2022-01-01").out.splitlines()
    assert "it was relaunched on 2021-09-09" in lines[2]
    assert "It is led by" in lines[4]
    assert "U.S. Department of State (co-chair)" in lines[4]


def test_the_answer_in_spanish(built: Command) -> None:
    out = built(*HLED, "--lang", "es").out
    assert out.startswith("Quién debe actuar: Diálogo Económico de Alto Nivel")
    assert "se dirige a" in out


def test_a_body_may_be_given_by_any_of_its_names(built: Command) -> None:
    assert built("ask", "who-must-act", "DEAN", "--as-of", "2021-06-01").out == built(*HLED).out


def test_csv_has_one_line_a_row(built: Command) -> None:
    table = list(csv.DictReader(io.StringIO(built(*HLED, "--csv").out)))
    assert [row["body"] for row in table] == [row["body"] for row in rows(built)]


def test_ask_alone_lists_the_questions(acuerdo: Command) -> None:
    run = acuerdo("ask")
    assert run.code == 0
    assert "who-must-act" in run.out


def test_asking_imports_neither_spacy_nor_rdflib_nor_networkx(built: Command) -> None:
    code = (
        "import sys, acuerdo.cli\n"
        "sys.argv = ['acuerdo', *sys.argv[1:]]\n"
        "try:\n    acuerdo.cli.main()\n"
        "except SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'rdflib', 'networkx'} & set(sys.modules)))"
    )
    environment = built.environment | {"ACUERDO_HOME": str(built.home)}
    run = [sys.executable, "-P", "-c", code, *HLED]
    out = subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout
    assert "Who must act" in out
    assert out.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("ask", "who-must-act", "hledd"), 2, "acuerdo: E101 no such entity: 'hledd' (did you mean 'hled'?)"),
        (("ask", "who-must-act", "hled", "--as-of", "soon"), 2, "acuerdo: E102 not a date: 'soon'"),
        (("ask", "who-must-act", "hled", "--action", "revive"), 2, "acuerdo: E106 not a parameter"),
        (("ask", "who-must-act", "hled", "--acton", "end"), 2, "did you mean 'action'?"),
        (("ask", "who-must-act"), 2, "acuerdo: E106 not a parameter of the question: 'target' needs a value"),
        (("ask", "who-must-act", "hled", "end", "2021-06-01", "--as-of", "2022"), 2, "'as_of' is given twice"),
        (("ask", "who-acts", "hled"), 2, "acuerdo: E105 no such question: 'who-acts' (did you mean 'who-must-act'?)"),
        (("ask", "who-must-act", "hled", "--action", "end"), 1, "acuerdo: E109 nothing found"),
        (("ask", "who-must-act", "hled", "--report", "none.txt"), 2, "acuerdo: E103 no such file: none.txt"),
        (("export", "nt", "-o", "nowhere/x.nt"), 2, "acuerdo: E107 cannot write the file"),
        (("extract", "none.pdf"), 2, "acuerdo: E103 no such file"),
        (("check", "--registry", "nowhere"), 2, "acuerdo: E103 no such file: nowhere"),
    ],
)
def test_wrong_input_is_one_message_and_an_exit_code(
    built: Command, words: tuple[str, ...], code: int, message: str
) -> None:
    run = built(*words)
    assert run.code == code
    assert message in run.err
    assert len(run.err.splitlines()) == 1
    assert "Traceback" not in run.err


def test_asking_before_anything_was_built(acuerdo: Command) -> None:
    run = acuerdo(*HLED)
    assert run.code == 3
    assert run.err.startswith("acuerdo: E303 no graph has been built")
    assert not acuerdo.home.exists()


def test_a_store_that_does_not_answer(acuerdo: Command) -> None:
    with socket.socket() as taken:  # bound and not listening: nothing can answer there
        taken.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{taken.getsockname()[1]}"
        for words in (("load", "--uri", uri), (*HLED, "--uri", uri)):
            run = acuerdo(*words)
            assert (run.code, len(run.err.splitlines())) == (3, 1)
            assert run.err.startswith("acuerdo: E301 store cannot be reached")


def test_a_registry_with_three_mistakes_lists_all_three_and_builds_nothing(acuerdo: Command, tmp_path: Path) -> None:
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "bodies.yaml").write_text(
        "- id: one\n  class: Agncy\n  label: {en: One, es: Uno}\n"
        "- id: two\n  class: Agency\n  label: {en: Two}\n  lief: 1990\n"
    )
    for command in ("check", "build"):
        run = acuerdo(command, "--registry", str(folder))
        assert run.code == 2
        assert run.err.splitlines() == [
            "bodies.yaml:2: E206 unknown class: class: 'Agncy' (did you mean 'Agency'?)",
            "bodies.yaml:6: E203 missing key: label.es: is needed here",
            "bodies.yaml:7: E202 unknown key: lief: 'lief' (did you mean 'life'?)",
            "3 problems in the registry",
        ]
    assert not acuerdo.home.exists()


def test_a_broken_pdf_is_one_message_and_nothing_is_written(acuerdo: Command, tmp_path: Path) -> None:
    document, target = tmp_path / "broken.pdf", tmp_path / "out.json"
    document.write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog\n")
    run = acuerdo("extract", str(document), "-o", str(target))
    assert (run.code, len(run.err.splitlines())) == (2, 1)
    assert run.err.startswith("acuerdo: E104 cannot read the document")
    assert not target.exists()


def test_check_finds_no_problem_in_the_registry(acuerdo: Command) -> None:
    run = acuerdo("check")
    assert (run.code, run.err) == (0, "")
    assert "no problem found" in run.out


def test_check_reports_where_sources_disagree(acuerdo: Command) -> None:
    lines = acuerdo("check").out.splitlines()
    assert any(line.startswith("  origin:") and "chapter 25" in line and "chapter 26" in line for line in lines)


def test_check_against_a_report_lists_what_no_entry_covers(acuerdo: Command, tmp_path: Path) -> None:
    memo = tmp_path / "memo.txt"
    memo.write_text("Recommendations\n\nAustria and Hungary should open their gauge data to each other.\n")
    lines = acuerdo("check", "--against", str(memo)).out.splitlines()
    assert lines[-2] == "memo.txt: 1 of 1 candidates are covered by no entry."
    assert lines[-1].endswith("recommendation, should: Austria and Hungary should open their gauge data to each other.")


def test_check_compares_anchors_with_the_text(acuerdo: Command, sources: Path) -> None:
    out = acuerdo("check", ACUERDO_SOURCES=str(sources)).out
    compared, total = out.splitlines()[1].split(" passages")[0].split(" of ")
    assert int(compared) == int(total) > 300


@pytest.mark.parametrize("form", ["nt", "ttl", "graphml"])
def test_exports_read_back_to_equal_datasets_and_the_same_bytes(acuerdo: Command, tmp_path: Path, form: str) -> None:
    paths = [tmp_path / f"{number}.{form}" for number in (1, 2)]
    for path, seed in zip(paths, ("1", "2"), strict=True):
        assert acuerdo("export", form, "-o", str(path), PYTHONHASHSEED=seed).code == 0
    first, second = (path.read_bytes() for path in paths)
    assert first == second
    found = read_graphml(first) if form == "graphml" else read_rdf(first, turtle=form == "ttl")
    expected = read_rdf(acuerdo("export", "nt").out.encode())
    assert found == expected
    assert len(found.facts) > 1000


def test_help_tells_of_every_command(acuerdo: Command) -> None:
    out = acuerdo("--help").out
    for command in ("build", "ask", "what-if", "query", "check", "load", "export", "extract", "new-source"):
        assert command in out
        assert acuerdo(command, "--help").code == 0


def test_check_brings_a_registry_into_form(acuerdo: Command, tmp_path: Path) -> None:
    file = tmp_path / "places.yaml"
    file.write_text("- class: Place\n  label: {es: Río, en: River}\n  id: river\n", encoding="utf-8")
    run = acuerdo("check", "--fix", "--registry", str(tmp_path))
    assert run.code == 0
    assert file.read_text(encoding="utf-8") == "- id: river\n  class: Place\n  label: {en: River, es: Río}\n"
    assert "brought into form" in run.out
    assert "1 entries have no fact: river" in run.out
    assert "brought into form" not in acuerdo("check", "--fix", "--registry", str(tmp_path)).out


def test_a_wrong_registry_is_not_brought_into_form(acuerdo: Command, tmp_path: Path) -> None:
    file = tmp_path / "places.yaml"
    file.write_text("- class: Plaice\n  label: {es: Río, en: River}\n  id: river\n", encoding="utf-8")
    before = file.read_bytes()
    assert acuerdo("check", "--fix", "--registry", str(tmp_path)).code == 2
    assert file.read_bytes() == before


def test_the_form_of_acuerdos_own_registry_is_not_changed_by_accident(acuerdo: Command) -> None:
    assert "--fix needs --registry DIR" in acuerdo("check", "--fix").err
