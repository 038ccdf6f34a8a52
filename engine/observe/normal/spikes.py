"""Spikes of the loss of single steps, found once for all pages.

The level is the median of blocks of fifteen neighbors, on long curves their moving median. A spike
stands above a multiple of it, and far outside of all other deviations, so that the scatter of
batches is none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.observe.curves.loss import loss_spikes
from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import (
    LONG,
    blocks,
    every_few,
    median,
    spread,
)
from engine.observe.measures.rows import medians_of_rows
from engine.observe.measures.run import is_stepwise, step_level, step_loss
from engine.run import Case, Floats, Series

BLOCK = loss_spikes.STEP_WINDOW
TIMES = math.sqrt(loss_spikes.TIMES.normal * loss_spikes.TIMES.abnormal)  # over the level around
TAIL = 9.0  # times the spread of all deviations
WAKE = 20  # points after a spike that belong to it
BEGINNING = 0.05  # of the run, in which the loss falls too fast to judge
LEAST_POINTS = 100


@dataclass(frozen=True, slots=True)
class Spike:
    """A jump of a loss.

    start, stop: indices of its first point and of the point after its last one.
    top: the highest loss in it.
    """

    start: int
    stop: int
    top: float


@dataclass(frozen=True, slots=True)
class SpikyLoss:
    """The finite points of a loss of single steps, with its spikes in order."""

    loss: Series
    spikes: tuple[Spike, ...]


@once_per_case
def spiky_loss(case: Case) -> SpikyLoss | None:
    """Return the loss with its spikes; None without a loss of single steps of a hundred points."""
    loss = step_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    if not is_stepwise(case, loss):
        return None
    of_points = step_level(case, BLOCK) if len(loss) > LONG else None
    level = _levels(loss.y) if of_points is None else of_points
    return SpikyLoss(loss, _spikes(loss.y, level))


def _spikes(
    values: Floats,
    level: Floats,
) -> tuple[Spike, ...]:
    """Return the spikes in order; points in the wake of one belong to it."""
    spikes: list[Spike] = []
    for point in _high_points(values, level):
        at = int(point)
        if spikes and at - spikes[-1].stop < WAKE:
            spikes[-1] = _prolonged(
                spikes[-1],
                values,
                at + 1,
            )
        else:
            spikes.append(
                Spike(
                    at,
                    at + 1,
                    float(values[at]),
                )
            )
    return tuple(spikes)


def _prolonged(
    spike: Spike,
    values: Floats,
    stop: int,
) -> Spike:
    """Return a spike that ends later; only the points that are new to it are read."""
    new_top = float(values[spike.stop : stop].max())
    return Spike(
        start=spike.start,
        stop=stop,
        top=max(spike.top, new_top),
    )


def _high_points(
    values: Floats,
    level: Floats,
) -> NDArray[np.intp]:
    """Return the points far above the level around them, without the beginning of the run."""
    beginning = math.ceil(BEGINNING * len(values))
    high = _above_level(values, level)
    if not len(high):
        return high
    usual = spread(every_few(values) - every_few(level))
    is_far = values[high] - level[high] > TAIL * usual
    is_far &= level[high] > 0
    is_far &= high >= beginning
    return high[is_far]


def _above_level(
    values: Floats,
    level: Floats,
) -> NDArray[np.intp]:
    places = []
    for block in blocks(0, len(values)):
        here = np.flatnonzero(values[block] > TIMES * level[block])
        places.append(block.start + here)
    return np.concatenate(places)


def _levels(values: Floats) -> Floats:
    """Return the median of the block of each value; the last block takes what is left over."""
    blocks = len(values) // BLOCK
    whole = values[: blocks * BLOCK]
    rows = whole.reshape(blocks, BLOCK)
    medians = medians_of_rows(rows)
    last_start = (blocks - 1) * BLOCK
    last = median(values[last_start:])

    levels = np.empty(len(values))
    levels[:last_start] = medians[:-1].repeat(BLOCK)
    levels[last_start:] = last
    return levels
