"""The shapes: a sound export conforms, and each shape has an export that breaks it."""

from __future__ import annotations

import re

import pytest
from acuerdo.graph.exports.rdf import ntriples
from acuerdo.ontology.shapes import violations
from small import of

SOUND = ntriples(
    of("p1 concerns m action=restore 2021/..", "p1 stated_in memo@0-10 2021/..", "a leads m role=chair 2013/2016")
)
ONTOLOGY = "https://w3id.org/acuerdo/ontology#"
STATEMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def without(pattern: str) -> str:
    kept = [line for line in SOUND.splitlines() if not re.search(pattern, line)]
    assert len(kept) < len(SOUND.splitlines())
    return "\n".join(kept)


def instead(pattern: str, replacement: str) -> str:
    changed = re.sub(pattern, replacement, SOUND)
    assert changed != SOUND
    return changed


def test_a_sound_export_conforms() -> None:
    assert list(violations(SOUND)) == []


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
    assert message in {found for _, found in violations(export)}
