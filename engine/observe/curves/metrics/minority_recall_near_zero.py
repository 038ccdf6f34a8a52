"""One class is hardly ever recognized although the model works.

Measured as the lowest recall of a class at the end, together with the recall over all samples: a
model that fails everywhere has another fault.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.recall import (
    TABLE,
    classes_with_samples,
    final_recalls,
    share_right,
)
from engine.run import Case

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
    total = share_right(case, recalls)
    worst = int(recalls.argmin())
    lowest = float(recalls[worst])
    number = classes_with_samples(case)[worst]
    return Finding.about(
        TABLE,
        strength=min(WORST.strength(lowest), TOTAL.strength(total)),
        text=f"Recall of class {number} ends at {lowest:.3f} "
        f"with {total:.3f} of all samples right.",
    )
