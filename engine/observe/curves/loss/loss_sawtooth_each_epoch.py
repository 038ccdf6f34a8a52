import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import logistic
from engine.observe.measures.robust import TINY, median, moving_median
from engine.observe.measures.run import step_loss, steps_per_epoch
from engine.observe.measures.spans import span
from engine.run import Case, Floats, Series

SYMPTOM = "loss-sawtooth-each-epoch"
# Mean rank correlation between the loss patterns of successive epochs, the slow trend taken out: 0 for shuffled data
# whatever the batches are like, near 1 when the same batches come in the same order. Own.
NORMAL_LIKENESS, ABNORMAL_LIKENESS = 0.2, 0.6
# Correlation of neighbouring places of the pattern in the second half: a fixed but random order repeats as well and is
# harmless; in sorted data alike batches follow each other. Own: 0.25 and more when sorted, below 0 when not.
UNLIKE, ALIKE = -0.05, 0.2
LEAST_EPOCHS, LEAST_PLACES, MOST_PLACES = 4, 4, 48


def observe(case: Case) -> Finding | None:
    loss, period = step_loss(case), steps_per_epoch(case)
    if loss is None or period is None or loss.x_name == "epoch":
        return None
    places = int(min(period / max(median(np.diff(loss.x)), 1e-9), MOST_PLACES))
    epochs = int((loss.x[-1] - loss.x[0] + 1) // period)
    if places < LEAST_PLACES or epochs < LEAST_EPOCHS:
        return None
    patterns = _patterns(loss, period, epochs, places)
    likeness = _likeness(patterns)
    text = (
        f"{loss.name} was folded into {epochs} epochs of {period:g} steps: "
        f"the patterns of successive epochs have a rank correlation of {likeness:+.2f}."
    )
    neighbours = _likeness_of_neighbours(patterns[epochs // 2 :])
    if likeness > NORMAL_LIKENESS:
        text += f" Neighbouring batches correlate by {neighbours:+.2f}."
    strength = min(logistic(likeness, NORMAL_LIKENESS, ABNORMAL_LIKENESS), logistic(neighbours, UNLIKE, ALIKE))
    return Finding(strength, text, f"metrics.{loss.name}", span(loss), {"likeness": likeness})


def _likeness(patterns: Floats) -> float:
    """Mean rank correlation between neighbouring rows; a row without any variation is like no other."""
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
