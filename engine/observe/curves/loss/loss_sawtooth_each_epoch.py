import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span, step_loss, steps_per_epoch
from engine.observe.robust import TINY, logistic, median, moving_median
from engine.run import Case, Floats, Series

SYMPTOM = "loss-sawtooth-each-epoch"
# Mean rank correlation between the loss patterns of successive epochs, the slow trend taken out: 0
# for shuffled data whatever the batches are like, near 1 when the same batches come in the same
# order. Own.
NORMAL_LIKENESS, ABNORMAL_LIKENESS = 0.2, 0.6
# Correlation of neighbouring places of the pattern in the second half: a fixed but random order
# repeats as well and is harmless; in sorted data alike batches follow each other. Own: 0.25 and
# more when sorted, below 0 when not.
UNLIKE, ALIKE = -0.05, 0.2
LEAST_EPOCHS, LEAST_PLACES, MOST_PLACES = 4, 4, 48
# Places of all epochs for each point of the loss: 1 when every step is logged alike. With more
# than 2, most values of the patterns would be interpolated across gaps, and one huge step would
# set the size of the arrays.
MOST_PLACES_PER_POINT = 2


def observe(case: Case) -> Finding | None:
    loss, period = step_loss(case), steps_per_epoch(case)
    if loss is None or period is None or loss.x_name == "epoch":
        return None
    shape = _shape(loss, period)
    if shape is None:
        return None
    epochs, places = shape
    patterns = _patterns(loss, period, epochs, places)
    likeness = _likeness(patterns)
    text = (
        f"{loss.name} was folded into {epochs} epochs of {period:g} steps: "
        f"the patterns of successive epochs have a rank correlation of {likeness:+.2f}."
    )
    neighbours = _likeness_of_neighbours(patterns[epochs // 2 :])
    if likeness > NORMAL_LIKENESS:
        text += f" Neighbouring batches correlate by {neighbours:+.2f}."
    strength = min(
        logistic(likeness, NORMAL_LIKENESS, ABNORMAL_LIKENESS), logistic(neighbours, UNLIKE, ALIKE)
    )
    return Finding(strength, text, f"metrics.{loss.name}", span(loss), {"likeness": likeness})


def _shape(loss: Series, period: float) -> tuple[int, int] | None:
    """Return (epochs, places per epoch), or None where the points do not carry as many."""
    spacing = max(median(np.diff(loss.x)), 1e-9)
    length = float(loss.x[-1]) - float(loss.x[0]) + 1
    if not (0 < period < math.inf and math.isfinite(spacing) and math.isfinite(length)):
        return None

    places = int(min(period / spacing, MOST_PLACES))
    epochs = length // period
    if places < LEAST_PLACES or epochs < LEAST_EPOCHS:
        return None
    if epochs * places > MOST_PLACES_PER_POINT * len(loss):
        return None
    return int(epochs), places


def _likeness(patterns: Floats) -> float:
    """Mean rank correlation between neighbouring rows; a row without any variation is like no
    other.
    """
    places = patterns.shape[1]
    ranks = np.argsort(np.argsort(patterns, axis=1), axis=1) - (places - 1) / 2
    ranks[np.ptp(patterns, axis=1) <= TINY] = 0.0
    scale = places * (places**2 - 1) / 12  # the sum of the squared ranks
    return float((ranks[:-1] * ranks[1:]).sum(axis=1).mean() / scale)


def _likeness_of_neighbours(patterns: Floats) -> float:
    """Autocorrelation at a distance of one place of the mean pattern."""
    mean = patterns.mean(axis=0)
    mean = mean - mean.mean()
    power = float((mean * mean).mean())
    return float((mean[1:] * mean[:-1]).mean()) / power if power > TINY else 0.0


def _patterns(loss: Series, period: float, epochs: int, places: int) -> Floats:
    """The detrended loss at the same `places` of each epoch, shape (epochs, places)."""
    trend = moving_median(loss.y, places)
    starts = loss.x[0] + period * np.arange(epochs)
    at = starts[:, None] + period * (np.arange(places) / places)[None, :]
    return np.asarray(np.interp(at, loss.x, loss.y - trend), dtype=np.float64)
