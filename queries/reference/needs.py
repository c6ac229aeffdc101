"""What provisions need, and what waits for them."""

from __future__ import annotations

from typing import Any

__all__ = ["ANSWERS"]

ANSWERS: dict[str, Any] = {}
