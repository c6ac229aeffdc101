"""The command line: thin, over the library. Exit codes: 0 done, 1 nothing found, 2 wrong input, 3 no store."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from . import commands
from .errors import AcuerdoError, RegistryError
from .queries.arguments import split

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
    as_of: Annotated[str, typer.Option(metavar="DATE", help="The day asked about; today if left out.")] = "",
    lang: Annotated[Language, typer.Option(help="Language of the answer.")] = Language.en,
    as_json: Annotated[bool, typer.Option("--json", help="The answer as JSON.")] = False,  # noqa: FBT002
    as_csv: Annotated[bool, typer.Option("--csv", help="The rows as CSV.")] = False,  # noqa: FBT002
    uri: Uri = "",
    report: Reports = None,
) -> None:
    """Ask a question of the catalogue, as: acuerdo ask who-must-act hled --action restore --as-of 2021-06-01."""
    form = "json" if as_json else "csv" if as_csv else "text"
    if not question:
        commands.list_questions(form, lang.value)
        return
    given = {"lang": lang.value} | ({"as_of": as_of} if as_of else {})
    # the clock is read here and nowhere else: below, the day is an argument
    today = date.today()  # noqa: DTZ011  (the day where the person is)
    commands.ask(question, split(question, context.args, given), today, form=form, uri=uri, reports=report or [])


@app.command()
def check(
    registry: Registries = None,
    report: Reports = None,
    against: Annotated[
        Optional[list[Path]],  # noqa: UP045
        typer.Option(metavar="FILE", help="A report: also list its candidates that no entry covers; repeatable."),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Bring the files of --registry into form.")] = False,  # noqa: FBT002
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
    document: Annotated[Path, typer.Argument(metavar="REPORT", help="A document: text, Markdown or PDF.")],
    output: Output = None,
    registry: Registries = None,
) -> None:
    """Extract candidates from a document, as one JSON document."""
    commands.extract(document, output, registry or [])


@app.command("new-source")
def new_source(
    document: Annotated[Path, typer.Argument(metavar="REPORT", help="A document: text, Markdown or PDF.")],
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
