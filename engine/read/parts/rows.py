"""Collects rows of a log, each with some values at a step or an epoch, into one series per name."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np

from engine.run import Floats, Series

# A name is followed up to this number; a log with more different names is not a log of metrics.
MAX_NAMES = 1000


class Column:
    __slots__ = ("epochs", "steps", "values")

    def __init__(self) -> None:
        self.steps: list[float] = []
        self.epochs: list[float] = []
        self.values: list[float] = []


class Rows:
    def __init__(self) -> None:
        self._columns: dict[str, Column] = {}

    def __len__(self) -> int:
        return len(self._columns)

    def add(self, values: Mapping[str, float], step: float = math.nan, epoch: float = math.nan) -> None:
        for name, value in values.items():
            column = self._columns.get(name)
            if column is None:
                if len(self._columns) >= MAX_NAMES:
                    continue
                column = self._columns[name] = Column()
            column.steps.append(step)
            column.epochs.append(epoch)
            column.values.append(value)

    def series(self) -> dict[str, Series]:
        return {
            name: make_series(name, floats(column.values), floats(column.steps), floats(column.epochs))
            for name, column in self._columns.items()
        }


def floats(values: list[float]) -> Floats:
    """Whole numbers of a JSON text may be beyond the range of floating point: they become infinite."""
    try:
        return np.array(values, dtype=np.float64)
    except OverflowError:
        return np.array([_float(value) for value in values], dtype=np.float64)


def _float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def make_series(name: str, values: Floats, steps: Floats, epochs: Floats) -> Series:
    """x is the step where it counts through the run, else the epoch, else the position."""
    for x_name, x in (("step", steps), ("epoch", epochs)):
        if _counts_through(x, epochs if x_name == "step" else None):
            return Series(name, x, values, x_name)
    return Series(name, np.arange(len(values), dtype=np.float64), values)


def _counts_through(x: Floats, epochs: Floats | None) -> bool:
    """Is x known everywhere and different from row to row (few repeats: a resumed run goes over some steps twice)?"""
    if not len(x) or not np.isfinite(x).all():
        return False
    if not bool((x[1:] > x[:-1]).all()) and len(np.unique(x)) * 2 < len(x):
        return False
    return not (epochs is not None and _restarts_each_epoch(x, epochs))


def _restarts_each_epoch(steps: Floats, epochs: Floats) -> bool:
    falls = np.diff(steps) < 0
    return bool(falls.sum() >= 2 and (np.diff(epochs)[falls] > 0).all())
