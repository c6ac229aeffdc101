"""Settings, from the environment: where the graph is kept, where texts of reports are, which Neo4j is meant."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Settings", "settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are.

    `home` (`ACUERDO_HOME`) keeps the embedded store; `sources` (`ACUERDO_SOURCES`) is a folder with the texts of
    reports, if there is one; `base` (`ACUERDO_BASE`) is the base of IRIs; `NEO4J_USERNAME` and `NEO4J_PASSWORD` go with
    a `--uri`.
    """

    home: Path
    sources: Path | None
    base: str
    neo4j_user: str
    neo4j_password: str


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    Examples
    --------
    >>> settings({"ACUERDO_HOME": "here"}).home
    PosixPath('here')
    """
    home, sources = environment.get("ACUERDO_HOME"), environment.get("ACUERDO_SOURCES")
    return Settings(
        home=Path(home) if home else _default_home(),
        sources=Path(sources) if sources else None,
        base=environment.get("ACUERDO_BASE", "https://w3id.org/acuerdo"),
        neo4j_user=environment.get("NEO4J_USERNAME", "neo4j"),
        neo4j_password=environment.get("NEO4J_PASSWORD", ""),
    )


def _default_home() -> Path:
    from platformdirs import user_data_path

    return user_data_path("acuerdo", appauthor=False)
