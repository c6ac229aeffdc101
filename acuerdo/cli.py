"""The command line: thin, over the library. Exit codes: 0 done, 1 nothing found, 2 wrong input, 3 no store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from .errors import AcuerdoError, RegistryError

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Policy reports as a knowledge graph, and who must act for something to happen.",
)

Reports = Annotated[
    Optional[list[Path]],  # noqa: UP045  (typer reads the annotation at run time)
    typer.Option("--report", help="A report's text; its sentences are shown as quotes.", metavar="FILE"),
]
Registries = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--registry", help="A registry folder instead of acuerdo's own (repeatable); `none` for none."),
]
Uri = Annotated[str, typer.Option("--uri", help="A Neo4j, as neo4j://127.0.0.1:7687; user and password from NEO4J_USERNAME, NEO4J_PASSWORD.")]
AsJson = Annotated[bool, typer.Option("--json", help="As one JSON document.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="As CSV.")]
Output = Annotated[Optional[Path], typer.Option("--output", "-o", help="Write here instead of printing.")]  # noqa: UP045


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
