"""A new report's folder: what is in it, that its placeholders are pointed at, and that its queue can be pasted."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.ontology.registry import load

from acuerdo import new_source as module
from acuerdo.errors import InputError
from acuerdo.new_source import new_source, placeholders

if TYPE_CHECKING:
    from conftest import Command

pytestmark = pytest.mark.slow  # runs the command many times

DATA = Path(__file__).parents[1] / "data"
NOTHING = load([])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the brief's PDF, as the library makes it; not to be changed."""
    return new_source(DATA / "brief.pdf", NOTHING, "danube", tmp_path_factory.mktemp("made"))


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy that may be changed."""
    return Path(shutil.copytree(made, tmp_path / "danube"))


def queue(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "queue.json").read_text(encoding="utf-8"))
    return found


def finished(text: str) -> str:
    """What a curator would have written for the placeholders."""
    for number in range(text.count("TODO: ")):
        text = text.replace("TODO: ", f"{number}. ", 1)
    return text


def paste(folder: Path) -> None:
    bodies, candidates = ([item["stub"] for item in queue(folder)[name]] for name in ("bodies", "candidates"))
    (folder / "bodies.yaml").write_text("\n".join(bodies), encoding="utf-8")
    (folder / "provisions.yaml").write_text("\n".join(candidates), encoding="utf-8")


def test_the_folder_of_a_pdf_passes_check_once_its_placeholders_are_filled(acuerdo: Command, tmp_path: Path) -> None:
    run = acuerdo("new-source", str(DATA / "brief.pdf"), "--id", "Danube", "--into", str(tmp_path / "r"))
    assert (run.code, run.err) == (0, "")
    folder = tmp_path / "r" / "danube"
    assert [line.split(":")[0] for line in run.out.splitlines()] == [
        str(folder / name) for name in ("sources.yaml", "queue.json", "text.txt")
    ]
    paste(folder)
    words = ("check", "--registry", str(folder), "--report", str(folder / "text.txt"))
    before = acuerdo(*words)
    assert before.code == 2
    assert before.err.splitlines()[-3:-1] == [
        "sources.yaml:5: E204 wrong value: publisher: 'TODO: …' is to be replaced",
        "sources.yaml:6: E204 wrong value: address: 'TODO: …' is to be replaced",
    ]
    assert "provisions.yaml:3: E204 wrong value: label" not in before.err
    assert "provisions.yaml:3: E204 wrong value: en: 'TODO: …' is to be replaced" in before.err
    for path in folder.glob("*.yaml"):
        path.write_text(finished(path.read_text(encoding="utf-8")), encoding="utf-8")
    after = acuerdo(*words, "--against", str(DATA / "brief.pdf"))
    assert after.code == 0, after.err
    count = len(queue(folder)["candidates"])
    lines = after.out.splitlines()
    assert lines[1] == f"{count} of {count} passages were compared with their text."
    assert lines[-1] == f"brief.pdf: 0 of {count} candidates are covered by no entry."


def test_anchors_point_into_the_text_beside_the_pdf(made: Path) -> None:
    text = (made / "text.txt").read_bytes().decode()
    found = queue(made)
    assert found["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert found["candidates"]
    for candidate in found["candidates"]:
        start, end = candidate["at"]
        assert candidate["sha256"] == hashlib.sha256(text[start:end].encode()).hexdigest()


def test_the_source_entry_is_read_and_its_sections_are_numbered(made: Path) -> None:
    registry = load([made])
    source = registry.sources["danube"]
    assert (source.title, source.date, source.language) == ({"en": "brief", "es": "brief"}, "", "en")
    assert source.sha256 == queue(made)["sha256"]
    assert [part.title for part in registry.sections.values()] == [
        {"en": f"Section {number}", "es": f"Sección {number}"} for number in range(1, len(registry.sections) + 1)
    ]
    text = (made / "text.txt").read_text(encoding="utf-8")
    assert "1. Background" in {text[part.start : part.start + 13] for part in registry.sections.values()}


def test_nothing_but_the_text_itself_has_sentences_of_the_document(made: Path) -> None:
    text = (made / "text.txt").read_text(encoding="utf-8")
    written = [(made / name).read_text(encoding="utf-8") for name in ("sources.yaml", "queue.json")]
    words = text.split()
    for run in (" ".join(words[start : start + 6]) for start in range(len(words) - 5)):
        assert not any(run in file for file in written)


def test_a_stub_says_what_the_candidate_says(folder: Path) -> None:
    paste(folder)
    registry = load([folder])
    candidates = queue(folder)["candidates"]
    assert len(candidates) > 15
    for number, candidate in enumerate(candidates, 1):
        provision = registry.entities[f"danube-{number}"]
        assert provision.cls.lower() == candidate["kind"]
        assert (provision.strength, provision.action) == (candidate["strength"], candidate["action"])
        claims = [claim for claim in registry.claims if claim.subject == provision.id]
        assert [c.object for c in claims if c.predicate == "addressed_to"] == candidate["actors"]
        start, end = candidate["at"]
        assert [c.object for c in claims if c.predicate == "stated_in"] == [f"danube@{start}-{end}"]
        assert {evidence.method for claim in claims for evidence in claim.evidence} == {"extracted"}


def test_an_actor_that_the_sentence_does_not_name_is_less_sure(folder: Path) -> None:
    text = (folder / "text.txt").read_text(encoding="utf-8")
    paste(folder)
    sure = {
        text[int(start) : int(end)]: {evidence.confidence for evidence in claim.evidence}
        for claim in load([folder]).claims
        if claim.predicate == "addressed_to"
        for start, end in [claim.evidence[0].passage.partition("@")[2].split("-")]
    }
    assert sure["Create a joint flood forecasting group."] == {0.8}
    assert sure["Austria should open its gauge data to its neighbors within two years."] == {1.0}


def test_governments_and_kinds_of_bodies_have_names_of_their_own(folder: Path) -> None:
    paste(folder)
    entities = load([folder]).entities
    assert entities["at-government"].label["en"] == "Government of Austria"
    assert entities["at-government"].jurisdiction == ("AT",)
    assert entities["railway-companies"].generic
    assert not entities["danube-commission"].generic


@pytest.mark.parametrize("beside", [True, False])
def test_bodies_that_the_registry_has_are_begun_for_one_that_stands_alone(tmp_path: Path, beside: bool) -> None:
    own = DATA / "brief-registry"
    folder = new_source(DATA / "brief.txt", load([own]), "again", tmp_path)
    found = queue(folder)
    known = {body["id"] for body in found["bodies"] if body["known"]}
    assert {"at-government", "hu-government", "danube-commission", "european-commission"} <= known
    pasted = [body["stub"] for body in found["bodies"] if not (beside and body["known"])]
    pasted += [candidate["stub"] for candidate in found["candidates"]]
    (folder / "all.yaml").write_text("\n".join(pasted), encoding="utf-8")
    entities = load([own, folder] if beside else [folder]).entities
    assert {name: entities[name] for name in known} == {name: load([own]).entities[name] for name in known}


def test_a_text_that_offsets_count_in_already_is_not_copied(tmp_path: Path) -> None:
    made = new_source(DATA / "brief.txt", NOTHING, into=tmp_path)
    assert sorted(path.name for path in made.iterdir()) == ["queue.json", "sources.yaml"]
    windows = tmp_path / "Café 7.txt"
    windows.write_bytes((DATA / "brief.txt").read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-16"))
    other = new_source(windows, NOTHING, into=tmp_path)
    assert other.name == "cafe-7"
    assert (other / "text.txt").read_bytes() == (DATA / "brief.txt").read_bytes()
    assert queue(other)["sha256"] == queue(made)["sha256"]


def test_a_document_without_candidates_or_headings(tmp_path: Path) -> None:
    plain = tmp_path / "note.txt"
    plain.write_text("The river rose in 2002.\n")
    made = new_source(plain, NOTHING, into=tmp_path / "r")
    assert queue(made)["candidates"] == []
    assert list(load([made]).sources) == ["note"]


def test_the_same_document_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = new_source(DATA / "brief.pdf", NOTHING, "danube", tmp_path)
    for path in made.iterdir():
        assert (again / path.name).read_bytes() == path.read_bytes()


def test_a_folder_that_is_there_is_left_as_it_is(acuerdo: Command, tmp_path: Path) -> None:
    (tmp_path / "brief").mkdir()
    (tmp_path / "brief" / "mine.yaml").write_text("")
    run = acuerdo("new-source", str(DATA / "brief.txt"), "--into", str(tmp_path))
    assert (run.code, len(run.err.splitlines())) == (2, 1)
    assert run.err.startswith("acuerdo: E107 cannot write the file: ")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["mine.yaml"]


@pytest.mark.parametrize(
    ("document", "identifier", "code"),
    [("none.pdf", "x", "E103"), ("brief.txt", "danube-brief", "E209"), ("brief.txt", "water", "E209"),
     ("brief.txt", "...", "E204")],
)  # fmt: skip
def test_wrong_input_makes_no_folder(tmp_path: Path, document: str, identifier: str, code: str) -> None:
    with pytest.raises(InputError, match=code):
        new_source(DATA / document, load([DATA / "brief-registry"]), identifier, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_failure_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.stubs, "source", lambda *_: "\ud800")  # cannot be encoded
    with pytest.raises(UnicodeEncodeError):
        new_source(DATA / "brief.txt", NOTHING, into=tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_place_where_nothing_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="E107"):
        new_source(DATA / "brief.txt", NOTHING, into=tmp_path / "file")


def test_placeholders_are_found_with_file_and_line_and_comments_are_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").write_text(
        '# - label: "TODO: x"\n- id: one  # TODO: y\n  label: {en: "TODO: n", es: Uno}\n  x: Not TODO: this\n'
    )
    assert [(p.file, p.line, p.code, p.key) for p in placeholders([tmp_path])] == [("a/x.yaml", 3, "E204", "en")]
