import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span, tail
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "dead-units"
# Share of units that are zero for every input. SageMaker: more than half; AUTOTRAINER and
# DeepDiagnosis: 70 %. Own: up to 0.1 in healthy recorded runs.
NORMAL_SHARE, ABNORMAL_SHARE = 0.2, 0.6


def observe(case: Case) -> Finding | None:
    dead = curve(case, "dead_fraction")
    if dead is None:
        return None
    end = tail(dead.y)
    many = dead.y >= (NORMAL_SHARE + ABNORMAL_SHARE) / 2
    first = int(np.argmax(many)) if many.any() else len(dead) - 1
    text = (
        f"{end:.0%} of the rectified units are zero for every input at the end (first "
        f"{dead.y[0]:.0%})."
    )
    where: dict[str, str | float] = {"share": end}
    if many.any():
        where |= {"onset": onset_phase(first / len(dead)), "onset_at": float(dead.x[first])}
    return Finding(
        logistic(end, NORMAL_SHARE, ABNORMAL_SHARE),
        text,
        "metrics.dead_fraction",
        span(dead, first),
        where,
    )
