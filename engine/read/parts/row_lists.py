"""Lists inside the rows of a log: one number per layer or per class at every logging point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.names import normalized
from engine.read.parts.numbers import number_from_json
from engine.read.parts.rows import make_series
from engine.run import Floats, Series

MAX_WIDTH = 2000  # more numbers in one row are a dump of a tensor, not a metric


class RowLists:
    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[float, float, list[float]]]] = {}

    def add(self, row: Mapping[str, object], step: float, epoch: float) -> None:
        for key, value in row.items():
            if isinstance(value, list) and 0 < len(value) <= MAX_WIDTH:
                numbers = _numbers(value)
                if len(numbers) == len(value):
                    self._rows.setdefault(key, []).append((step, epoch, numbers))

    def layers(self) -> dict[str, tuple[Series, ...]]:
        """One curve per position of every list that does not count classes."""
        return {name: self._curves(name) for name in self._rows if not _per_class(name)}

    def classes(self) -> dict[str, Floats]:
        """Shape (points, classes)."""
        return {name: np.array([row for _, _, row in self._even(name)]) for name in self._rows if _per_class(name)}

    def _curves(self, name: str) -> tuple[Series, ...]:
        rows = self._even(name)
        steps, epochs = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
        values = np.array([row[2] for row in rows])
        return tuple(
            make_series(f"{name}/{place}", values[:, place], steps, epochs) for place in range(values.shape[1])
        )

    def _even(self, name: str) -> list[tuple[float, float, list[float]]]:
        """The rows that are as long as the first: a log that changes its layers is read up to the change."""
        rows = self._rows[name]
        return [row for row in rows if len(row[2]) == len(rows[0][2])]


def _numbers(values: list[object]) -> list[float]:
    """The values that are numbers in any spelling; a list that holds anything else comes back shorter."""
    try:
        return [number for number in map(number_from_json, values) if number is not None]
    except ValueError:
        return []


def _per_class(name: str) -> bool:
    return "class" in normalized(name)
