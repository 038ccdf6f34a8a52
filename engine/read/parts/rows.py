"""Values of one name on the axis that counts through the run."""

from __future__ import annotations

import numpy as np

from engine.read.parts.numbers import clamped_float
from engine.run import Floats, Series

# A name is followed up to this number; a log with more different names is not a log of metrics.
MAX_NAMES = 1000


def floats(values: list[float]) -> Floats:
    """Return an array; whole numbers beyond the range of floating point become infinite."""
    try:
        return np.array(values, dtype=np.float64)
    except OverflowError:
        clamped = [clamped_float(value) for value in values]
        return np.array(clamped, dtype=np.float64)


def make_series(
    name: str,
    values: Floats,
    steps: Floats,
    epochs: Floats,
) -> Series:
    """Put values on the step if it counts through the run, else on the epoch or the position."""
    if counts_through(steps) and not restarts_each_epoch(steps, epochs):
        return Series(
            name,
            steps,
            values,
            "step",
        )
    if counts_through(epochs):
        return Series(
            name,
            epochs,
            values,
            "epoch",
        )
    positions = np.arange(len(values), dtype=np.float64)
    return Series(
        name,
        positions,
        values,
    )


def counts_through(x: Floats) -> bool:
    """Return whether x is known everywhere and differs from row to row.

    Few repeats are fine: a resumed run goes over some steps twice.
    """
    if not len(x) or not np.isfinite(x).all():
        return False
    if (x[1:] > x[:-1]).all():
        return True
    different = len(np.unique(x))
    return different * 2 >= len(x)


def restarts_each_epoch(
    steps: Floats,
    epochs: Floats,
) -> bool:
    falls = np.diff(steps) < 0
    if falls.sum() < 2:
        return False
    epoch_changes = np.diff(epochs)[falls]
    return bool((epoch_changes > 0).all())
