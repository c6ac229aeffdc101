"""Answers for people and programs: text for a terminal, JSON and CSV for everything else."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .queries.answer import Answer
    from .queries.catalogue import Column
    from .queries.reasons import Citation

__all__ = ["printed", "table"]

_WORDS = {
    "en": {
        "possibly": "possibly", "evidence": "Evidence", "nothing": "Nothing found.", "characters": "characters",
        "unsure": "All that follows is possible on that day, not certain: the dates of the documents leave it open.",
        "last-period": "of its last active period", "ended": "no longer exists", "current": "",
        "absent": "Quotes are left out: the text of “{title}” is not here. It is published at {address}.",
    },
    "es": {
        "possibly": "posible", "evidence": "Pruebas", "nothing": "No se encontró nada.", "characters": "caracteres",
        "unsure": "Todo lo que sigue es posible ese día, no seguro: las fechas de los documentos lo dejan abierto.",
        "last-period": "de su último periodo activo", "ended": "ya no existe", "current": "",
        "absent": "Sin citas: el texto de «{title}» no está aquí. Está publicado en {address}.",
    },
}  # fmt: skip


def printed(answer: Answer, form: str) -> str:
    """The answer as `text`, `json` or `csv`."""
    if form == "text":
        return "".join(f"{line}\n" for line in _text(answer))
    return _json(answer) if form == "json" else _csv(answer)


def table(rows: Sequence[Mapping[str, Any]], form: str) -> str:
    """Rows of any query as `text` (a table), `json` or `csv`."""
    if form == "json":
        return json.dumps(rows, ensure_ascii=False, indent=2, default=str) + "\n"
    names = list(rows[0]) if rows else []
    cells = [[_cell(row[name]) for name in names] for row in rows]
    if form == "csv":
        file = io.StringIO()
        csv.writer(file, lineterminator="\n").writerows([names, *cells] if names else [])
        return file.getvalue()
    widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
    lines = [names, ["-" * width for width in widths], *cells] if names else []
    text = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "".join(f"{line}\n" for line in [*text, f"{len(rows)} rows"])


def _json(answer: Answer) -> str:
    parameters = {name: _plain(value) for name, value in answer.parameters.items()}
    rows = [{name: _plain(getattr(row, name)) for name in answer.columns} for row in answer.rows]
    document = {"question": answer.question.id, "parameters": parameters, "notes": list(answer.notes), "rows": rows}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _csv(answer: Answer) -> str:
    # one header line; lists are joined by a semicolon
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([[_cell(getattr(row, name)) for name in answer.columns] for row in answer.rows])
    return file.getvalue()


def _text(answer: Answer) -> Iterator[str]:
    # notes, then each row with its reason, then the evidence, numbered
    language = answer.parameters["lang"]
    words = _WORDS[language]
    yield answer.title
    yield ""
    yield from answer.notes
    unsure = [not row.certain for row in answer.rows]
    if unsure and all(unsure):
        yield words["unsure"]
    numbers: dict[tuple[str, int | None, int | None], int] = {}
    cited: list[Citation] = []
    for position, row in enumerate(answer.rows, 1):
        marks = []
        for citation in row.evidence:
            key = (citation.source, citation.start, citation.end)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                cited.append(citation)
            marks.append(numbers[key])
        yield ""
        yield f"{position:2}. {_headline(answer, row, words, mark=not all(unsure))}"
        if row.why:
            yield f"    {row.why} {''.join(f'[{mark}]' for mark in dict.fromkeys(marks))}"
    if not answer.rows:
        yield ""
        yield words["nothing"]
        return
    if cited:
        yield ""
        yield words["evidence"]
    for number, citation in enumerate(cited, 1):
        yield f"[{number}] {_reference(citation, words)}"
    absent = {c.title: c.address for c in cited if c.start is not None and not c.quote}
    for title, address in absent.items():
        yield ""
        yield words["absent"].format(title=title, address=address)


def _headline(answer: Answer, row: Any, words: Mapping[str, str], *, mark: bool) -> str:
    """The first column that people read, and the others behind a dash; a country in brackets behind whose it is."""
    parts: list[str] = []
    for column in answer.seen():
        part = _part(answer, row, column, words)
        if column.name == "country":
            parts[-1] += f" ({part})" if part else ""
        else:
            parts.append(part)
    if mark and not row.certain:
        parts.append(words["possibly"])
    first, *others = parts
    rest = ", ".join(part for part in others if part)
    return first + (f" — {rest}" if rest else "")


def _part(answer: Answer, row: Any, column: Column, words: Mapping[str, str]) -> str:
    value = getattr(row, column.name)
    if value is False or value in ("", []):
        return ""
    if column.name == "standing":
        return words[value]
    label = column.label.get(answer.parameters["lang"], "")
    text = "" if value is True else answer.spell(row, column)
    return f"{label}: {text}" if label and text else label or text


def _reference(citation: Citation, words: Mapping[str, str]) -> str:
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
