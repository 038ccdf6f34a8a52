from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import is_pretrained, number
from engine.run import Case

SYMPTOM = "training-data-small"
# Own: simple tasks are learned from a hundred samples in recorded runs; pre-trained networks need a
# tenth.
USUAL, SMALL = 90.0, 25.0
FINE_TUNING = 0.2


def observe(case: Case) -> Finding | None:
    samples = number(case, "n_train")
    if samples is None or samples < 1:
        return None
    scale = FINE_TUNING if is_pretrained(case) else 1.0
    strength = logistic(samples, scale * USUAL, scale * SMALL, log=True)
    return Finding(strength, f"There are {samples:g} training samples.", "config.n_train")
