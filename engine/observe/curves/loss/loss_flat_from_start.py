import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span, step_loss, train_loss
from engine.observe.learned import first_loss
from engine.observe.robust import condense, logistic, median, ratio, spread
from engine.run import Case

SYMPTOM = "loss-flat-from-start"
# Largest move of the smoothed loss, up or down, as a share of the first loss. SageMaker's
# LossNotDecreasing asks for any fall at all, AUTOTRAINER for 0.01 in accuracy; own: recorded runs
# that learn move by 30 % or more.
NORMAL_MOVE, ABNORMAL_MOVE = 0.15, 0.02
LEAST_POINTS = 4
PARTS = 6  # the loss is smoothed to medians over this many parts of the run
FIRST_COUNTS = 0.5  # the first point alone moves with the accidents of the beginning
FIRST_STEPS = 5  # a single batch is too noisy to start from


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS or start == 0:
        return None
    smooth = condense(loss.y, PARTS)
    early = float(smooth[0])
    first = float(loss.y[0])
    move = max(
        float(np.abs(smooth - early).max()),
        _move_before(case, early),
        FIRST_COUNTS * abs(first - early),
    )
    move = ratio(move, max(abs(early), abs(first)))
    text = (
        f"{loss.name} starts at {first:.4g} and stays between {smooth.min():.4g} and "
        f"{smooth.max():.4g}: "
        f"it moves by {move:.1%} over the run."
    )
    strength = logistic(move, NORMAL_MOVE, ABNORMAL_MOVE, log=True)
    return Finding(strength, text, f"metrics.{loss.name}", span(loss), {"move": move})


def _move_before(case: Case, early: float) -> float:
    """How far the first steps lie from the smoothed beginning, beyond the noise of single
    batches.
    """
    steps = step_loss(case)
    if steps is None:
        return 0.0
    first = steps.y[:FIRST_STEPS]
    noise = 2 * spread(np.diff(steps.y)) / math.sqrt(2 * len(first))
    return max(0.0, abs(median(first) - early) - noise)
