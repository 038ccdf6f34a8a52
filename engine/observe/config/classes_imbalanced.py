from engine.evidence import Finding
from engine.observe.robust import logistic
from engine.observe.settings import numbers, word
from engine.run import Case

SYMPTOM = "classes-imbalanced"
# Largest over smallest class. SageMaker: above 10; deepchecks: the same.
USUAL_TIMES, FAR_TIMES = 2.5, 10.0
VOCABULARIES = frozenset(
    {"language_modeling", "sequence_tagging", "translation"}
)  # uneven by nature


def observe(case: Case) -> Finding | None:
    counts = numbers(case, "class_counts")
    if counts is None or len(counts) < 2 or counts.max() <= 0 or word(case, "task") in VOCABULARIES:
        return None
    times = float(counts.max()) / max(float(counts.min()), 1.0)
    text = (
        f"The largest class has {counts.max():g} samples, the smallest {counts.min():g}: "
        f"{times:.3g} times as many."
    )
    return Finding(
        logistic(times, USUAL_TIMES, FAR_TIMES, log=True),
        text,
        "config.class_counts",
        None,
        {"times": times},
    )
