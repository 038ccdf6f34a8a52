import math

from engine.evidence import Finding
from engine.observe.facts import curve, span, tail
from engine.observe.robust import logistic
from engine.observe.settings import class_shares, number
from engine.run import Case

SYMPTOM = "accuracy-equals-majority-share"
# Distance in units of the sampling error of the majority share on the validation set; 0.01 where
# its size is unknown.
NORMAL_DISTANCE, ABNORMAL_DISTANCE = 4.0, 1.5
BALANCED, UNEVEN = 1.1, 1.6  # majority share times the number of classes: at 1 it is plain guessing
UNKNOWN_ERROR = 0.01


def observe(case: Case) -> Finding | None:
    shares = class_shares(case)
    accuracy = curve(case, "val_accuracy") or curve(case, "train_accuracy")
    if shares is None or accuracy is None:
        return None
    majority, end = float(shares.max()), tail(accuracy.y)
    samples = number(case, "n_val")
    error = math.sqrt(majority * (1 - majority) / samples) if samples else UNKNOWN_ERROR
    distance = abs(end - majority) / max(error, 1e-3)
    strength = min(
        logistic(distance, NORMAL_DISTANCE, ABNORMAL_DISTANCE),
        logistic(majority * len(shares), BALANCED, UNEVEN),
    )
    text = (
        f"{accuracy.name} ends at {end:.3f}; the largest class makes up {majority:.3f} of the data."
    )
    where = span(accuracy, -min(len(accuracy), 10))
    return Finding(strength, text, f"metrics.{accuracy.name}", where, {"majority": majority})
