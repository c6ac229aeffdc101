"""The registry: every kind of mistake is found, with its place, and all at once."""

from __future__ import annotations

import hashlib
from pathlib import Path
from textwrap import dedent

import pytest
from acuerdo.ontology.registry import load

from acuerdo.errors import InputError, RegistryError

TEXT = "The council should meet again. Both mayors must attend."
SOURCES = f"""\
- id: memo
  title: {{en: Memo, es: Memorando}}
  publisher: City
  date: '2020'
  address: https://example.org/memo
  kind: primary
  language: en
  sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
  sections:
    - {{id: memo/all, title: {{en: All, es: Todo}}, range: [0, 55]}}
    - {{id: memo/end, title: {{en: End, es: Fin}}, range: [31, 55]}}
- {{id: page, title: {{en: Page, es: Página}}, publisher: City, address: 'https://a.org', kind: copy, language: en}}
"""
ENTITIES = """\
- id: council
  class: Mechanism
  label: {en: Council, es: Consejo}
  facts:
    - {has_status: lapsed, valid: 2019/.., evidence: [{source: page}]}
- id: mayors
  class: SubnationalGovernment
  label: {en: Mayors, es: Alcaldes}
  facts:
    - {member_of: council, role: member, evidence: [{source: page}]}
"""
PROVISIONS = f"""\
- id: meet-again
  class: Recommendation
  label: {{en: Call the council together, es: Convocar al consejo}}
  strength: should
  action: restore
  concerns: [{{entity: council}}]
  addressed_to: [{{body: mayors, role: responsible}}]
  stated_in: [{{source: memo, at: [31, 55], sha256: {hashlib.sha256(TEXT[31:55].encode()).hexdigest()}}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "bodies.yaml").write_text(ENTITIES, encoding="utf-8")
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "one.yaml").write_text(PROVISIONS, encoding="utf-8")
    return tmp_path


def problems(folder: Path, text: str) -> list[tuple[str, int, str, str]]:
    (folder / "more.yaml").write_text(dedent(text), encoding="utf-8")
    with pytest.raises(RegistryError) as caught:
        load([folder])
    return [(p.file, p.line, p.code, p.key) for p in caught.value.problems]


def test_a_registry_without_mistakes_is_loaded(folder: Path) -> None:
    registry = load([folder])
    assert set(registry.entities) == {"council", "mayors", "meet-again"}
    assert {(c.predicate, c.object) for c in registry.claims if c.subject == "meet-again"} == {
        ("concerns", "council"),
        ("addressed_to", "mayors"),
        ("stated_in", "memo@31-55"),
    }


def test_facts_of_a_provision_count_from_its_document(folder: Path) -> None:
    assert {c.valid for c in load([folder]).claims if c.subject == "meet-again"} == {"2020/.."}


def test_the_action_of_what_it_concerns_is_the_provisions_own(folder: Path) -> None:
    concern = next(c for c in load([folder]).claims if c.predicate == "concerns")
    assert concern.qualifiers == {"action": "restore"}


def test_a_passage_stands_in_its_innermost_section(folder: Path) -> None:
    assert load([folder]).passages["memo@31-55"].section == "memo/end"


def test_an_entry_without_class_adds_facts_to_an_entity(folder: Path) -> None:
    (folder / "more.yaml").write_text("- {id: council, facts: [{part_of: mayors, evidence: [{source: page}]}]}\n")
    assert ("council", "part_of", "mayors") in {(c.subject, c.predicate, c.object) for c in load([folder]).claims}


ENTRY = "- id: office\n  class: Agency\n  label: {en: Office, es: Oficina}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- id: x\n  class: Agncy\n  label: {en: X, es: X}\n", (2, "E206", "class")),
        ("- id: X_1\n  class: Agency\n  label: {en: X, es: X}\n", (1, "E204", "id")),
        ("- id: x\n  class: Agency\n", (1, "E203", "label")),
        ("- id: x\n  class: Agency\n  label: {en: X}\n", (3, "E203", "label.es")),
        ("- id: council\n  class: Agency\n  label: {en: X, es: X}\n", (1, "E209", "id")),
        ("- id: restore\n  class: Agency\n  label: {en: X, es: X}\n", (1, "E209", "id")),
        ("- id: x\n  class: Agency\n  label: {en: Mayors, es: X}\n", (3, "E210", "label")),
        (ENTRY + "  lfie: 1990\n", (4, "E202", "lfie")),
        (ENTRY + "  life: never\n", (4, "E208", "life")),
        (ENTRY + "  generic: perhaps\n", (4, "E204", "generic")),
        (ENTRY + "  aliases: [NO]\n", (4, "E204", "aliases")),
        (ENTRY + "  facts: [{part_of: council}]\n", (4, "E211", "facts[0].part_of")),
        (ENTRY + "  facts: [{part_of: council, evidence: []}]\n", (4, "E211", "facts[0].part_of")),
        (ENTRY + "  facts: [{part_of: councl, evidence: [{source: page}]}]\n", (4, "E205", "facts[0].part_of")),
        (ENTRY + "  facts: [{located_in: council, evidence: [{source: page}]}]\n", (4, "E207", "facts[0].located_in")),
        (ENTRY + "  facts: [{part_off: council, evidence: [{source: page}]}]\n", (4, "E203", "facts[0].")),
        (
            ENTRY + "  facts: [{part_of: council, role: chair, evidence: [{source: page}]}]\n",
            (4, "E202", "facts[0].role"),
        ),
        (
            ENTRY + "  facts: [{leads: council, role: boss, evidence: [{source: page}]}]\n",
            (4, "E204", "facts[0].role"),
        ),
        (
            ENTRY + "  facts: [{leads: council, valid: 2016/2013, evidence: [{source: page}]}]\n",
            (4, "E208", "facts[0].valid"),
        ),
        (
            ENTRY + "  facts: [{leads: council, evidence: [{source: pgae}]}]\n",
            (4, "E205", "facts[0].evidence[0].source"),
        ),
        (
            ENTRY + "  facts: [{leads: council, evidence: [{source: memo}]}]\n",
            (4, "E203", "facts[0].evidence[0].at"),
        ),
        (
            ENTRY + "  facts: [{leads: council, evidence: [{source: page, at: [1, 2], sha256: a}]}]\n",
            (4, "E212", "facts[0].evidence[0].at"),
        ),
        (
            ENTRY + "  facts: [{leads: council, evidence: [{source: memo, at: [5, 2], sha256: a}]}]\n",
            (4, "E204", "facts[0].evidence[0].at"),
        ),
        (
            ENTRY + "  facts: [{leads: council, evidence: [{source: page, confidence: 2}]}]\n",
            (4, "E204", "facts[0].evidence[0].confidence"),
        ),
        (
            "- {id: p, class: Commitment, label: {en: P, es: P}, strength: must, action: restore}\n",
            (1, "E211", "stated_in"),
        ),
        ("- {id: p, class: Commitment, label: {en: P, es: P}, action: restore}\n", (1, "E203", "strength")),
        ("just words\n", (1, "E201", "(file)")),
        ("- id: [\n", (2, "E201", "(file)")),
        ("- {id: x, id: y}\n", (1, "E201", "(file)")),
    ],
)
def test_each_mistake_has_its_code_line_and_key(folder: Path, text: str, expected: tuple[int, str, str]) -> None:
    assert ("more.yaml", *expected) in problems(folder, text)


def test_one_passage_has_one_sha256(folder: Path) -> None:
    text = ENTRY + "  facts: [{leads: council, evidence: [{source: memo, at: [31, 55], sha256: a}]}]\n"
    assert problems(folder, text) == [("report/one.yaml", 8, "E212", "stated_in[0].sha256")]


def test_all_mistakes_are_listed_at_once_and_in_order(folder: Path) -> None:
    text = (
        ENTRY
        + "  lfie: 1990\n  facts:\n    - {part_of: councl, evidence: [{source: page}]}\n    - {part_of: council}\n"
    )
    found = problems(folder, text)
    assert [(line, code) for _, line, code, _ in found] == [(4, "E202"), (6, "E205"), (7, "E211")]


def test_unknown_words_come_with_a_suggestion(folder: Path) -> None:
    (folder / "more.yaml").write_text(ENTRY + "  facts: [{part_of: councl, evidence: [{source: page}]}]\n")
    with pytest.raises(RegistryError, match="did you mean 'council'"):
        load([folder])


def test_folders_with_files_of_one_name_are_one_registry(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "bodies.yaml").write_text(ENTRY)
    assert {"council", "mayors", "meet-again", "office"} == set(load([folder, other]).entities)
    (other / "bodies.yaml").write_text(ENTRY + "  lief: 1990\n")
    with pytest.raises(RegistryError) as caught:
        load([folder, other])
    assert [problem.file for problem in caught.value.problems] == [f"{other.name}/bodies.yaml"]


def test_a_folder_that_is_not_there_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="E103"):
        load([tmp_path / "nowhere"])


def test_no_folder_is_an_empty_registry() -> None:
    assert not load([]).entities
