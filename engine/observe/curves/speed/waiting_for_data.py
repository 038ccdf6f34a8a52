from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import logistic, median, ratio
from engine.run import Case

SYMPTOM = "waiting-for-data"
# Share of the step that passes before the batch is there. SageMaker's bottleneck rules look for
# half of the time.
NORMAL_SHARE, ABNORMAL_SHARE = 0.25, 0.6


def observe(case: Case) -> Finding | None:
    data, step = curve(case, "data_time"), curve(case, "step_time") or curve(case, "step_time_step")
    if data is None or step is None:
        return None
    waiting, whole = median(data.y), median(step.y)
    share = ratio(waiting, whole)
    text = (
        f"Loading the batch takes {waiting:.3g} s of a step of {whole:.3g} s ({share:.0%}, "
        "medians)."
    )
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE),
        text,
        "metrics.data_time",
        span(data),
        {"share": share},
    )
