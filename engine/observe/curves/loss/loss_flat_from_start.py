"""The training loss does not move from the start.

Measured as the largest move of the smoothed loss, up or down, as a share of the first loss; the
first steps of a per-step loss count as the start. Runs that learn move by 30 % or more. The first
point alone counts half, because it moves with the accidents of the beginning. A log that begins in
the middle of a run does not show the start.
"""

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import condense, median, ratio, scatter
from engine.observe.measures.run import followed_loss_and_start, step_loss
from engine.run import Case

SYMPTOM = "loss-flat-from-start"
MOVE = Band(
    0.15,
    0.02,
    log=True,
    source="healthy-runs",
    compare=("sagemaker-debugger", "autotrainer"),
    note="of the first loss; 0.3 or more in recorded runs that learn; "
    "SageMaker asks for any fall at all, AUTOTRAINER for 0.01 in accuracy",
)
LEAST_POINTS = 4
PARTS = 6  # medians to which the loss is smoothed
FIRST_COUNTS = 0.5  # weight of the first point alone
FIRST_STEPS = 5  # a single batch is too noisy to start from


@once_per_case  # loss_rests_flat asks as well
def observe(case: Case) -> Finding | None:
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None or begins_late(case):
        return None
    loss, start = known
    if start == 0:
        return None
    smooth = condense(loss.y, PARTS)
    early, first = float(smooth[0]), float(loss.y[0])
    largest = max(
        float(np.abs(smooth - early).max()),
        _move_before(case, early),
        FIRST_COUNTS * abs(first - early),
    )
    move = ratio(largest, max(abs(early), abs(first)))
    return Finding.on(
        loss,
        strength=MOVE.strength(move),
        text=f"{loss.name} starts at {first:.4g} and stays between {smooth.min():.4g} "
        f"and {smooth.max():.4g}: it moves by {move:.1%} over the run.",
    )


def _move_before(case: Case, early: float) -> float:
    """Return how far the first steps lie from the smoothed beginning, beyond batch noise."""
    steps = step_loss(case)
    if steps is None:
        return 0.0
    first = steps.y[:FIRST_STEPS]
    noise = 2 * scatter(steps.y) / math.sqrt(len(first))
    return max(0.0, abs(median(first) - early) - noise)
