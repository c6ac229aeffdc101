"""How good extraction is, next to a plain baseline: annotated chapters, and other people's documents.

    python bench/extraction.py --gold DIR --source report.txt [--external DIR] [--registry] [--json]

DIR holds `score.py` with the annotated chapters, and `score_external.py` with `NAME.gold.json` beside each document;
both are loaded by path and are no part of the project. The baseline takes every sentence with must, should, need to,
has to, could or shall for a recommendation of both governments, with the model's own entities.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acuerdo.extract import extract
from acuerdo.extract.pipeline import load, plain
from acuerdo.extract.reading import read

if TYPE_CHECKING:
    from types import ModuleType

CUE = re.compile(r"\b(must|should|shall|ought to|needs? to|ha(?:s|ve) to|could|recommends?)\b", re.IGNORECASE)
STRENGTHS = {
    "must": "must",
    "shall": "must",
    "need": "must",
    "needs": "must",
    "has": "must",
    "have": "must",
    "could": "could",
}
TYPES = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "agency",
    "LAW": "law",
    "EVENT": "mechanism",
}
BOTH = ["us-government", "mx-government"]


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python module")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def baseline(text: str, nlp: Any) -> dict[str, Any]:
    """Sentences with a modal, and the model's entities by their strings."""
    statements: list[dict[str, Any]] = []
    entities: dict[tuple[str, str], list[dict[str, Any]]] = {}
    paragraphs = [(m.group(), m.start()) for m in re.finditer(r"[^\n]+", text)]
    for doc, base in nlp.pipe(paragraphs, as_tuples=True):
        for sentence in doc.sents:
            if cue := CUE.search(sentence.text):
                word = cue[1].casefold().split()[0]
                start, end = base + sentence.start_char, base + sentence.end_char
                said = {"start": start, "end": end, "text": text[start:end], "strength": STRENGTHS.get(word, "should")}
                statements.append({**said, "kind": "recommendation", "action": "other", "actors": BOTH, "targets": []})
        for entity in doc.ents:
            if entity.label_ in TYPES:
                start, end = base + entity.start_char, base + entity.end_char
                found = entities.setdefault((entity.text, TYPES[entity.label_]), [])
                found.append({"start": start, "end": end, "text": text[start:end]})
    listed = [
        {"id": f"e{n}", "name": k[0], "type": k[1], "mentions": v} for n, (k, v) in enumerate(sorted(entities.items()))
    ]
    return {"text": text, "entities": listed, "statements": statements, "relations": []}


def scores(score: ModuleType, prediction: dict[str, Any], gold: Path) -> dict[str, Any]:
    total: Counter[str] = Counter()
    out = {}
    for path in sorted(gold.glob("*.json")):
        chapter = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(chapter, dict) and "chapter" in chapter:
            counts = score.score_chapter(prediction, chapter, "")[0]
            total += counts
            out[chapter["chapter"]] = score.report(counts)
    return {**out, "all": score.report(total)}


def flat(report: dict[str, Any]) -> dict[str, float]:
    """One figure a measure: F1 where there are three."""
    out: dict[str, float] = {}
    for name, value in report.items():
        if isinstance(value, (int, float)):
            out[name] = float(value)
        elif isinstance(value, dict) and "F1" in value:
            out[f"{name} F1"] = float(value["F1"])
        elif isinstance(value, dict):
            for kind, share in value.items():
                found, of = share.split("/")
                out[f"right kind: {kind}"] = round(int(found) / int(of), 3)
    return out


def table(rows: dict[str, dict[str, dict[str, Any]]]) -> None:
    """Measures down; systems across; a star where the first system does not beat the baseline."""
    for chapter in next(iter(rows.values())):
        print(f"\n{chapter:48s}" + "".join(f"{name:>12s}" for name in rows))
        columns = {name: flat(report[chapter]) for name, report in rows.items()}
        for measure in next(iter(columns.values())):
            values = [columns[name].get(measure, 0.0) for name in columns]
            star = "" if len(values) < 2 or values[1] > values[0] else "  *"
            print(f"  {measure:46s}" + "".join(f"{value:12.3f}" for value in values) + star)


def names_of_registry() -> list[Any]:
    from acuerdo.extract import Name
    from acuerdo.ontology.registry import load_bundled
    from acuerdo.ontology.schema import schema

    entities = load_bundled().entities.values()
    return [
        Name(n, e.id, e.cls)
        for e in entities
        if not schema().is_a(e.cls, "Provision") and not e.generic
        for n in e.names()
    ]


def chapters(args: argparse.Namespace, nlp: Any, bare: Any) -> dict[str, Any]:
    score = module(args.gold / "score.py")
    text = read(args.source).text
    started = time.perf_counter()
    for _ in bare.pipe(line for line in text.split("\n") if line.strip()):
        pass
    middle = time.perf_counter()
    found = extract(args.source, nlp=nlp)
    ended = time.perf_counter()
    rows = {
        "baseline": scores(score, baseline(text, bare), args.gold),
        "acuerdo": scores(score, found.to_dict(), args.gold),
    }
    if args.registry:
        rows["+ registry"] = scores(score, extract(args.source, names_of_registry(), nlp=nlp).to_dict(), args.gold)
    if not args.json:
        table(rows)
        bare_time, whole = middle - started, ended - middle
        print(f"\ntime: bare model {bare_time:.1f} s, whole pipeline {whole:.1f} s, ratio {whole / bare_time:.2f}")
    return rows


def external(args: argparse.Namespace, nlp: Any, bare: Any) -> dict[str, Any]:
    score = module(args.external / "score_external.py")
    out: dict[str, Any] = {}
    for gold in sorted(args.external.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        document = next(
            path for path in sorted(args.external.glob(f"{name}.*")) if path.suffix in (".md", ".pdf", ".txt")
        )
        items = json.loads(gold.read_text(encoding="utf-8"))
        source = read(document)
        out[name] = {
            "baseline": score.score(baseline(source.text, bare), items),
            "acuerdo": score.score(extract(document, nlp=nlp).to_dict(), items),
        }
        if not args.json:
            print(f"\n{name}")
            for system, figures in out[name].items():
                print(f"  {system:10s} {figures}")
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, help="folder with score.py and the annotated chapters")
    parser.add_argument("--source", type=Path, help="the text that the chapters' offsets refer to")
    parser.add_argument("--external", type=Path, help="folder with score_external.py and its documents")
    parser.add_argument("--registry", action="store_true", help="also with the names of the bundled registry")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    nlp, bare = load(), plain()
    out: dict[str, Any] = {}
    if args.gold and args.source:
        out["chapters"] = chapters(args, nlp, bare)
    if args.external:
        out["external"] = external(args, nlp, bare)
    if args.json:
        print(json.dumps(out, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
