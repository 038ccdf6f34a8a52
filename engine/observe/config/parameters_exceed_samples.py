from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number
from engine.run import Case

SYMPTOM = "parameters-exceed-samples"
# Parameters per training sample. Most healthy networks have more of them than samples, so it says
# little by itself.
USUAL, FAR_MORE = 10.0, 100.0


def observe(case: Case) -> Finding | None:
    parameters, samples = number(case, "n_parameters"), number(case, "n_train")
    if parameters is None or not samples or samples < 1:
        return None
    times = parameters / samples
    text = f"{parameters:g} parameters for {samples:g} training samples: {times:.3g} each."
    return Finding(logistic(times, USUAL, FAR_MORE, log=True), text, "config.n_parameters")
