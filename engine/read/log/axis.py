"""The x of a curve: the step, the epoch or the position of its values in the log."""

from __future__ import annotations

import numpy as np

from engine.run import Floats

_POINTS_PER_FALL = 50  # a resumed run goes over some steps twice
_LEAST_DIFFERENT = 0.9  # of the points


def axis_of(
    steps: Floats,
    epochs: Floats,
) -> tuple[Floats, str]:
    """Return the x of values: the step if it counts through the run, else epoch or position.

    Steps that start anew in each epoch are counted on.
    """
    if _counts_through(steps):
        return steps, "step"
    if _restarts_with(steps, epochs):
        return _counted_on(steps), "step"
    if _counts_through(epochs):
        return epochs, "epoch"
    places = np.arange(len(steps), dtype=np.float64)
    return places, "index"


def _counts_through(
    x: Floats,
) -> bool:
    """Return whether x is known everywhere and rises; few repeats are fine, as of a resumed run."""
    count = len(x)
    is_known = np.isfinite(x)
    if count == 0 or not is_known.all():
        return False
    before, after = _neighbors(x)
    rises = after > before
    if rises.all():
        return True
    falls = after < before
    most_falls = 1 + count // _POINTS_PER_FALL
    if np.count_nonzero(falls) > most_falls:
        return False
    different = np.unique(x)
    least = _LEAST_DIFFERENT * count
    return len(different) >= least


def _neighbors(
    x: Floats,
) -> tuple[Floats, Floats]:
    """Return all but the last and all but the first; numpy.diff is slow on few points."""
    before = x[:-1]
    after = x[1:]
    return before, after


def _restarts_with(
    steps: Floats,
    epochs: Floats,
) -> bool:
    """Say whether the steps fall where the epochs rise, and only there."""
    have_steps = np.isfinite(steps)
    have_epochs = np.isfinite(epochs)
    if not (have_steps & have_epochs).all():
        return False
    before, after = _neighbors(steps)
    falls = after < before
    if not falls.any():
        return False
    before, after = _neighbors(epochs)
    rises = after > before
    has_risen = rises[falls]
    return bool(has_risen.all())


def _counted_on(
    steps: Floats,
) -> Floats:
    """Add the last step of the epoch before to each step behind a fall."""
    before = np.roll(steps, 1)
    falls = steps < before
    falls[0] = False  # nothing stands before it
    ends = np.where(falls, before, 0.0)
    from_zero = falls & (steps == 0)
    gap = max(steps[0], 1.0)  # between the last step and a step 0 behind it
    gaps = np.where(from_zero, gap, 0.0)
    passed = np.cumsum(ends + gaps)
    return np.asarray(steps + passed, dtype=np.float64)
