"""The catalogue: every question's header and texts, read from its `.cypher` and `.rq` files.

A header is YAML in the comment lines at the top of the `.cypher` file; the `.rq` file's header gives the id again and
the columns that SPARQL cannot give (`without`). The day and the language are parameters of every question, and no
header repeats them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from ..errors import InputError
from ..ontology.located import LOADER
from ..ontology.reader import suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["OF_EVERY_QUESTION", "Column", "Parameter", "Question", "catalogue", "question"]

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a question.

    `type` is entity, fact, date, language, number, or what a concept scheme has many of (action, topic, role …).
    """

    name: str
    type: str
    meaning: Texts
    default: str = ""


OF_EVERY_QUESTION = (
    Parameter("as_of", "date", {"en": "the day asked about", "es": "el día por el que se pregunta"}),
    Parameter("lang", "language", {"en": "language of the names", "es": "idioma de los nombres"}, "en"),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer.

    `type` is entity, concept, relation, class, text, date, number, flag, list (of codes), entities (ids that
    people read as names), ids (of entities whose names stand in another column) or facts (ids, in order); what is a
    list but no chain of facts is sorted.
    `label` stands before the value in print, where the value does not speak for itself.
    """

    name: str
    type: str
    meaning: Texts
    label: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its header, and its text in each language.

    `order` is how rows are sorted; `chain_from` the parameter or column with the entity that a row's chain of facts
    begins with (else its first fact's subject); `without` are the columns that SPARQL cannot give.
    """

    id: str
    title: Texts
    description: Texts
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    chain_from: str
    example: str
    tags: tuple[str, ...]
    cypher: str
    sparql: str
    without: tuple[str, ...]


@cache
def catalogue() -> Mapping[str, Question]:
    """Read all questions, by id."""
    folder = files(__package__)
    names = sorted(item.name.removesuffix(".cypher") for item in folder.iterdir() if item.name.endswith(".cypher"))
    texts = {
        name: tuple(folder.joinpath(name + end).read_text(encoding="utf-8") for end in (".cypher", ".rq"))
        for name in names
    }
    return {name: _question(*pair) for name, pair in texts.items()}


def question(name: str) -> Question:
    """Find a question by its id.

    Raises
    ------
    InputError
        E105: there is none of this name.

    Examples
    --------
    >>> question("who-must-act").title["es"]
    'Quién debe actuar'
    """
    found = catalogue().get(name)
    if found is None:
        raise InputError("E105", f"{name!r}{suggestion(name, catalogue())}; `acuerdo ask` lists them")
    return found


def _question(cypher: str, sparql: str) -> Question:
    header, other = _header(cypher, "//"), _header(sparql, "#")
    if header["id"] != other["id"]:
        raise ValueError(f"the .rq file of {header['id']!r} names {other['id']!r}")
    return Question(
        id=header["id"],
        title=header["title"],
        description=header["description"],
        parameters=(*(Parameter(**parameter) for parameter in header.get("parameters", ())), *OF_EVERY_QUESTION),
        columns=tuple(Column(**column) for column in header["columns"]),
        order=tuple(header["order"]),
        chain_from=header.get("chain_from", ""),
        example=header["example"],
        tags=tuple(header["tags"]),
        cypher=cypher,
        sparql=sparql,
        without=tuple(other.get("without", ())),
    )


def _header(text: str, mark: str) -> dict[str, Any]:
    """Read the comment lines that a query starts with."""
    lines = []
    for line in text.splitlines():
        if not line.startswith(mark):
            break
        lines.append(line.removeprefix(mark).removeprefix(" "))
    header: dict[str, Any] = yaml.load("\n".join(lines), Loader=LOADER)  # noqa: S506
    return header
