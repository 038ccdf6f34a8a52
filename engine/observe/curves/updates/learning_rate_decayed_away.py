import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span
from engine.observe.robust import logistic
from engine.run import Case, Series

SYMPTOM = "learning-rate-decayed-away"
# Share of the run spent below a hundredth of the highest rate: 1 % under a linear schedule, 6 %
# under a cosine, 10 % under two step decays by ten at 80 and 90 % (closed form).
NEXT_TO_NOTHING = 0.01
NORMAL_SHARE, ABNORMAL_SHARE = 0.15, 0.45
# The same below a twelfth: 19 % under a cosine, a third under decays by ten after each third of the
# run (closed form).
LITTLE = 1 / 12
NORMAL_LITTLE, ABNORMAL_LITTLE = 0.35, 0.6
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    rate = curve(case, "lr")
    if rate is None or len(rate) < LEAST_POINTS or rate.y.max() <= 0:
        return None
    highest = int(np.argmax(rate.y))
    left_off = _last_above(rate, NEXT_TO_NOTHING * rate.y[highest])
    share = 1 - (left_off + 1) / len(rate)
    little = 1 - (_last_above(rate, LITTLE * rate.y[highest]) + 1) / len(rate)
    text = (
        f"The learning rate goes from {rate.y[highest]:.3g} to {rate.y[-1]:.3g}; "
        f"it is below a hundredth of its highest value for the last {share:.0%} of the run "
        f"and below a twelfth for the last {little:.0%}."
    )
    return Finding(
        max(
            logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
            logistic(little, NORMAL_LITTLE, ABNORMAL_LITTLE),
        ),
        text,
        f"metrics.{rate.name}",
        span(rate, left_off),
        {"onset": onset_phase(1 - share), "onset_at": float(rate.x[left_off]), "share": share},
    )


def _last_above(rate: Series, level: float) -> int:
    return int(np.flatnonzero(rate.y >= level)[-1])
