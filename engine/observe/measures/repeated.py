"""A loss that repeats to the last digit: the weights behind it no longer change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import blocks, longest_equal, ratio
from engine.observe.measures.series import finite_part, part
from engine.run import Case, Floats, Series

# Validation is taken over the same data each time; a training loss of single batches repeats only
# where the outputs stand still as well.
LOSSES = ("val_loss", "train_loss", "train_loss_step")
LEAST_POINTS = 5
ROUNDING = 1e-6  # of a value: in 32-bit arithmetic equal weights give it to within as much
LEAST_DIGITS = 4  # a loss that is written with fewer repeats by rounding
MOST_READ = 50  # values whose digits are counted


@dataclass(frozen=True, slots=True)
class Stretch:
    """The longest stretch of equal values of a loss.

    repeated: those points. points: of the whole loss. fall: from the first point to the stretch, as
    a share of the first value; negative for a rise. reaches_end: nothing comes after it.
    """

    repeated: Series
    points: int
    fall: float
    reaches_end: bool

    @property
    def share(self) -> float:
        """The share of the points that repeat; 0 for a loss of 0, which has reached its goal."""
        return len(self.repeated) / self.points if self.repeated.y[0] else 0.0


def repeated_losses(case: Case, names: Iterable[str] = LOSSES) -> list[Stretch]:
    """Return the longest stretch of equal values of each loss that is written with enough digits.

    Values are equal to within the rounding of 32-bit arithmetic. A loss with fewer than five points
    is left out.
    """
    found = []
    for name in names:
        stretch = _repeated(case, name)
        if stretch is not None:
            found.append(stretch)
    return found


@once_per_case
def _repeated(case: Case, name: str) -> Stretch | None:
    loss = case.series.get(name)
    if loss is None:
        return None
    values = finite_part(loss)
    if len(values) < LEAST_POINTS:
        return None
    if not has_digits(values.y, LEAST_DIGITS):
        return None
    return _longest(values)


def _longest(values: Series) -> Stretch:
    start, end = _longest_repeated(values.y)
    first = float(values.y[0])
    repeated = float(values.y[start])
    fall = ratio(first - repeated, first)
    return Stretch(
        part(values, start, end),
        points=len(values),
        fall=fall,
        reaches_end=end == len(values),
    )


def _longest_repeated(values: Floats) -> tuple[int, int]:
    """Return start and end (exclusive) of the longest stretch of values that repeat the one before
    them, to within rounding.
    """
    repeats = _repeats(values)
    if not len(repeats):
        return 0, 1
    earlier = np.arange(len(repeats))
    first, stop = longest_equal(repeats - earlier)  # neighbors have as many others before them
    start = int(repeats[first])
    end = int(repeats[stop - 1])
    return start, end + 2


def _repeats(values: Floats) -> NDArray[np.intp]:
    """Return the places of values that the next one repeats."""
    places = []
    for block in blocks(0, len(values) - 1):
        following = values[block.start + 1 : block.stop + 1]
        steps = np.abs(following - values[block])
        rounding = ROUNDING * np.abs(following)
        here = np.flatnonzero(steps <= rounding)
        places.append(block.start + here)
    return np.concatenate(places)


def has_digits(values: Floats, least: int) -> bool:
    """Say whether a value is written in so many digits, without zeros on either side."""
    read = values[:MOST_READ].tolist()
    return any(_digits(value) >= least for value in read)


def _digits(value: float) -> int:
    written = f"{abs(value):.12g}"
    mantissa, _, _ = written.partition("e")
    figures = mantissa.replace(".", "")
    return len(figures.strip("0"))
