"""Check the ontology with ROBOT: the OWL 2 DL profile, and ROBOT's quality report for each language.

Run: `python bench/ontology_profile.py` (needs Java 11 or later, and Maven, which fetches ROBOT).

ROBOT reads `rdfs:label` and OBO's `IAO:0000115` and wants one of each. The ontology has two languages and defines with
`skos:definition`; its concepts are labelled with `skos:prefLabel`. So each language is reported on by itself, with its
texts put under the names that ROBOT reads: a label or definition that lacks in one language is found.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import rdflib
from rdflib import RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROBOT = "1.9.8"
LANGUAGES = ("en", "es")
POM = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>bench</groupId>
  <artifactId>robot</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.obolibrary.robot</groupId>
      <artifactId>robot-command</artifactId>
      <version>{ROBOT}</version>
    </dependency>
  </dependencies>
</project>
"""
CLASSPATH_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath"
OBO_DEFINITION = rdflib.URIRef("http://purl.obolibrary.org/obo/IAO_0000115")
ACCEPTED = {
    "missing_superclass": "classes at the top have none",
    "missing_ontology_license": "the project has not chosen one",
}


def main() -> int:
    """Print what ROBOT finds; 1 if the ontology is out of profile, or a finding is not among those accepted."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        robot = _robot(work)
        whole = rdflib.Graph()
        for name in ("acuerdo.ttl", "concepts.ttl"):
            whole.parse(data=files("acuerdo.ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")
        in_profile = _in_profile(robot, whole, work)
        findings = [finding for language in LANGUAGES for finding in _findings(robot, whole, language, work)]
    print(f"OWL 2 DL: {'in profile' if in_profile else 'NOT in profile'}")
    by_rule: defaultdict[str, list[str]] = defaultdict(list)
    for rule, text in findings:
        by_rule[rule].append(text)
    for rule, texts in sorted(by_rule.items()):
        print(f"{rule} ({len(texts)}): {ACCEPTED.get(rule, 'NOT accepted')}", *sorted(texts), sep="\n  ")
    return 0 if in_profile and by_rule.keys() <= ACCEPTED.keys() else 1


def _robot(work: Path) -> list[str]:
    """Command line of ROBOT, with what Maven fetches for it."""
    maven, java = shutil.which("mvn"), shutil.which("java")
    if not maven or not java:
        sys.exit("ROBOT needs `java` and `mvn` on the path")
    (work / "pom.xml").write_text(POM, encoding="utf-8")
    subprocess.run([maven, "-q", "-B", CLASSPATH_GOAL, "-Dmdep.outputFile=classpath"], cwd=work, check=True)
    classpath = (work / "classpath").read_text(encoding="utf-8")
    return [java, "-cp", classpath, "org.obolibrary.robot.CommandLineInterface"]


def _in_profile(robot: list[str], whole: rdflib.Graph, work: Path) -> bool:
    ontology, report = work / "whole.ttl", work / "profile.txt"
    whole.serialize(ontology, format="turtle")
    command = [*robot, "validate-profile", "--profile", "DL", "--input", str(ontology), "--output", str(report)]
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if done.returncode:
        print(report.read_text(encoding="utf-8") if report.exists() else "validate-profile failed")
    return done.returncode == 0


def _findings(robot: list[str], whole: rdflib.Graph, language: str, work: Path) -> Iterator[tuple[str, str]]:
    """Rules that the texts of one language break, each with level, language and subject."""
    ontology, report = work / f"{language}.ttl", work / f"{language}.tsv"
    _view(whole, language).serialize(ontology, format="turtle")
    command = [*robot, "report", "--input", str(ontology), "--fail-on", "none", "--output", str(report)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with report.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield row["Rule Name"], f"{row['Level']} {language} {row['Subject']} {row['Value']}".rstrip()


def _view(whole: rdflib.Graph, language: str) -> rdflib.Graph:
    """The ontology in one language, with the names that ROBOT reads."""
    names: dict[rdflib.term.Node, rdflib.URIRef] = {SKOS.prefLabel: RDFS.label, SKOS.definition: OBO_DEFINITION}
    view = rdflib.Graph()
    for subject, predicate, value in whole:
        if getattr(value, "language", None) in {None, language}:
            view.add((subject, names.get(predicate, predicate), value))
    return view


if __name__ == "__main__":
    sys.exit(main())
