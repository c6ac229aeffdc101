"""The command line, run as people run it, with a home of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Run:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Command:
    """The `acuerdo` command with settings of its own."""

    home: Path
    environment: dict[str, str]

    def __call__(self, *words: str, **more: str) -> Run:
        # not os.environ as it is: a setting of the person who runs the tests must not change what they see
        environment = self.environment | {"ACUERDO_HOME": str(self.home)} | more
        command = [str(Path(sys.executable).with_name("acuerdo")), *words]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
        return Run(run.returncode, run.stdout, run.stderr)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ACUERDO_", "NEO4J_"))}
    return kept | {"COLUMNS": "100", "NO_COLOR": "1"}


@pytest.fixture
def acuerdo(tmp_path: Path) -> Command:
    """A command whose home holds nothing."""
    return Command(tmp_path / "home", _environment())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """A command whose home holds the graph."""
    command = Command(tmp_path_factory.mktemp("home"), _environment())
    run = command("build")
    assert run.code == 0, run.err
    return command


@pytest.fixture(scope="session")
def sources() -> Path:
    """The folder with the text of the report; without it, its tests are skipped."""
    named = os.environ.get("ACUERDO_SOURCES")
    folder = Path(named) if named else Path(__file__).parents[2].parent / "shared" / "sources"
    if not (folder / "forum-2025.txt").is_file():
        pytest.skip("the text of the Forum 2025 report is not here: name its folder in ACUERDO_SOURCES")
    return folder
