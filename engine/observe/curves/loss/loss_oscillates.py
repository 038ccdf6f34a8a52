"""The training loss swings about its trend instead of following it.

Judged after the first third of the run by two measures that must both be high: how far the points
lie from a straight trend, and how many steps go up. A fast fall is curved but has no steps up. A
loss per batch is reduced to medians, and the standard error that batch noise leaves in them is
taken off the swing.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import (
    ratio,
    share_of_steps_up,
    spread,
    spread_of_steps,
)
from engine.observe.measures.run import followed_loss_and_start, is_stepwise, loss_unit
from engine.observe.measures.series import after_first_third, condensed
from engine.observe.measures.slopes import theil_sen
from engine.run import Case, Floats, Series

SYMPTOM = "loss-oscillates"
SWING = Band(
    0.02,
    0.09,
    log=True,
    source="healthy-runs",
    compare=("autotrainer",),
    note="of the first loss; 0.005 to 0.03 in healthy recorded runs; "
    "AUTOTRAINER counts swings of 0.03 in accuracy",
)
UPS = Band(
    0.15,
    0.4,
    source="judgment",
    note="share of steps that go up",
)
LEAST_POINTS = 8
PARTS = 15  # medians to which a curve logged per batch is reduced
MARGIN = 1.5  # on the standard error of such a median


def observe(case: Case) -> Finding | None:
    known = followed_loss_and_start(case, LEAST_POINTS)
    if known is None:
        return None
    loss, start = known
    curve = loss
    noise = 0.0
    if is_stepwise(case, loss):
        curve = condensed(loss, PARTS)
        noise = _noise_of_medians(loss, len(loss) / len(curve))
    settled = after_first_third(curve)
    width = spread(_about_trend(settled))
    swing = ratio(_beyond(noise, width), loss_unit(start, curve))
    ups = share_of_steps_up(settled.y)
    return Finding.on(
        settled,
        strength=min(SWING.strength(swing), UPS.strength(ups)),
        text=f"After the first third {loss.name} swings by {swing:.1%} "
        f"of its first value about its trend "
        f"(between {settled.y.min():.3g} and {settled.y.max():.3g}) "
        f"and goes up in {ups:.0%} of the steps.",
    )


def _noise_of_medians(loss: Series, batches: float) -> float:
    """Return the standard error that batch noise leaves in a median of so many batches."""
    of_a_median = math.sqrt(math.pi / 2 / batches)
    return MARGIN * of_a_median * spread_of_steps(after_first_third(loss).y) / math.sqrt(2)


def _about_trend(curve: Series) -> Floats:
    """Return the points less a straight line, whose height does not matter to the spread."""
    return curve.y - theil_sen(curve.x, curve.y) * curve.x


def _beyond(noise: float, width: float) -> float:
    """Return the width that noise does not explain: the square root of width² - noise².

    The two roots are kept apart because the squares could overflow.
    """
    return math.sqrt(max(width - noise, 0.0)) * math.sqrt(width + noise)
