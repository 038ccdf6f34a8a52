"""The loss begins or stops to fall where the learning rate jumps.

The slopes of the loss just before and just after the largest jump of the rate are compared: one
side must fall clearly and the other hardly. Only a jump by two or more between logged points
counts, because smooth schedules have no such moment.
"""

from __future__ import annotations

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, condense, ratio
from engine.observe.measures.run import first_loss, train_loss
from engine.observe.measures.series import paired, part
from engine.observe.measures.slopes import theil_sen
from engine.run import Case, Floats
from engine.scales import RULED_OUT

SYMPTOM = "loss-moves-with-learning-rate"
FALL = Band(
    0.004,
    0.025,
    source="healthy-runs",
    note="per point on the faster side, as a share of the first loss",
)
SLOWER_OVER_FASTER = Band(
    0.5,
    0.1,
    source="healthy-runs",
    note="slope of the slower side over that of the faster one",
)
LEAST_JUMP = 2.0  # factor of the rate between two logged points
WINDOW = 5  # points on each side
POINTS = 200  # longer curves are condensed to this many


def observe(case: Case) -> Finding | None:
    loss = train_loss(case)
    start = first_loss(case)
    if loss is None:
        return None
    if not start:
        return None
    pair = paired(case, loss.name, "lr")
    if pair is None or len(pair[0]) < 2 * WINDOW:
        return None
    values = condense(pair[0], POINTS)
    rates = condense(pair[1], POINTS)
    at = _jump(rates)
    if at is None:
        text = "The learning rate has no sudden change."
        return Finding.about(loss.name, strength=RULED_OUT, text=text)

    values_before = values[max(at - WINDOW, 0) : at]
    values_after = values[at : at + WINDOW]
    before = _fall(values_before, start)
    after = _fall(values_after, start)
    return Finding.on(
        part(loss, min(at, len(loss) - 1)),
        strength=_strength(before, after),
        text=f"Where the learning rate goes from {rates[at - 1]:.3g} to {rates[at]:.3g}, "
        f"{loss.name} falls by {before:.2%} of its first value per point before "
        f"and by {after:.2%} after.",
    )


def _strength(before: float, after: float) -> float:
    """Return how surely one side falls and the other does not."""
    faster = max(before, after)
    slower = max(min(before, after), 0.0)
    proportion = ratio(slower, faster)
    return min(
        FALL.strength(faster),
        SLOWER_OVER_FASTER.strength(proportion),
    )


def _jump(rates: Floats) -> int | None:
    """Return the point of the largest relative change, with room for a slope on both sides."""
    logs = np.log(np.maximum(rates, TINY))
    change = np.abs(np.diff(logs))
    change[:2] = 0.0
    change[-2:] = 0.0
    at = int(np.argmax(change))
    if change[at] < np.log(LEAST_JUMP):
        return None
    return at + 1


def _fall(values: Floats, start: float) -> float:
    """Return the fall per point as a share of the first loss."""
    points = np.arange(len(values), dtype=np.float64)
    return -theil_sen(points, values) / abs(start)
