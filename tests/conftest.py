"""Fixtures for all tests: a real Neo4j, started once for the run and only if a test asks for it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_NEO4J_LOCAL = Path(__file__).parents[1] / "docker" / "neo4j_local.py"


@pytest.fixture(scope="session")
def neo4j_local() -> ModuleType:
    """`docker/neo4j_local.py`, which is no part of the installed package."""
    spec = importlib.util.spec_from_file_location("neo4j_local", _NEO4J_LOCAL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def neo4j_server(neo4j_local: ModuleType) -> Iterator[Any]:
    """A running Neo4j Community: `uri`, `user`, `password`."""
    if reason := neo4j_local.missing():
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with neo4j_local.running() as server:
        yield server
