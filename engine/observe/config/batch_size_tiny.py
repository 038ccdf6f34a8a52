from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number
from engine.run import Case

SYMPTOM = "batch-size-tiny"
# Samples per update. Own: 16 to 40 are ordinary; two samples give neither a steady gradient nor
# batch statistics.
USUAL, TINY = 8.0, 1.8


def observe(case: Case) -> Finding | None:
    batch = number(case, "batch_size")
    if batch is None or batch < 1:
        return None
    effective = batch * max(number(case, "accumulation_steps") or 1.0, 1.0)
    text = f"An update sees {effective:g} samples."
    return Finding(logistic(effective, USUAL, TINY, log=True), text, "config.batch_size")
