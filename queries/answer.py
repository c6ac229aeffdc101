"""An answer: rows as typed values, as a pandas table, and as HTML in a notebook."""

from __future__ import annotations

from dataclasses import dataclass, field, make_dataclass
from datetime import date
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from ..ontology.names import camel
from ..ontology.schema import schema
from .reasons import DERIVED
from .rows import LISTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from .catalogue import Column, Question
    from .rows import Row

__all__ = ["Answer", "spelled", "typed"]

_TYPES = {"date": date, "number": int, "flag": bool, "facts": list[str]} | dict.fromkeys(LISTS, list[str])
_UNSEEN = {"entity", "facts", "ids"}
_TABLE = "<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@cache
def _row_class(question: str, columns: tuple[tuple[str, str], ...]) -> type[Any]:
    found = [(name, _TYPES.get(kind, str)) for name, kind in columns]
    name = camel(question.replace("-", "_"))
    return make_dataclass(name[0].upper() + name[1:], [*found, *_DERIVED_TYPES], frozen=True, slots=True)


_DERIVED_TYPES: list[tuple[str, Any]] = [("certain", bool), ("why", str), ("evidence", list)]


def typed(question: Question, row: Row) -> Any:
    """The row as a frozen value with a field for each column, of the column's type."""
    columns = tuple((column.name, column.type) for column in question.columns)
    return _row_class(question.id, columns)(**row)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: what it is about (a name, if anything), what stands first (`notes`), then the rows with reasons.

    A row has a field for each of the question's columns, and `certain`, `why` and `evidence`; `names` are those of the
    entities that rows list.
    """

    question: Question
    about: str
    parameters: Mapping[str, Any]
    notes: Sequence[str]
    rows: Sequence[Any]
    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the fields of a row."""
        return (*(column.name for column in self.question.columns), *DERIVED)

    @property
    def title(self) -> str:
        """The question, and what it was asked about, in the language asked for."""
        language = self.parameters["lang"]
        asked = (
            spelled(self.parameters[parameter.name], language)
            for parameter in self.question.parameters
            if parameter.type not in {"entity", "fact", "language"}
        )
        return f"{self.question.title[language]}: {', '.join(word for word in (self.about, *asked) if word)}"

    def seen(self) -> list[Column]:
        """The columns that people read; ids are for programs, and `inverse` is in the words of the relation."""
        return [c for c in self.question.columns if c.type not in _UNSEEN and c.name != "inverse"]

    def spell(self, row: Any, column: Column) -> str:
        """A value of a row as people read it, in the language asked for."""
        value = getattr(row, column.name)
        if column.type == "entities":
            return "; ".join(self.names.get(each, each) for each in value)
        if column.type == "relation" and getattr(row, "inverse", False):
            return schema().relations[value].inverse[self.parameters["lang"]]
        return spelled(value, self.parameters["lang"])

    def to_pandas(self) -> pd.DataFrame:
        """Make a `pandas.DataFrame` with a column for each field of the rows (needs pandas)."""
        import pandas as pd

        rows = [[getattr(row, name) for name in self.columns] for row in self.rows]
        return pd.DataFrame(rows, columns=[*self.columns])

    def _repr_html_(self) -> str:
        language = self.parameters["lang"]
        head = [column.label.get(language, column.name) for column in self.seen()]
        rows = [[*(self.spell(row, column) for column in self.seen()), row.why] for row in self.rows]
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        return f"<h4>{escape(self.title)}</h4>{notes}" + _TABLE.format(
            head="".join(f"<th>{escape(name)}</th>" for name in [*head, "why" if language == "en" else "por qué"]),
            body="".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows),
        )


_FLAGS = {"en": ("no", "yes"), "es": ("no", "sí")}


def spelled(value: object, language: str) -> str:
    """A value as people read it: the label of a concept, a day, names joined."""
    if isinstance(value, bool):
        return _FLAGS[language][value]
    if isinstance(value, list | tuple):
        return ", ".join(spelled(item, language) for item in value)
    if isinstance(value, date):
        return value.isoformat()
    names = (schema().concepts, schema().relations, schema().classes)
    found = next((known[value] for known in names if isinstance(value, str) and value in known), None)
    return found.label[language] if found else str(value)
