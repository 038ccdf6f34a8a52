"""Lists inside the rows of a log: one number per layer or per class at every logging point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.names import normalized
from engine.read.numbers import number_from_json, quoted
from engine.read.rows import MAX_NAMES, floats, make_series
from engine.run import Floats, Series

MAX_WIDTH = 2000  # more numbers in one row are a dump of a tensor, not a metric
MAX_PLACES = 20_000  # of all lists together; each place becomes a curve of its own


class _List:
    """Rows of one list, all as long as the first.

    A log that changes its layers is read up to the change.
    """

    __slots__ = ("epochs", "rows", "steps", "width")

    def __init__(self, width: int) -> None:
        self.width = width
        self.steps: list[float] = []
        self.epochs: list[float] = []
        self.rows: list[list[float]] = []


class RowLists:
    def __init__(self) -> None:
        self._lists: dict[str, _List] = {}
        self._places = 0
        self._left_out: dict[str, None] = {}  # a set that keeps the order

    def add(self, row: Mapping[str, object], step: float, epoch: float) -> None:
        for name, value in row.items():
            if not isinstance(value, list) or not 0 < len(value) <= MAX_WIDTH:
                continue
            numbers = _numbers(value)
            if len(numbers) == len(value):
                self._add_list(name, numbers, step, epoch)

    def _add_list(self, name: str, numbers: list[float], step: float, epoch: float) -> None:
        logged = self._lists.get(name)
        if logged is None:
            if len(self._lists) >= MAX_NAMES or self._places + len(numbers) > MAX_PLACES:
                self._left_out[name] = None
                return
            logged = self._lists[name] = _List(len(numbers))
            self._places += logged.width
        if len(numbers) == logged.width:
            logged.steps.append(step)
            logged.epochs.append(epoch)
            logged.rows.append(numbers)

    def layers(self) -> dict[str, tuple[Series, ...]]:
        """One curve per position of every list that does not count classes."""
        layered = (name for name in self._lists if not _per_class(name))
        return {name: _curves(name, self._lists[name]) for name in layered}

    def classes(self) -> dict[str, Floats]:
        """Shape (points, classes)."""
        classed = (name for name in self._lists if _per_class(name))
        return {name: np.array(self._lists[name].rows) for name in classed}

    def warnings(self, source: str) -> tuple[str, ...]:
        """Say what was left out, if anything was."""
        if not self._left_out:
            return ()
        first = quoted(next(iter(self._left_out)))
        count = len(self._left_out)
        left_out = f"lists under {count:,} names were left out, the first under {first}"
        limits = f"at most {MAX_NAMES:,} names and {MAX_PLACES:,} numbers in a row are read"
        return (f"{source}: {left_out}: {limits}",)


def _curves(name: str, logged: _List) -> tuple[Series, ...]:
    values = np.array(logged.rows)
    first = make_series(name, values[:, 0], floats(logged.steps), floats(logged.epochs))
    columns = enumerate(values.T)
    return tuple(Series(f"{name}/{place}", first.x, y, first.x_name) for place, y in columns)


def _numbers(values: list[object]) -> list[float]:
    """The values that are numbers in any spelling; a list that holds anything else comes back
    shorter.
    """
    try:
        return [number for number in map(number_from_json, values) if number is not None]
    except ValueError:
        return []


def _per_class(name: str) -> bool:
    return "class" in normalized(name)
