"""Lists inside the rows of a log: one number per layer or per class at every logging point."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.names import normalized
from engine.read.parts.numbers import number_from_json, quoted
from engine.read.parts.rows import MAX_NAMES, make_series
from engine.run import Floats, Series

MAX_WIDTH = 2000  # more numbers in one row are a dump of a tensor, not a metric
MAX_PLACES = 20_000  # of all lists together; each place becomes a curve of its own


class _List:
    """Rows of one list, all as long as the first.

    A log that changes its layers is read up to the change.
    """

    __slots__ = ("places", "rows", "width")

    def __init__(self, width: int) -> None:
        self.width = width
        self.places: list[int] = []
        self.rows: list[list[float]] = []

    def append(
        self,
        numbers: list[float],
        place: int,
    ) -> None:
        """Add a list of `width` numbers that stands in the row of the number `place`."""
        self.places.append(place)
        self.rows.append(numbers)

    def matrix(self) -> Floats:
        """Return an array of shape (points, width)."""
        return np.array(self.rows)


class RowLists:
    """Lists of numbers under their names, added row by row."""

    def __init__(self) -> None:
        self._lists: dict[str, _List] = {}
        self._places = 0
        self._left_out: dict[str, None] = {}  # a set that keeps the order

    def add(
        self,
        lists: Mapping[str, list[object]],
        place: int,
    ) -> None:
        """Append the lists of a row that contain nothing but numbers; `place` counts the rows."""
        for name, value in lists.items():
            width = len(value)
            if width == 0 or width > MAX_WIDTH:
                continue
            numbers = _numbers(value)
            if len(numbers) < width:
                continue
            logged = self._list(name, width)
            if logged is not None and logged.width == width:
                logged.append(numbers, place)

    def _list(
        self,
        name: str,
        width: int,
    ) -> _List | None:
        """Return the list of that name, None beyond the limits."""
        logged = self._lists.get(name)
        if logged is not None:
            return logged
        places = self._places + width
        if len(self._lists) >= MAX_NAMES or places > MAX_PLACES:
            self._left_out[name] = None
            return None
        self._places = places
        logged = _List(width)
        self._lists[name] = logged
        return logged

    def layers(
        self,
        steps: Floats,
        epochs: Floats,
    ) -> dict[str, tuple[Series, ...]]:
        """Return one curve per position of every list that does not count classes.

        steps, epochs: of each row, NaN where it has none.
        """
        return {
            name: _curves(
                name,
                logged,
                steps,
                epochs,
            )
            for name, logged in self._lists.items()
            if not _is_per_class(name)
        }

    def classes(self) -> dict[str, Floats]:
        """Return arrays of shape (points, classes)."""
        return {
            name: logged.matrix()
            for name, logged in self._lists.items()
            if _is_per_class(name)
        }  # fmt: skip

    def warnings(self, source: str) -> tuple[str, ...]:
        """Say what was left out, if anything was."""
        if not self._left_out:
            return ()
        count = len(self._left_out)
        names = iter(self._left_out)
        first = quoted(next(names))
        left_out = f"lists under {count:,} names were left out, the first under {first}"
        limits = f"at most {MAX_NAMES:,} names and {MAX_PLACES:,} numbers in a row are read"
        return (f"{source}: {left_out}: {limits}",)


def _curves(
    name: str,
    logged: _List,
    steps: Floats,
    epochs: Floats,
) -> tuple[Series, ...]:
    """Return one curve per position; they share their x."""
    columns = logged.matrix().T
    rows = np.array(logged.places, dtype=np.intp)
    first = make_series(
        name,
        columns[0],
        steps[rows],
        epochs[rows],
    )
    return tuple(
        Series(
            name=f"{name}/{place}",
            x=first.x,
            y=values,
            x_name=first.x_name,
        )
        for place, values in enumerate(columns)
    )


def _numbers(values: list[object]) -> list[float]:
    """Read numbers in any spelling; a list with anything else comes back shorter."""
    try:
        numbers = list(map(number_from_json, values))
    except ValueError:
        return []
    return [number for number in numbers if number is not None]


def _is_per_class(name: str) -> bool:
    plain = normalized(name)
    return "class" in plain
