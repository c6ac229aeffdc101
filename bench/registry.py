"""How well the registry covers chapters that careful readers annotated: `python bench/registry.py GOLD_FOLDER`.

For each annotated chapter: the share of the annotated recommendations, commitments and obligations that a passage of
some provision overlaps by at least half of the shorter of the two; the share of the provisions stated in the chapter of
which some passage overlaps an annotated statement; and, over the covered statements that name actors, how often they
are among the addressees, and how often the bodies responsible are just the actors. Borderline statements count neither
way. An administration, a president or a federal ministry counts as its government, as in the annotation's rules.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from acuerdo.graph.dataset import Dataset, Index, assemble
from acuerdo.ontology.registry import load_bundled

GOVERNMENTS = {
    "mexico": "mx-government",
    "united-states": "us-government",
    "canada": "ca-government",
    "biden-administration": "us-government",
    "trump-administration": "us-government",
    "amlo-administration": "mx-government",
    "joe-biden": "us-government",
    "amlo": "mx-government",
    "white-house": "us-government",
}
Span = tuple[int, int]


def overlaps(one: Span, other: Span) -> bool:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common > 0 and 2 * common >= min(one[1] - one[0], other[1] - other[0])


def rolled(names: set[str]) -> set[str]:
    return {GOVERNMENTS.get(name, name) for name in names}


def chapter(gold: dict[str, Any], dataset: Dataset) -> dict[str, str]:
    index = Index.over(dataset.facts.values())
    low, high = gold["range"]
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for fact in dataset.facts.values():
        passage = dataset.passages.get(fact.object)
        if fact.predicate == "stated_in" and passage and low <= passage.start < high:
            spans[fact.subject].append((passage.start, passage.end))
    firm = [s for s in gold["statements"] if not s.get("borderline")]
    matched = {
        s["id"]: [p for p, found in spans.items() if any(overlaps((s["start"], s["end"]), x) for x in found)]
        for s in firm
    }
    every = [(s["start"], s["end"]) for s in gold["statements"]]
    marked = [p for p, found in spans.items() if any(overlaps(x, y) for x in found for y in every)]
    asked = [s for s in firm if s["actors"] and matched[s["id"]]]
    among = exact = 0
    for statement in asked:
        facts = [fact for p in matched[statement["id"]] for fact in index.of("addressed_to", p)]
        actors = rolled(set(statement["actors"]))
        among += actors <= rolled({fact.object for fact in facts})
        exact += any(
            actors
            == rolled({f.object for f in index.of("addressed_to", p) if f.qualifier("role") in {"responsible", "lead"}})
            for p in matched[statement["id"]]
        )
    return {
        "covered": share(sum(bool(found) for found in matched.values()), len(firm)),
        "marked": share(len(marked), len(spans)),
        "actors among addressees": share(among, len(asked)),
        "responsible are the actors": share(exact, len(asked)),
    }


def share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:.0%}" if whole else "-"


def main() -> None:
    dataset = assemble(load_bundled())
    for path in sorted(Path(sys.argv[1]).glob("*.json")):
        print(path.stem, chapter(json.loads(path.read_text(encoding="utf-8")), dataset))


if __name__ == "__main__":
    main()
