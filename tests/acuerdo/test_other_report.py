"""A second report, other countries and bodies: nothing is tied to the first.

The rows were read from `tests/data/brief.txt` by a person, not taken from a run.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from acuerdo.graph.dataset import assemble
from acuerdo.graph.exports.rdf import ntriples
from acuerdo.graph.stores import open_embedded
from acuerdo.ontology.registry import load
from acuerdo.queries.ask import ask
from acuerdo.queries.backends import InMemory, InRdf, InStore
from acuerdo.queries.sparql import RdfStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from acuerdo.graph.dataset import Dataset
    from conftest import Command

pytestmark = pytest.mark.slow  # runs the command many times

DATA = Path(__file__).parents[1] / "data"
BRIEF, REGISTRY = str(DATA / "brief.txt"), str(DATA / "brief-registry")
DAY = "2025-06-01"

AUSTRIA, HUNGARY = "at-government", "hu-government"
GOLDEN = {
    ("danube-water-dialogue", "restore"): [
        (AUSTRIA, "responsible", "should", 2),
        (HUNGARY, "responsible", "should", 2),
    ],
    # the group needs a common threshold, which is asked of the same two and for the mayors' sake
    ("flood-forecasting-group", "create"): [
        (AUSTRIA, "responsible", "should", 2),
        (HUNGARY, "responsible", "should", 2),
        ("danube-mayors", "beneficiary", "must", 3),
    ],
    ("icpdr", "strengthen"): [
        (AUSTRIA, "member", "should", 2),
        (AUSTRIA, "responsible", "should", 2),
        ("danube-basin-states", "member", "should", 2),
        (HUNGARY, "member", "should", 2),
        (HUNGARY, "responsible", "should", 2),
    ],
    ("danube-commission", "coordinate"): [
        (AUSTRIA, "member", "should", 2),
        ("danube-commission", "consulted", "should", 2),
        ("european-commission", "responsible", "should", 2),
        (HUNGARY, "member", "should", 2),
    ],
    ("vienna-budapest-rail-bridges", "fund"): [
        (AUSTRIA, "responsible", "should", 2),
        (HUNGARY, "responsible", "should", 2),
    ],
    ("drpc", "implement"): [("drpc-parties", "responsible", "must", 2)],
    ("cef", "expand"): [("eu-institutions", "responsible", "should", 2)],
    ("hegyeshalom-platform", "restore"): [],  # to be rebuilt, but the brief does not say by whom
}


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory, built: Command) -> Command:
    """A command whose home holds the brief's graph and nothing else."""
    command = type(built)(tmp_path_factory.mktemp("brief"), built.environment)
    run = command("build", "--registry", REGISTRY)
    assert run.code == 0, run.err
    return command


@pytest.fixture(scope="module")
def store(brief: Command) -> Iterator[InStore]:
    with open_embedded(brief.home) as opened:
        yield InStore(opened)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return assemble(load([Path(REGISTRY)]))


@pytest.fixture(scope="module")
def rdf(dataset: Dataset) -> InRdf:
    return InRdf(RdfStore(ntriples(dataset)), dataset)


def asked(brief: Command, target: str, action: str, *words: str) -> dict[str, Any]:
    run = brief("ask", "who-must-act", target, "--action", action, "--as-of", DAY, "--json", *words)
    assert run.code in (0, 1), run.err
    answer: dict[str, Any] = json.loads(run.out)
    return answer


def short(rows: Sequence[Any]) -> list[tuple[str, str, str, int]]:
    found = [row if isinstance(row, dict) else asdict(row) for row in rows]
    return [(row["body"], row["role"], row["strength"], row["steps"]) for row in found]


@pytest.mark.parametrize(("target", "action"), GOLDEN)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_store_gives_the_same_answer(
    store: InStore, dataset: Dataset, rdf: InRdf, target: str, action: str, lang: str
) -> None:
    arguments = {"target": target, "action": action, "as_of": DAY, "lang": lang}
    expected = ask("who-must-act", store, arguments)
    assert short(expected.rows) == GOLDEN[target, action]
    for backend in (InMemory(dataset), rdf):
        found = ask("who-must-act", backend, arguments)
        assert (found.about, found.notes, found.rows) == (expected.about, expected.notes, expected.rows)


