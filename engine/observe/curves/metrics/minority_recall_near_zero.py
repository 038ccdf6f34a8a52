"""One class is hardly ever recognized although the model works.

Measured as the lowest recall of a class at the end, together with the recall over all samples: a
model that fails everywhere has another fault.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.recall import TABLE, classes_with_samples, final_recalls
from engine.observe.measures.series import any_points, final_level
from engine.observe.measures.stated import class_shares
from engine.run import Case, Floats

SYMPTOM = "minority-recall-near-zero"
WORST = Band(
    0.45,
    0.15,
    source="judgment",
    compare=("sagemaker-debugger",),
    note="lowest recall; half at 0.3: SageMaker: a class with more than 70 % of its samples wrong",
)
TOTAL = Band(
    0.45,
    0.7,
    source="judgment",
    note="share of all samples that are right",
)


def observe(case: Case) -> Finding | None:
    recalls = final_recalls(case)
    if recalls is None:
        return None
    total = _total(case, recalls)
    worst = int(recalls.argmin())
    lowest = float(recalls[worst])
    number = classes_with_samples(case)[worst]
    return Finding.about(
        TABLE,
        strength=min(WORST.strength(lowest), TOTAL.strength(total)),
        text=f"Recall of class {number} ends at {lowest:.3f} "
        f"with {total:.3f} of all samples right.",
    )


def _total(case: Case, recalls: Floats) -> float:
    """Return the recall over all samples, which is the accuracy.

    All classes count alike where neither their shares nor an accuracy are known.
    """
    shares = class_shares(case)
    if shares is not None and len(shares) == len(recalls):
        return float(recalls @ shares)
    accuracy = any_points(case, "val_accuracy")
    if accuracy is not None:
        return final_level(accuracy.y)
    return float(recalls.mean())
