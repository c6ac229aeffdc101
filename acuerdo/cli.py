"""The command line: thin, over the library. Exit codes: 0 done, 1 nothing found, 2 wrong input, 3 no store."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from . import asking, commands
from .errors import AcuerdoError, InputError, RegistryError
from .files import read_text
from .queries.arguments import split
from .queries.ask import day_of

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Policy reports as a knowledge graph, and who must act for something to happen.",
)


class Language(StrEnum):
    """Languages of answers."""

    en = "en"
    es = "es"


class Format(StrEnum):
    """Formats of exports."""

    nt = "nt"
    ttl = "ttl"
    graphml = "graphml"


Registries = Annotated[
    Optional[list[str]],  # noqa: UP045  (typer reads annotations at run time)
    typer.Option("--registry", metavar="DIR", help="A registry instead of acuerdo's own; repeatable; `none` for none."),
]
Reports = Annotated[
    Optional[list[Path]],  # noqa: UP045
    typer.Option("--report", metavar="FILE", help="The text of a report, for quotes; repeatable."),
]
Output = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of printing."),
]
Uri = Annotated[
    str,
    typer.Option(metavar="URI", help="A Neo4j, as neo4j://127.0.0.1:7687, with NEO4J_USERNAME and NEO4J_PASSWORD."),
]
AsOf = Annotated[str, typer.Option(metavar="DATE", help="The day asked about; today if left out.")]
Lang = Annotated[Language, typer.Option(help="Language of the answer.")]
Json = Annotated[bool, typer.Option("--json", help="The answer as JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="The rows as CSV.")]
Without = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(metavar="NAME", help="A body that does not act; repeatable."),
]
Lapse = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(metavar="NAME", help="An agreement, programme or mechanism that lapses; repeatable."),
]
Delay = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(metavar="NAME=DATE", help="A provision that is not done before a day; repeatable."),
]
Restore = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option(metavar="NAME", help="A mechanism that is active again; repeatable."),
]
_REST = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.command()
def build(
    reports: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Argument(metavar="[REPORT]...", help="Texts of reports: quotes, and candidates that nothing covers."),
    ] = None,
    report: Reports = None,
    registry: Registries = None,
) -> None:
    """Build the graph: the registry (and the quotes of reports at hand) into the embedded store."""
    commands.build([*(reports or []), *(report or [])], registry or [])


@app.command(context_settings=_REST)
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="A question of the catalogue; left out, all are listed.")] = "",
    as_of: AsOf = "",
    lang: Lang = Language.en,
    as_json: Json = False,
    as_csv: Csv = False,
    uri: Uri = "",
    report: Reports = None,
) -> None:
    """Ask a question of the catalogue, as: acuerdo ask who-must-act hled --action restore --as-of 2021-06-01."""
    form = _form(as_json, as_csv)
    if not question:
        asking.list_questions(form, lang.value)
        return
    given = {"lang": lang.value} | ({"as_of": as_of} if as_of else {})
    asking.ask(question, split(question, context.args, given), _today(), form=form, uri=uri, reports=report or [])


@app.command("what-if")
def what_if(
    without: Without = None,
    lapse: Lapse = None,
    delay: Delay = None,
    restore: Restore = None,
    reach: Annotated[str, typer.Option(metavar="NAME", help="Instead: which bodies are enough for this goal.")] = "",
    action: Annotated[str, typer.Option(help="What is to be done to the goal, if it is no provision.")] = "restore",
    as_of: AsOf = "",
    lang: Lang = Language.en,
    as_json: Json = False,
    as_csv: Csv = False,
    uri: Uri = "",
    report: Reports = None,
) -> None:
    """Say what stalls, loses its basis, is late or comes nearer, and why; options can be repeated and combined."""
    form, day = _form(as_json, as_csv), day_of(as_of or _today().isoformat())
    supposed = {"without": without, "lapse": lapse, "delay": delay, "restore": restore}
    given = {kind: names for kind, names in supposed.items() if names}
    if bool(reach) == bool(given):
        raise InputError("E106", "suppose something (--without, --lapse, --delay, --restore), or name a goal (--reach)")
    if reach:
        asking.reach(reach, action, day, lang=lang.value, form=form, uri=uri)
    else:
        asking.what_if(given, day, lang=lang.value, form=form, uri=uri, reports=report or [])


@app.command()
def query(
    file: Annotated[str, typer.Argument(metavar="FILE", help="Cypher or SPARQL; - reads it from standard input.")],
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.001, help="When the query is ended.")] = 30,
    as_json: Json = False,
    as_csv: Csv = False,
    uri: Uri = "",
) -> None:
    """Run a query of your own: Cypher or SPARQL, read-only, with a time limit."""
    asking.query(read_text(file), _form(as_json, as_csv), uri, timeout)


def _form(as_json: bool, as_csv: bool) -> str:  # noqa: FBT001
    return "json" if as_json else "csv" if as_csv else "text"


def _today() -> date:
    # the clock is read here and nowhere else: below, the day is an argument
    return date.today()  # noqa: DTZ011  (the day where the person is)


@app.command()
def check(
    registry: Registries = None,
    report: Reports = None,
    against: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option(metavar="FILE", help="A report: also list its candidates that no entry covers; repeatable."),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Bring the files of --registry into form.")] = False,
) -> None:
    """Check the registry: keys, ids, classes, times, names, anchors where the text is at hand, and the SHACL shapes."""
    commands.check(registry or [], report or [], against or [], fix=fix)


@app.command()
def load(
    uri: Uri,
    registry: Registries = None,
    report: Reports = None,
) -> None:
    """Load the graph into a Neo4j; a second load of the same writes nothing."""
    commands.load(uri, registry or [], report or [])


@app.command()
def export(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="nt, ttl or graphml.")],
    output: Output = None,
    registry: Registries = None,
    report: Reports = None,
) -> None:
    """Export the graph as N-Triples, Turtle or GraphML."""
    commands.export(form.value, output, registry or [], report or [])


@app.command()
def extract(
    document: Annotated[Path, typer.Argument(metavar="REPORT", help="A document: text, Markdown, PDF, HTML or DOCX.")],
    output: Output = None,
    registry: Registries = None,
) -> None:
    """Extract candidates from a document, as one JSON document."""
    commands.extract(document, output, registry or [])


@app.command("new-source")
def new_source(
    document: Annotated[Path, typer.Argument(metavar="REPORT", help="A document: text, Markdown, PDF, HTML or DOCX.")],
    identifier: Annotated[str, typer.Option("--id", metavar="ID", help="Id of the source; else the file's name.")] = "",
    into: Annotated[Path, typer.Option(metavar="DIR", help="Where the folder is made.")] = Path("registry"),
    registry: Registries = None,
) -> None:
    """Start the registry of a new report: a folder with its entry, sections, hashes and a queue of candidates."""
    commands.new_source(document, identifier, into, registry or [])


def main() -> None:
    """Run the command line; an error of acuerdo's own is one message and its exit code."""
    try:
        app()
    except RegistryError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(error.exit_code)
    except AcuerdoError as error:
        sys.stderr.write(f"acuerdo: {error}\n")
        sys.exit(error.exit_code)
