"""The training loss repeats the same pattern in each epoch.

The loss is folded into epochs and its slow trend taken out. The patterns of successive epochs are
uncorrelated when the data is shuffled, whatever the batches are like. A fixed but random order
repeats as well and is harmless, so neighboring batches must be alike too, as in sorted data.
"""

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, median, moving_median
from engine.observe.measures.run import step_loss, steps_per_epoch
from engine.run import Case, Floats, Series

SYMPTOM = "loss-sawtooth-each-epoch"
LIKENESS = Band(
    0.2,
    0.6,
    source="healthy-runs",
    note="mean rank correlation of successive epochs; 0 when shuffled, near 1 in one fixed order",
)
NEIGHBORS = Band(
    -0.05,
    0.2,
    source="healthy-runs",
    note="correlation of neighboring places of the pattern; "
    "0.25 and more in sorted data, below 0 in other data",
)
LEAST_EPOCHS = 4
LEAST_PLACES, MOST_PLACES = 4, 48  # of an epoch, at which the loss is read
LEAST_SPACING = 1e-9  # between two points
# Places of all epochs for each point of the loss: 1 when every step is logged alike. With more
# than 2, most values of the patterns would be interpolated across gaps, and one huge step would
# set the size of the arrays.
MOST_PLACES_PER_POINT = 2


def observe(case: Case) -> Finding | None:
    loss = step_loss(case)
    period = steps_per_epoch(case)
    if loss is None or period is None:
        return None
    if loss.x_name == "epoch":
        return None
    patterns = _patterns(loss, period)
    if patterns is None:
        return None
    return _finding(loss, period, patterns)


def _finding(loss: Series, period: float, patterns: Floats) -> Finding:
    epochs = len(patterns)
    second_half = patterns[epochs // 2 :]
    likeness = _likeness(patterns)
    neighbors = _likeness_of_neighbors(second_half)
    strength = min(
        LIKENESS.strength(likeness),
        NEIGHBORS.strength(neighbors),
    )
    text = (
        f"{loss.name} was folded into {epochs} epochs of {period:g} steps: "
        f"the patterns of successive epochs have a rank correlation of {likeness:+.2f}."
    )
    if likeness > LIKENESS.normal:
        text += f" Neighboring batches correlate by {neighbors:+.2f}."
    return Finding.on(loss, strength=strength, text=text)


def _patterns(loss: Series, period: float) -> Floats | None:
    """Return the loss without its trend at the same places of each epoch, (epochs, places).

    None where the points do not carry as many.
    """
    shape = _shape(loss, period)
    if shape is None:
        return None
    epochs, places = shape
    trend = moving_median(loss.y, places)
    starts = loss.x[0] + period * np.arange(epochs)
    offsets = period * (np.arange(places) / places)
    at = np.add.outer(starts, offsets)
    patterns = np.interp(at, loss.x, loss.y - trend)
    return np.asarray(patterns, dtype=np.float64)


def _shape(loss: Series, period: float) -> tuple[int, int] | None:
    """Return epochs, and places of an epoch; None where the points do not carry as many."""
    spacing = max(median(np.diff(loss.x)), LEAST_SPACING)
    length = float(loss.x[-1]) - float(loss.x[0]) + 1
    if not (math.isfinite(spacing) and math.isfinite(length)):
        return None
    if not 0 < period < math.inf:
        return None

    places = int(min(period / spacing, MOST_PLACES))
    epochs = length // period
    if places < LEAST_PLACES or epochs < LEAST_EPOCHS:
        return None
    if epochs * places > MOST_PLACES_PER_POINT * len(loss):
        return None
    return int(epochs), places


def _likeness(patterns: Floats) -> float:
    """Return the mean rank correlation of neighboring rows; a constant row counts as unlike."""
    places = patterns.shape[1]
    order = np.argsort(patterns, axis=1)
    middle = (places - 1) / 2
    ranks = np.argsort(order, axis=1) - middle
    is_constant = np.ptp(patterns, axis=1) <= TINY
    ranks[is_constant] = 0.0

    sum_of_squares = places * (places**2 - 1) / 12
    products = ranks[:-1] * ranks[1:]
    correlation = products.sum(axis=1).mean() / sum_of_squares
    return float(correlation)


def _likeness_of_neighbors(patterns: Floats) -> float:
    """Return the autocorrelation of the mean pattern at a distance of one place."""
    mean = patterns.mean(axis=0)
    mean = mean - mean.mean()
    squares = mean * mean
    power = float(squares.mean())
    if power <= TINY:
        return 0.0
    products = mean[1:] * mean[:-1]
    return float(products.mean()) / power
