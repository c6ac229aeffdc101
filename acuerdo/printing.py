"""Answers for people and programs: text for a terminal, JSON and CSV for everything else."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from .ontology.schema import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .queries.ask import Answer
    from .queries.reasons import Citation

__all__ = ["printed"]

_WORDS = {
    "en": {
        "steps": "{n} steps", "possibly": "possibly", "evidence": "Evidence", "nothing": "Nothing found.",
        "unsure": "All that follows is possible on that day, not certain: the dates of the documents leave it open.",
        "characters": "characters", "last-period": "of its last active period", "ended": "no longer exists",
        "absent": "Quotes are left out: the text of “{title}” is not here. It is published at {address}.",
    },
    "es": {
        "steps": "{n} pasos", "possibly": "posible", "evidence": "Pruebas", "nothing": "No se encontró nada.",
        "unsure": "Todo lo que sigue es posible ese día, no seguro: las fechas de los documentos lo dejan abierto.",
        "characters": "caracteres", "last-period": "de su último periodo activo", "ended": "ya no existe",
        "absent": "Sin citas: el texto de «{title}» no está aquí. Está publicado en {address}.",
    },
}  # fmt: skip


def printed(answer: Answer, form: str) -> str:
    """The answer as `text`, `json` or `csv`."""
    if form == "text":
        return "".join(f"{line}\n" for line in _text(answer))
    return _json(answer) if form == "json" else _csv(answer)


def _json(answer: Answer) -> str:
    parameters = {name: _plain(value) for name, value in answer.parameters.items()}
    rows = [{name: _plain(value) for name, value in row.items()} for row in answer.rows]
    document = {"question": answer.question.id, "parameters": parameters, "notes": list(answer.notes), "rows": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: Answer) -> str:
    # one header line; lists are joined by a semicolon
    names = [*(column.name for column in answer.question.columns), *answer.question.derived]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[_cell(row[name]) for name in names] for row in answer.rows])
    return file.getvalue()


def _text(answer: Answer) -> Iterator[str]:
    # notes, then each row with its reason, then the evidence, numbered
    language = answer.parameters["lang"]
    words = _WORDS[language]
    yield f"{answer.question.title[language]}: {', '.join([answer.about, *_asked(answer)])}"
    yield ""
    yield from answer.notes
    unsure = [not row["certain"] for row in answer.rows]
    if unsure and all(unsure):
        yield words["unsure"]
    numbers: dict[tuple[str, int | None, int | None], int] = {}
    cited: list[Citation] = []
    for position, row in enumerate(answer.rows, 1):
        marks = []
        for citation in row["evidence"]:
            key = (citation.source, citation.start, citation.end)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                cited.append(citation)
            marks.append(numbers[key])
        yield ""
        yield f"{position:2}. {row['name']}{_country(row)} — {_part(row, language, mark=not all(unsure))}"
        yield f"    {row['why']} {''.join(f'[{mark}]' for mark in dict.fromkeys(marks))}"
    if not answer.rows:
        yield ""
        yield words["nothing"]
        return
    yield ""
    yield words["evidence"]
    for number, citation in enumerate(cited, 1):
        yield f"[{number}] {_reference(citation, words)}"
    absent = {c.title: c.address for c in cited if c.start is not None and not c.quote}
    for title, address in absent.items():
        yield ""
        yield words["absent"].format(title=title, address=address)


def _asked(answer: Answer) -> Iterator[str]:
    language, concepts = answer.parameters["lang"], schema().concepts
    for parameter in answer.question.parameters:
        value = answer.parameters[parameter.name]
        if parameter.type not in {"entity", "language"}:
            yield concepts[value].label[language] if value in concepts else _cell(value)


def _country(row: dict[str, Any]) -> str:
    return f" ({', '.join(row['country'])})" if row["country"] else ""


def _part(row: dict[str, Any], language: str, *, mark: bool) -> str:
    words, concepts = _WORDS[language], schema().concepts
    parts = [concepts[row["role"]].label[language], concepts[row["strength"]].label[language]]
    if row["standing"] in words:
        parts.append(words[row["standing"]])
    if mark and not row["certain"]:
        parts.append(words["possibly"])
    return ", ".join([*parts, words["steps"].format(n=row["steps"])])


def _reference(citation: Citation, words: dict[str, str]) -> str:
    if citation.start is None:
        return f"{citation.title}. {citation.address}"
    place = f"{citation.title}, {citation.section}, {words['characters']} {citation.start}-{citation.end}"
    quote = " ".join(citation.quote.split())
    return f"{place}: “{quote}”" if quote else place


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [asdict(item) if hasattr(item, "__dataclass_fields__") else item for item in value]
    return value


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if hasattr(value, "quote"):
        span = "" if value.start is None else f" {value.start}-{value.end}"
        return f"{value.source}{span}"
    return str(_plain(value))
