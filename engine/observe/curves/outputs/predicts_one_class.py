"""All samples get the same class.

Measured on the recalls at the end: one class has nearly all its samples right and the second-best
class hardly any. That is 1 and 0, by definition, when every answer is the same. Without recalls of
the classes, an accuracy that stands still together with another score tells it for two classes:
where all answers are the larger class, whose share is the accuracy a, the F1 of the other class and
its recall are 0, the mean F1 of both is a / (1 + a), and the weighted mean 2 a² / (1 + a).
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.recall import TABLE, classes_with_samples, final_recalls
from engine.observe.measures.series import first_recorded
from engine.observe.measures.stated import n_classes
from engine.run import Case
from engine.scales import RULED_OUT

SYMPTOM = "predicts-one-class"
SECOND = Band(
    0.3,
    0.05,
    source="closed-form",
    note="recall of the second-best class; 0 when every answer is the same",
)
FIRST = Band(
    0.6,
    0.95,
    source="closed-form",
    note="recall of the best class; 1 when every answer is the same",
)
CLASSES = 2
BY_SCORES = 0.85  # strength where the scores of two classes say so
CLOSE = 0.002  # of the F1 that follows from the accuracy
LEAST_SHARE = 0.55  # of the larger class, above which its F1 differs from that of a guess
STILL = 3  # last evaluations with the same accuracy


def observe(case: Case) -> Finding | None:
    recalls = final_recalls(case)
    if recalls is None:
        return _by_scores(case)
    order = np.argsort(recalls)
    best = order[-1]
    first = float(recalls[best])
    second = float(recalls[order[-2]])
    number = classes_with_samples(case)[best]
    return Finding.about(
        TABLE,
        strength=min(SECOND.strength(second), FIRST.strength(first)),
        text=f"Recall ends at {first:.3f} for class {number} "
        f"and at {second:.3f} or less for all others.",
    )


def _by_scores(case: Case) -> Finding | None:
    """Return a finding where accuracy and F1, or recall, of two classes are recorded."""
    accuracy = case.series.get("val_accuracy")
    other = first_recorded(case, ("val_f1", "val_recall"))
    if accuracy is None or other is None or (n_classes(case) or CLASSES) != CLASSES:
        return None
    right, score = accuracy.finite[-STILL:], other.finite[-STILL:]
    if min(len(right), len(score)) < STILL:
        return None
    share = float(right[-1])
    stands_still = np.ptp(right) == 0 and share >= LEAST_SHARE
    strength = RULED_OUT
    if stands_still and _is_of_one_class(other.name, float(score[-1]), share):
        strength = BY_SCORES
    return Finding.about(
        other.name,
        strength=strength,
        text=f"val_accuracy ends at {share:.3f} and {other.name} at {score[-1]:.3f}; "
        "if all answers were one class of two, "
        f"the mean F1 of both would be {share / (1 + share):.3f}.",
    )


def _is_of_one_class(name: str, score: float, share: float) -> bool:
    """Return whether a score is the one of a model that always names the larger of two classes."""
    if score == 0:
        return True
    if name != "val_f1":
        return False
    mean = share / (1 + share)
    return abs(score - mean) <= CLOSE or abs(score - 2 * share * mean) <= CLOSE
