"""The model has many more parameters than there are training samples.

Most healthy networks have more parameters than samples, so it says little by itself.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import number
from engine.run import Case

SYMPTOM = "parameters-exceed-samples"
TIMES = Band(
    10.0,
    100.0,
    log=True,
    source="judgment",
    note="parameters for each training sample",
)


def observe(case: Case) -> Finding | None:
    parameters = number(case, "n_parameters")
    samples = number(case, "n_train")
    if parameters is None or not samples or samples < 1:
        return None
    times = parameters / samples
    return Finding.stated(
        "n_parameters",
        strength=TIMES.strength(times),
        text=f"{parameters:g} parameters for {samples:g} training samples: {times:.3g} each.",
    )
