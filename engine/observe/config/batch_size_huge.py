from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import number
from engine.run import Case

SYMPTOM = "batch-size-huge"
# Samples per update, by themselves (large-batch training without special care has been carried to
# 8,192) and as a share of the training data, where small data sets are let off.
USUAL, HUGE = 8192.0, 65536.0
USUAL_SHARE, HUGE_SHARE = 0.2, 0.7
SMALL, LARGE = 64.0, 256.0
TOKENS = frozenset({"language_modeling"})  # batches counted in sequences or tokens say nothing here


def observe(case: Case) -> Finding | None:
    batch, samples = number(case, "batch_size"), number(case, "n_train")
    if batch is None or batch < 1 or case.config.get("task") in TOKENS:
        return None
    strength, text = logistic(batch, USUAL, HUGE, log=True), f"An update sees {batch:g} samples"
    if samples:
        share = batch / samples
        strength = max(
            strength,
            min(logistic(share, USUAL_SHARE, HUGE_SHARE), logistic(batch, SMALL, LARGE, log=True)),
        )
        text += f", {min(share, 1):.0%} of the training data"
    return Finding(strength, f"{text}.", "config.batch_size")
