from engine.evidence import Finding
from engine.observe.learned import final_recalls
from engine.observe.robust import logistic
from engine.observe.settings import class_shares
from engine.run import Case

SYMPTOM = "minority-recall-near-zero"
# deepchecks and SageMaker look at a class with more than 70 % of its samples wrong.
NORMAL_RECALL, ABNORMAL_RECALL = 0.45, 0.1
POOR, FINE = (
    0.45,
    0.7,
)  # score over all classes, weighted by their shares: a model that fails everywhere is no case


def observe(case: Case) -> Finding | None:
    recalls, shares = final_recalls(case), class_shares(case)
    if recalls is None:
        return None
    weighted = shares is not None and len(shares) == len(recalls)
    total = float(recalls @ shares) if weighted and shares is not None else float(recalls.mean())
    worst = int(recalls.argmin())
    strength = min(
        logistic(float(recalls[worst]), NORMAL_RECALL, ABNORMAL_RECALL), logistic(total, POOR, FINE)
    )
    text = (
        f"Recall of class {worst} ends at {recalls[worst]:.3f} with {total:.3f} of all "
        "samples right."
    )
    return Finding(
        strength, text, "metrics.per_class_recall", None, {"class": float(worst), "total": total}
    )
