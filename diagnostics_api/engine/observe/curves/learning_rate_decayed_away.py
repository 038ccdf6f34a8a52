import numpy as np

from diagnostics_api.engine.observe.facts import curve, onset_phase, span
from diagnostics_api.engine.observe.robust import logistic
from diagnostics_api.engine.records import Case, Finding

SYMPTOM = "learning-rate-decayed-away"
# Share of the run spent below a hundredth of the highest rate: 1 % under a linear schedule, 6 % under a cosine,
# 10 % under two step decays by ten at 80 and 90 % (closed form).
NEXT_TO_NOTHING = 0.01
NORMAL_SHARE, ABNORMAL_SHARE = 0.15, 0.45
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    rate = curve(case, "lr")
    if rate is None or len(rate) < LEAST_POINTS or rate.y.max() <= 0:
        return None
    highest = int(np.argmax(rate.y))
    above = np.flatnonzero(rate.y >= NEXT_TO_NOTHING * rate.y[highest])
    left_off = int(above[-1])
    share = 1 - (left_off + 1) / len(rate)
    text = (
        f"The learning rate goes from {rate.y[highest]:.3g} to {rate.y[-1]:.3g}; "
        f"it is below a hundredth of its highest value for the last {share:.0%} of the run."
    )
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
        text,
        f"metrics.{rate.name}",
        span(rate, left_off),
        {"onset": onset_phase(1 - share), "onset_at": float(rate.x[left_off]), "share": share},
    )
