"""What is to be done, by whom and when."""

from __future__ import annotations

from typing import Any

__all__ = ["ANSWERS"]

ANSWERS: dict[str, Any] = {}
