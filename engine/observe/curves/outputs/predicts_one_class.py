import numpy as np

from engine.evidence import Finding
from engine.observe.learned import final_recalls
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "predicts-one-class"
# Recall of the second-best class: 0 when every answer is the same class, by definition.
NORMAL_SECOND, ABNORMAL_SECOND = 0.3, 0.05
NORMAL_FIRST, ABNORMAL_FIRST = 0.6, 0.95


def observe(case: Case) -> Finding | None:
    recalls = final_recalls(case)
    if recalls is None:
        return None
    order = np.argsort(recalls)
    first, second = float(recalls[order[-1]]), float(recalls[order[-2]])
    strength = min(
        logistic(second, NORMAL_SECOND, ABNORMAL_SECOND),
        logistic(first, NORMAL_FIRST, ABNORMAL_FIRST),
    )
    text = (
        f"Recall ends at {first:.3f} for class {order[-1]} and at {second:.3f} or less for "
        "all others."
    )
    return Finding(strength, text, "metrics.per_class_recall", None, {"class": float(order[-1])})
