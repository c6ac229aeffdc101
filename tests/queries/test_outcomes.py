"""What an action results in: the question's two texts say of it what the ontology says."""

from __future__ import annotations

import re

from acuerdo.ontology.schema import schema
from acuerdo.queries.catalogue import question

OUTCOMES = question("outcomes")
RESULTS = {(concept.id, concept.results_in) for concept in schema().concepts.values() if concept.results_in}


def test_the_cypher_text_has_the_results_of_the_ontology() -> None:
    assert set(re.findall(r"WHEN '(\S+)' THEN '(\S+)'", OUTCOMES.cypher)) == RESULTS


def test_the_sparql_text_has_the_results_of_the_ontology() -> None:
    assert set(re.findall(r"\(c:(\S+) c:(\S+)\)", OUTCOMES.sparql)) == RESULTS
