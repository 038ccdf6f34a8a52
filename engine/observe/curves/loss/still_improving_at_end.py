"""The loss is still falling when the run ends.

A straight line is fitted through the last fifth of the validation loss, or of the training loss
where no validation is logged. Its fall as a share of the first loss, and in units of its standard
error, must both be high. A run that has settled has a slope within its error.
"""

from __future__ import annotations

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import TINY, ratio
from engine.observe.measures.run import loss_unit, train_loss, validation_loss
from engine.observe.measures.series import last_points
from engine.run import Case, Series

SYMPTOM = "still-improving-at-end"
FALL = Band(
    0.005,
    0.035,
    source="judgment",
    note="along the line through the last fifth, as a share of the first loss",
)
CLEARNESS = Band(
    1.0,
    4.0,
    source="closed-form",
    note="the fall in standard errors of the fit",
)
LEAST_POINTS = 5
LEAST_LATE, SHARE = 4, 5  # the last fifth, of at least four points


def observe(case: Case) -> Finding | None:
    loss = validation_loss(case)
    if loss is None or len(loss) < LEAST_POINTS:
        loss = train_loss(case, LEAST_POINTS)
    if loss is None:
        return None
    fifth = len(loss) // SHARE
    late = last_points(loss, max(LEAST_LATE, fifth))
    fall, error = _line(late)
    first = float(loss.y[0])
    share = ratio(fall, loss_unit(first, loss))
    clearness = ratio(fall, error)
    return Finding.on(
        late,
        strength=min(
            FALL.strength(share),
            CLEARNESS.strength(clearness),
        ),
        text=f"Along a line through its last {len(late)} points {loss.name} falls by {fall:.3g}, "
        f"{share:.1%} of its first value, give or take {error:.2g}.",
    )


def _line(late: Series) -> tuple[float, float]:
    """Return the fall along the least-squares line, and its standard error."""
    x = late.x - late.x.mean()
    length = float(late.x[-1] - late.x[0])
    power = float(x @ x)
    if power <= TINY:
        return 0.0, 0.0
    slope = float(x @ late.y) / power
    level = late.y.mean()
    residuals = late.y - level - slope * x
    squares = float(residuals @ residuals)
    variance = squares / (len(x) - 2)
    error = math.sqrt(variance / power)
    return -slope * length, error * length
