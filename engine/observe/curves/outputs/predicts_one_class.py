"""All samples get the same class.

Measured on the recalls at the end: one class has nearly all its samples right and the second-best
class hardly any. That is 1 and 0, by definition, when every answer is the same. Without recalls of
the classes, an accuracy that stands still together with another score tells it for two classes.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.one_class import BY_SCORES, last_scores, mean_f1_of_one_class
from engine.observe.measures.recall import TABLE, classes_with_samples, final_recalls
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
    scores = last_scores(case)
    if scores is None:
        return None
    strength = BY_SCORES if scores.is_one_class else RULED_OUT
    return Finding.about(
        scores.name,
        strength=strength,
        text=f"val_accuracy ends at {scores.share:.3f} and {scores.name} at {scores.value:.3f}; "
        "if all answers were one class of two, the mean F1 of both would be "
        f"{mean_f1_of_one_class(scores.share):.3f}.",
    )
