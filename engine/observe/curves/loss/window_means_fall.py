"""The loss jumps from step to step, yet the means of consecutive windows keep falling.

The loss of single steps is cut into ten windows of equal length. Seven or more of the nine changes
between their means must go down, and the last mean must lie four standard errors below the first. A
level curve of independent values has seven of nine in 1.3 % of cases.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio, share_of_steps_up
from engine.observe.measures.run import step_loss
from engine.observe.measures.windows import ten_windows
from engine.run import Case

SYMPTOM = "window-means-fall"
DOWN = Band(
    4.5,
    7.5,
    source="closed-form",
    note="of nine changes; seven or more in 1.3 % of level curves",
)
FALL = Band(
    2.0,
    6.0,
    source="closed-form",
    note="from the first window to the last, in standard errors",
)
JUMPS = Band(
    0.15,
    0.35,
    source="judgment",
    note="share of steps that go up; 0.5 where single batches decide",
)
LEAST_POINTS = 40


def observe(case: Case) -> Finding | None:
    loss = step_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        return None
    cut = ten_windows(loss.y)
    means = cut.means
    fall = float(means[0] - means[-1])
    errors = ratio(fall, cut.error)
    ups = share_of_steps_up(loss.y)
    return Finding.on(
        loss,
        strength=min(DOWN.strength(cut.falls), FALL.strength(errors), JUMPS.strength(ups)),
        text=f"{loss.name} goes up in {ups:.0%} of its steps; the means of ten windows fall in "
        f"{cut.falls} of 9 changes, from {means[0]:.3g} to {means[-1]:.3g}.",
    )
