"""The training loss rises slowly after its minimum.

The rise from the minimum to the final level is measured in units of the first loss, and the rank
correlation with time says whether it is a trend. Both must be high: a few jumps rise without a
trend, and a slight drift has a trend without a rise.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.robust import ratio
from engine.observe.measures.run import loss_unit, train_loss_and_start
from engine.observe.measures.series import ending, final_level, part
from engine.run import Case

SYMPTOM = "loss-creeps-up"
RISE = Band(
    0.03,
    0.15,
    source="healthy-runs",
    note="after the minimum, as a share of the first loss",
)
TREND = Band(
    0.3,
    0.85,
    source="healthy-runs",
    note="rank correlation with time after the minimum",
)
LEAST_POINTS = 8
LEAST_AFTER = 4  # points after the minimum
LEAST_SHARE = 0.25  # of the run, after the minimum


def observe(case: Case) -> Finding | None:
    known = train_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    lowest = int(np.argmin(loss.y))
    after = part(loss, lowest)
    minimum = float(loss.y[lowest])
    final = final_level(loss.y)
    rise = ratio(final - minimum, loss_unit(start, loss))
    trend = 0.0
    least_after = max(LEAST_SHARE * len(loss), LEAST_AFTER)
    if len(after) >= least_after:
        trend = rank_correlation(after.x, after.y)
    return Finding.on(
        after,
        strength=min(RISE.strength(rise), TREND.strength(trend)),
        text=f"{loss.name} is lowest at {loss.x_name} {loss.x[lowest]:g} ({minimum:.3g}) "
        f"and ends at {ending(case, loss)}; "
        f"its rank correlation with time from there on is {trend:+.2f}.",
    )
