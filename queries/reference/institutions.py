"""Institutions: who belongs to them, where they come from, how they stand."""

from __future__ import annotations

from typing import Any

__all__ = ["ANSWERS"]

ANSWERS: dict[str, Any] = {}
