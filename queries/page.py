"""The page of questions, `docs/questions.md`, made from the headers of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .catalogue import OF_EVERY_QUESTION, catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .catalogue import Question

__all__ = ["page"]

_HEAD = """\
<!-- Made by `python -m acuerdo.queries.page`. Do not edit. -->

# The questions · Las preguntas

Each question is one Cypher text and one SPARQL text in `queries/`, and gives the same rows on Neo4j, on the embedded
store, over the RDF export and in Python. All take `--as-of DATE` (today if left out) and `--lang es`; all print text,
`--json` or `--csv`. Beside its own columns every row has `certain` (whether all its facts certainly hold on the day, or
only possibly), `why` (its chain of facts as a sentence) and `evidence`.

In Neo4j Browser, set the parameters, then paste the text of the `.cypher` file:

    :params {target: 'hled', action: 'restore', as_of: date('2021-06-01'), lang: 'en'}

In SPARQL, put terms in place of `$target`, `$as_of` …, as `<https://w3id.org/acuerdo/id/Mechanism/hled>`,
`"2021-06-01"^^xsd:date`, `"en"`.

*Cada pregunta es un texto Cypher y un texto SPARQL en `queries/`, y da las mismas filas en Neo4j, en el almacén
incorporado, sobre la exportación RDF y en Python. Todas admiten `--as-of FECHA` y `--lang es`. Además de sus columnas,
cada fila tiene `certain` (si todos sus hechos son seguros ese día, o solo posibles), `why` (su cadena de hechos en una
frase) y `evidence` (las pruebas). En Neo4j Browser se fijan los parámetros con `:params` y se pega el texto.*

"""


def page() -> str:
    """Write the page.

    Examples
    --------
    >>> page().splitlines()[2]
    '# The questions · Las preguntas'
    """
    questions = sorted(catalogue().values(), key=lambda found: (found.tags[0], found.id))
    return _HEAD + "\n".join(line for found in questions for line in _section(found))


def _section(found: Question) -> Iterator[str]:
    yield f"## {found.id}"
    yield ""
    yield f"**{found.title['en']}.** {found.description['en'].strip()}"
    yield ""
    yield f"***{found.title['es']}.** {found.description['es'].strip()}*"
    yield ""
    yield f"    acuerdo ask {found.example}"
    yield ""
    yield from _table(
        "parameter", ((p.name, p.type, p.meaning, p.default) for p in found.parameters if p not in _ALWAYS)
    )
    yield from _table("column", ((c.name, c.type, c.meaning, "") for c in found.columns))


_ALWAYS = OF_EVERY_QUESTION


def _table(what: str, rows: Iterable[tuple[str, str, dict[str, str], str]]) -> Iterator[str]:
    lines = [
        f"| `{name}`{f' = {default}' if default else ''} | {kind} | {meaning['en']} | {meaning['es']} |"
        for name, kind, meaning, default in rows
    ]
    if lines:
        yield f"| {what} | type | English | español |"
        yield "|---|---|---|---|"
        yield from lines
        yield ""


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