def test_quotes_come_from_the_text_of_the_brief(brief: Command) -> None:
    text = Path(BRIEF).read_text(encoding="utf-8")
    without = asked(brief, "icpdr", "strengthen")
    rows = asked(brief, "icpdr", "strengthen", "--report", BRIEF)["rows"]
    cited = [citation for row in rows for citation in row["evidence"]]
    assert {text[citation["start"] : citation["end"]] for citation in cited} == {c["quote"] for c in cited}
    assert "Both governments should:" in {citation["quote"] for citation in cited}
    assert not any(citation["quote"] for row in without["rows"] for citation in row["evidence"])


def test_the_answer_in_english(brief: Command) -> None:
    out = brief("ask", "who-must-act", "danube-water-dialogue", "--as-of", DAY, "--report", BRIEF).out
    assert "status of Ministerial dialogue on the water of the middle Danube: lapsed since 2024." in out
    assert "1. Government of Austria (AT) — responsible, should, steps: 2" in out
    assert "“Relaunch a ministerial dialogue on the water of the middle Danube.”" in out


def test_the_answer_in_spanish(brief: Command) -> None:
    words = ("--as-of", DAY, "--lang", "es", "--report", BRIEF)
    out = brief("ask", "who-must-act", "Diálogo ministerial sobre el agua del Danubio medio", *words).out
    assert "Gobierno de Hungría (HU) — responsable, debería" in out
    assert "Informe de muestra sobre el Danubio, Consejos principales, caracteres 187-253: “Relaunch" in out


def test_the_graph_holds_the_brief_alone(brief: Command, dataset: Dataset) -> None:
    run = brief("ask", "who-must-act", "hled")
    assert (run.code, "E101" in run.err) == (2, True)
    assert set(dataset.sources) == {"danube-brief"}
    assert "forum" not in ntriples(dataset).casefold()


def test_the_registry_covers_every_candidate_and_its_anchors_hold(acuerdo: Command) -> None:
    run = acuerdo("check", "--registry", REGISTRY, "--against", BRIEF)
    assert run.code == 0, run.err
    lines = run.out.splitlines()
    compared, total = lines[1].split(" passages")[0].split(" of ")
    assert int(compared) == int(total) > 20
    assert re.fullmatch(r"brief\.txt: 0 of \d\d candidates are covered by no entry\.", lines[-1])


def test_every_entity_has_a_fact(dataset: Dataset) -> None:
    named = {end for fact in dataset.facts.values() for end in (fact.subject, fact.object)}
    assert set(dataset.entities) <= named


def test_no_registry_at_all(acuerdo: Command) -> None:
    run = acuerdo("build", "--registry", "none", "--report", BRIEF)
    assert run.code == 0, run.err
    assert run.out.startswith("0 entities and 0 facts are in ")
    assert re.search(r"brief\.txt: (\d\d) of \1 candidates are covered by no entry\.", run.out)
    assert acuerdo("ask", "who-must-act", "icpdr").code == 2


def test_both_registries_stand_in_one_graph(acuerdo: Command) -> None:
    with as_file(files("acuerdo.ontology").joinpath("registry")) as own:
        run = acuerdo("build", "--registry", str(own), "--registry", REGISTRY)
        assert run.code == 0, run.err
    assert short(asked(acuerdo, "icpdr", "strengthen")["rows"]) == GOLDEN["icpdr", "strengthen"]
    hled = json.loads(acuerdo("ask", "who-must-act", "hled", "--as-of", "2021-06-01", "--json").out)["rows"]
    assert {"us-government", "mx-government"} <= {row["body"] for row in hled}
    assert not {AUSTRIA, HUNGARY} & {row["body"] for row in hled}
