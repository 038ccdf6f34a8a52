"""The step waits for its batch.

Measured as the share of the step's time that passes before the batch is there, in medians.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.series import curve
from engine.run import Case

SYMPTOM = "waiting-for-data"
SHARE = Band(
    0.25,
    0.6,
    source="judgment",
    compare=("sagemaker-debugger",),
    note="of the step; SageMaker: a bottleneck for half of the time",
)


def observe(case: Case) -> Finding | None:
    data = curve(case, "data_time")
    step = curve(case, "step_time") or curve(case, "step_time_step")
    if data is None or step is None:
        return None
    waiting = median(data.y)
    whole = median(step.y)
    share = ratio(waiting, whole)
    return Finding.on(
        data,
        strength=SHARE.strength(share),
        text=f"Loading the batch takes {waiting:.3g} s of a step of {whole:.3g} s "
        f"({share:.0%}, medians).",
    )
