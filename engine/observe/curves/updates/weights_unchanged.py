import numpy as np

from engine.evidence import Finding
from engine.observe.facts import onset_phase, paired, span
from engine.observe.robust import logistic
from engine.run import Case, Floats

SYMPTOM = "weights-unchanged"
# Share of the points in the first half at which the weights do not change at all although the rate
# is above zero. SageMaker compares three steps in a row; a schedule that ends at zero freezes the
# last points only.
NORMAL_SHARE, ABNORMAL_SHARE = 0.1, 0.6
DRIVEN = 1e-4  # of the highest rate; below that the update is lost in the rounding of the weights


def observe(case: Case) -> Finding | None:
    updates = case.series.get("update_ratio")
    if updates is None or not len(updates.finite):
        return None
    driven = _under_a_rate(case)
    values = updates.finite if driven is None else driven
    first_half = values[: max(1, len(values) // 2)]
    share = float((first_half == 0).mean())
    text = (
        f"The weights do not change at all in {share:.0%} of the points in the first half "
        "of the run."
    )
    where = {
        "onset": onset_phase(float(np.argmax(values == 0)) / len(values)) if share else "never"
    }
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
        text,
        "metrics.update_ratio",
        span(updates),
        where,
    )


def _under_a_rate(case: Case) -> Floats | None:
    """The update ratios of the points at which the learning rate could move the weights."""
    pair = paired(case, "update_ratio", "lr")
    if pair is None or not (pair[1] > 0).any():
        return None
    values, rates = pair
    return values[rates > DRIVEN * float(rates.max())]
