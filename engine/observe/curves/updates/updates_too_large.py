import math

from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import logistic, median
from engine.run import Case

SYMPTOM = "updates-too-large"
# |change| / |weight| per step. TheDeepChecker: above 0.1; a common rule of thumb is 0.001. Own: the
# first epoch of small networks under Adam shows up to 0.06 in healthy recorded runs.
NORMAL_FIRST, ABNORMAL_FIRST = 0.07, 0.25
NORMAL_TYPICAL, ABNORMAL_TYPICAL = 0.03, 0.15
BEGINNING = 0.05


def observe(case: Case) -> Finding | None:
    updates = curve(case, "update_ratio")
    if updates is None:
        return None
    first = float(updates.y[: math.ceil(BEGINNING * len(updates))].max())
    typical = median(updates.y)
    at_first = logistic(first, NORMAL_FIRST, ABNORMAL_FIRST, log=True)
    later = logistic(typical, NORMAL_TYPICAL, ABNORMAL_TYPICAL, log=True)
    text = (
        f"A step changes the weights by {first:.2g} of their size at first and by "
        f"{typical:.2g} in the median."
    )
    where = {
        "onset": "first steps" if at_first >= later else "throughout",
        "first": first,
        "typical": typical,
    }
    return Finding(max(at_first, later), text, "metrics.update_ratio", span(updates), where)
