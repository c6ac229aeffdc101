"""The shapes: a sound export conforms, and each shape has an export that breaks it."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

import pyshacl
import pytest
import rdflib
from acuerdo.graph.exports.rdf import ntriples
from acuerdo.ontology.shapes import violations
from hypothesis import given, settings
from hypothesis import strategies as st
from small import of
from strategies import datasets

from acuerdo import ontology

if TYPE_CHECKING:
    from acuerdo.graph.dataset import Dataset

SOUND = ntriples(
    of("p1 concerns m action=restore 2021/..", "p1 stated_in memo@0-10 2021/..", "a leads m role=chair 2013/2016")
)
ONTOLOGY = "https://w3id.org/acuerdo/ontology#"
STATEMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def without(pattern: str) -> str:
    kept = [line for line in SOUND.splitlines() if not re.search(pattern, line)]
    assert len(kept) < len(SOUND.splitlines())
    return "".join(f"{line}\n" for line in kept)


def instead(pattern: str, replacement: str) -> str:
    changed = re.sub(pattern, replacement, SOUND)
    assert changed != SOUND
    return changed


def test_a_sound_export_conforms() -> None:
    assert list(violations(SOUND.splitlines(keepends=True))) == []


@pytest.mark.parametrize(
    ("export", "message"),
    [
        (without(r"rdf-schema#label.*@es"), "an entity has a label in English and one in Spanish"),
        (without(r"id/\S+> <\S+#untilLatest"), "an entity has one latest end, open or not"),
        (without("#strength>"), "a provision has one strength: must, should or could"),
        (without(r"id/\S+> <\S+#action>"), "a provision has one action"),
        (without(r"id/\S+> <\S+#statedIn>"), "a provision is stated in a passage or document"),
        (without(f"{STATEMENT}subject>"), "a fact has one subject"),
        (without(f"{STATEMENT}predicate>"), "a fact has one predicate"),
        (without(f"{STATEMENT}object>"), "a fact has one object"),
        (without(f"{ONTOLOGY}evidence>"), "a fact rests on evidence"),
        (instead(r'fromEarliest> "2013-01-01"', 'fromEarliest> "2033-01-01"'), "a fact starts before it ends"),
        (without(r"fact/\S+> <\S+#untilLatest"), "a fact has one latest end, open or not"),
        (without(f"{ONTOLOGY}source>"), "evidence has one source"),
        (instead(f"({ONTOLOGY}passage> <[^>]*)", r"\1x"), "evidence has at most one passage"),
        (instead('"curated"', '"guessed"'), "evidence is curated or extracted"),
        (instead('"1.0"', '"7.0"'), "evidence has a confidence from 0 to 1"),
        (without("oa#hasSource"), "a passage has one document"),
        (instead('"0{64}"', '"0"'), "a passage has the SHA-256 of its text"),
        (without("dc/terms/title"), "a document has a title"),
        (instead('"primary"', '"hearsay"'), "a document is primary, a copy or secondary"),
        (
            instead(r"(/id/\S+/a> <\S+#)leads> (<\S+/)m>", r"\1leads> \2p1>"),
            "the object of leads is one of: Body, Instrument",
        ),
        (instead(r"(/id/\S+/a> <\S+#)leads> ", r"\1concerns> "), "the subject of concerns is one of: Provision"),
    ],
)
def test_each_shape_finds_what_breaks_it(export: str, message: str) -> None:
    assert message in {found for _, found in violations(export.splitlines(keepends=True))}


def of_the_whole(export: str) -> set[tuple[str, str]]:
    """What pyshacl says of the export as anyone can read it, nothing left out."""
    shapes = rdflib.Graph()
    for name in ("shapes.ttl", "shapes-relations.ttl"):
        shapes.parse(data=files(ontology).joinpath(name).read_text(encoding="utf-8"), format="turtle")
    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(data=export, format="nt"), shacl_graph=shapes, inference="none"
    )
    results = report.subjects(rdflib.RDF.type, rdflib.SH.ValidationResult)
    focus, message = rdflib.SH.focusNode, rdflib.SH.resultMessage
    return {(str(report.value(each, focus)), str(report.value(each, message))) for each in results}


LOOKED_AT = {
    "targetClass", "targetSubjectsOf", "property", "path", "message", "or", "class", "in", "datatype",
    "nodeKind", "pattern",
    "minCount", "maxCount", "uniqueLang", "languageIn", "lessThan", "minInclusive", "maxInclusive",
}  # fmt: skip


def test_no_shape_looks_at_more_than_makes_nodes_alike() -> None:
    shapes = rdflib.Graph()
    for name in ("shapes.ttl", "shapes-relations.ttl"):
        shapes.parse(data=files(ontology).joinpath(name).read_text(encoding="utf-8"), format="turtle")
    used = {str(p).removeprefix(str(rdflib.SH)) for p in shapes.predicates() if p in rdflib.SH}
    assert used <= LOOKED_AT
    counts = [*shapes.objects(None, rdflib.SH.minCount), *shapes.objects(None, rdflib.SH.maxCount)]
    assert max(map(int, counts)) == 2
    assert all(isinstance(path, rdflib.URIRef) for path in shapes.objects(None, rdflib.SH.path))


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(random=datasets(), data=st.data())
def test_nodes_that_are_alike_are_validated_once_and_all_reported(random: Dataset, data: st.DataObject) -> None:
    lines = ntriples(random).splitlines()
    lost = data.draw(st.sets(st.sampled_from(lines), max_size=6))
    bent = data.draw(
        st.dictionaries(st.sampled_from(lines), st.sampled_from([("curated", "x"), ("1.0", "7"), ("00", "g")]))
    )
    changed = [line.replace(*bent.get(line, ("", ""))) for line in lines if line not in lost]
    assert set(violations(f"{line}\n" for line in changed)) == of_the_whole("\n".join(changed))


def test_a_line_that_stands_twice_counts_once() -> None:
    assert list(violations(SOUND.splitlines(keepends=True) * 2)) == []
