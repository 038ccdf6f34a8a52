"""The training loss gives back what it has learned, smoothly and on training data too.

A weight decay that is stronger than what the data ask for pulls the weights to zero. The first
epochs learn, and then the answers fade toward a constant: the loss climbs back toward its start,
without jumps and not above it. Measured as the share of the fall that is given back. Too large
steps throw a loss up and down, or above where it began.
"""

from __future__ import annotations

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import is_stepwise, train_loss_and_start
from engine.observe.measures.series import ending, final_level, part
from engine.run import Case, Floats

SYMPTOM = "loss-climbs-back"
SHARE = Band(
    0.05,
    0.25,
    log=True,
    source="judgment",
    note="of the fall from the first loss, given back by the end",
)
SIZE = Band(
    0.003,
    0.012,
    log=True,
    source="judgment",
    note="of the first loss; runs that rest stay within 0.002 of it",
)
STEADY = Band(
    0.4,
    0.85,
    source="judgment",
    note="climb over all moves up and down since the minimum; 1 where the loss only rises",
)
JUMP = Band(
    0.7,
    0.4,
    source="judgment",
    note="largest single move up since the minimum, as a share of the climb",
)
ABOVE = Band(
    0.25,
    0.05,
    source="judgment",
    note="by which the end may lie above the first loss, as a share of it",
)
LEAST_POINTS = 8
LEAST_AFTER = 0.4  # share of the points that must follow the minimum


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    if known is None or begins_late(case):
        return None
    loss, start = known
    if start <= 0 or is_stepwise(case, loss):
        return None
    lowest = int(np.argmin(loss.y))
    after = part(loss, lowest)
    minimum, final = float(loss.y[lowest]), final_level(loss.y)
    climb = final - minimum
    strength = 0.0
    if lowest and len(after) >= LEAST_AFTER * len(loss):
        strength = min(
            SHARE.strength(ratio(climb, start - minimum)),
            SIZE.strength(ratio(climb, start)),
            STEADY.strength(_steadiness(after.y, climb)),
            JUMP.strength(_largest_jump(after.y, climb)),
            ABOVE.strength(ratio(final - start, start)),
        )
    return Finding.on(
        after,
        strength=strength,
        text=f"{loss.name} falls from {start:.4g} to {minimum:.4g} and ends at "
        f"{ending(case, loss, '.4g')}.",
    )


def _steadiness(values: Floats, climb: float) -> float:
    """Return the climb as a share of all moves: 1 where every point is above the one before."""
    moves = float(np.abs(np.diff(values)).sum())
    return ratio(max(climb, 0.0), moves)


def _largest_jump(values: Floats, climb: float) -> float:
    """Return the largest move from one point to the next as a share of the climb."""
    return ratio(float(np.diff(values).max()), climb)
