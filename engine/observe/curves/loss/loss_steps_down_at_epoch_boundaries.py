"""The loss of single steps drops where an epoch begins and is level in between.

From a border on the model sees each sample once more, so one that memorizes shows it. The median of
the last tenth of each epoch is compared with that of the first tenth of the next one. Two drops or
more must exceed the scatter of such medians, and all of them together must make up most of the fall
after the first epoch.
"""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median, scatter
from engine.observe.measures.run import step_loss, steps_per_epoch
from engine.run import Case, Floats, Series

SYMPTOM = "loss-steps-down-at-epoch-boundaries"
SHARE = Band(
    0.4,
    0.8,
    source="judgment",
    note="of the fall after the first epoch, in the drops at the borders",
)
DROPS = Band(
    0.8,
    2.0,
    source="judgment",
    note="borders at which the loss falls by more than its medians scatter",
)
LEAST_EPOCHS = 3
LEAST_POINTS = 20  # of an epoch, whose tenth holds two
MOST_EPOCHS = 1000
ERRORS = 2.0  # standard errors of a difference of two medians


def observe(case: Case) -> Finding | None:
    loss = step_loss(case)
    period = steps_per_epoch(case)
    if loss is None or not period or loss.x_name == "epoch":
        return None
    epochs = _epochs(loss, period)
    if len(epochs) < LEAST_EPOCHS:
        return None
    shortest = min(map(len, epochs))
    if shortest < LEAST_POINTS:
        return None

    drops = _drops(epochs)
    clear = _clear_drop(loss, epochs)
    fall = _end(epochs[0]) - _end(epochs[-1])
    count = int((drops > clear).sum())
    share = 0.0
    if fall > clear:
        share = float(drops.sum()) / fall
    return Finding.on(
        loss,
        strength=min(
            SHARE.strength(share),
            DROPS.strength(count),
        ),
        text=f"At {count} of {len(drops)} borders of an epoch {loss.name} falls by more than it "
        f"scatters; the borders make up {share:.0%} of the fall after the first epoch.",
    )


def _epochs(loss: Series, period: float) -> list[Floats]:
    """Return the losses of each whole epoch, of the first thousand."""
    begins_at = 1.0
    if loss.x[0] == 0:
        begins_at = 0.0
    passed = (loss.x - begins_at) / period
    numbers = np.floor(passed)
    first = int(numbers[0])
    last = float(loss.x[-1]) + 1 - begins_at
    count = math.floor(last / period) - first
    end = first + min(count, MOST_EPOCHS)
    return [loss.y[numbers == number] for number in range(first, end)]


def _drops(epochs: list[Floats]) -> Floats:
    """Return the fall of the median at each border."""
    falls = []
    for before, after in pairwise(epochs):
        tenth = len(after) // 10
        beginning = median(after[:tenth])
        falls.append(_end(before) - beginning)
    return np.array(falls)


def _end(epoch: Floats) -> float:
    """Return the median of the last tenth of an epoch."""
    tenth = len(epoch) // 10
    return median(epoch[-tenth:])


def _clear_drop(loss: Series, epochs: list[Floats]) -> float:
    """Return the fall that the scatter of single steps does not explain."""
    tenth = len(epochs[0]) // 10
    of_a_difference = math.sqrt(math.pi / tenth)
    return ERRORS * of_a_difference * scatter(loss.y)
