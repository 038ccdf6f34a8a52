import math

import numpy as np

from engine.evidence import Finding
from engine.observe.facts import is_stepwise, span, train_loss
from engine.observe.learned import first_loss
from engine.observe.robust import condense, logistic, ratio, spread, theil_sen
from engine.run import Case, Floats, Series

SYMPTOM = "loss-oscillates"
# Spread of the epoch's loss about its straight trend, in units of the first loss. AUTOTRAINER
# counts swings of 0.03 in accuracy; own: healthy recorded runs swing by 0.005 to 0.03 of the first
# loss.
NORMAL_SWING, ABNORMAL_SWING = 0.02, 0.09
NORMAL_UPS, ABNORMAL_UPS = (
    0.15,
    0.4,
)  # share of steps that go up: a fast fall is curved but has none
LEAST_POINTS = 8
SETTLING = 3  # the first third is left out
# points of less than an epoch are condensed to this many, which takes out the noise of batches
PARTS = 15
MARGIN = 1.5  # over the standard error of such a point


def observe(case: Case) -> Finding | None:
    loss, start = train_loss(case), first_loss(case)
    if loss is None or start is None or len(loss) < LEAST_POINTS:
        return None
    noise = 0.0
    if is_stepwise(case, loss):
        x, y = condense(loss.x, PARTS), condense(loss.y, PARTS)
        noise = _noise_of_medians(loss.y, len(loss) / len(y))
        loss = Series(loss.name, x, y, loss.x_name)
    late = loss.y[len(loss) // SETTLING :]
    scale = max(abs(start), float(np.abs(loss.y[:1]).max()))
    away = late - theil_sen(loss.x[-len(late) :], late) * loss.x[-len(late) :]
    width = spread(away)
    beyond_noise = math.sqrt(max(width - noise, 0.0)) * math.sqrt(
        width + noise
    )  # difference of the squares
    swing, ups = ratio(beyond_noise, scale), float((np.diff(late) > 0).mean())
    strength = min(
        logistic(swing, NORMAL_SWING, ABNORMAL_SWING, log=True),
        logistic(ups, NORMAL_UPS, ABNORMAL_UPS),
    )
    text = (
        f"After the first third {loss.name} swings by {swing:.1%} of its first value about its "
        "trend "
        f"(between {late.min():.3g} and {late.max():.3g}) and goes up in {ups:.0%} of the steps."
    )
    return Finding(
        strength, text, f"metrics.{loss.name}", span(loss, len(loss) // SETTLING), {"swing": swing}
    )


def _noise_of_medians(values: Floats, size: float) -> float:
    """Standard error of a median of `size` neighbours, with a margin, from the differences after
    the first third.
    """
    differences = np.diff(values[len(values) // SETTLING :])
    return MARGIN * math.sqrt(math.pi / 2 / size) * spread(differences) / math.sqrt(2)
