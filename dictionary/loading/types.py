"""Rows on their way into a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]  # column -> its value
Rows = Iterator[Row]
