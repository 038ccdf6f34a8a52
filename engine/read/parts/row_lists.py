"""Lists inside the rows of a log: one number per layer or per class at every logging point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from engine.names import normalized
from engine.read.parts.numbers import number_from_json
from engine.read.parts.rows import make_series
from engine.run import Floats, Series

MAX_WIDTH = 2000  # more numbers in one row are a dump of a tensor, not a metric


class _ListRow(NamedTuple):
    step: float
    epoch: float
    numbers: list[float]


class RowLists:
    """Lists of numbers under their names, added row by row."""

    def __init__(self) -> None:
        self._rows: dict[str, list[_ListRow]] = {}

    def add(
        self,
        row: Mapping[str, object],
        step: float,
        epoch: float,
    ) -> None:
        """Append the lists of a row that contain nothing but numbers."""
        for name, value in row.items():
            if not isinstance(value, list) or not 0 < len(value) <= MAX_WIDTH:
                continue
            numbers = _numbers(value)
            if len(numbers) == len(value):
                rows = self._rows.setdefault(name, [])
                rows.append(
                    _ListRow(
                        step,
                        epoch,
                        numbers,
                    )
                )

    def layers(self) -> dict[str, tuple[Series, ...]]:
        """Return one curve per position of every list that does not count classes."""
        names = [name for name in self._rows if not _is_per_class(name)]
        return {name: self._curves(name) for name in names}

    def classes(self) -> dict[str, Floats]:
        """Return arrays of shape (points, classes)."""
        names = [name for name in self._rows if _is_per_class(name)]
        return {name: self._matrix(name) for name in names}

    def _curves(self, name: str) -> tuple[Series, ...]:
        rows = self._equally_long(name)
        steps = np.array([row.step for row in rows])
        epochs = np.array([row.epoch for row in rows])
        columns = self._matrix(name).T
        return tuple(
            make_series(
                f"{name}/{position}",
                values,
                steps,
                epochs,
            )
            for position, values in enumerate(columns)
        )

    def _matrix(self, name: str) -> Floats:
        rows = self._equally_long(name)
        return np.array([row.numbers for row in rows])

    def _equally_long(self, name: str) -> list[_ListRow]:
        """Return the rows as long as the first: those before a log changes its layers."""
        rows = self._rows[name]
        width = len(rows[0].numbers)
        return [row for row in rows if len(row.numbers) == width]


def _numbers(values: list[object]) -> list[float]:
    """Read numbers in any spelling; a list with anything else comes back shorter."""
    try:
        numbers = [number_from_json(value) for value in values]
    except ValueError:
        return []
    return [number for number in numbers if number is not None]


def _is_per_class(name: str) -> bool:
    return "class" in normalized(name)
