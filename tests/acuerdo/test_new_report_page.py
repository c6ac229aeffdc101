"""The page on new reports: its commands run, in its order, on the sample brief."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Command

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "new-report.md"
COMMAND = re.compile(r"^    ((?:acuerdo|python) .*)$", re.MULTILINE)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="the page's quoting is that of a POSIX shell")
def test_the_commands_of_the_page_work_in_their_order(acuerdo: Command, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "data", tmp_path / "tests" / "data")
    shutil.copytree(ROOT / "ontology" / "registry", tmp_path / "ontology" / "registry")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = acuerdo.environment | {"ACUERDO_HOME": str(acuerdo.home), "PATH": path}
    outputs = []
    for command in COMMAND.findall(PAGE.read_text(encoding="utf-8")):
        expected = 2 if "# exit code 2" in command else 0
        if "--report registry/danube" in command:  # by now a curator has been through the files
            finish(tmp_path / "registry" / "danube")
        run = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert run.returncode == expected, f"{command}\n{run.stderr}"
        outputs.append(run.stdout)
    assert len(outputs) > 8
    assert any("Gobierno de Austria" in out for out in outputs)


def finish(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("TODO: ", ""), encoding="utf-8")
