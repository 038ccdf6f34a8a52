"""From scores to probabilities that can be believed.

Features of a text depend on one another, so the likelihoods of naive Bayes are far too sure. The
logarithms are divided by a temperature, which is fitted on held-out scores.
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

# Naive Bayes is too sure, never too modest.
TEMPERATURES = np.geomspace(
    1.0,
    100.0,
    93,
)
BOUNDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Texts whose first class got a probability from `low` up to `high`."""

    low: float
    high: float
    texts: int
    said: float  # mean probability of the first class
    right: float  # share of the texts for which it was right


def probabilities_of(evidence: Floats, temperature: float) -> Floats:
    """Return the softmax of each row of scores, or of one row."""
    logits = evidence / temperature
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float64)


def best_temperature(
    evidence: Floats,
    answers: Places,
    report: Report = silent,
) -> float:
    """Return the temperature of least cross-entropy on held-out scores."""
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
