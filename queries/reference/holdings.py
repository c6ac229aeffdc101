"""What the graph holds: topics, coverage, evidence, conflicts."""

from __future__ import annotations

from typing import Any

__all__ = ["ANSWERS"]

ANSWERS: dict[str, Any] = {}
