"""One class is hardly ever recognized although the model works.

Measured as the lowest recall of a class at the end, together with the recall over all samples: a
model that fails everywhere has another fault. Without recalls of the classes, a recall near 0
beside a high accuracy is that of the rare class, and so is an F1 that a model reaches which always
names the larger of two classes; any other recall says nothing about single classes.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.one_class import BY_SCORES, last_scores
from engine.observe.measures.recall import (
    TABLE,
    classes_with_samples,
    final_recalls,
    share_right,
)
from engine.observe.measures.series import curve, final_level
from engine.run import Case
from engine.scales import is_seen

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
        return _by_scores(case)
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


def _by_scores(case: Case) -> Finding | None:
    scores = last_scores(case)
    if scores is not None and scores.is_one_class:
        return Finding.about(
            scores.name,
            strength=min(BY_SCORES, TOTAL.strength(scores.share)),
            text=f"{scores.name} ends at {scores.value:.3f} with {scores.share:.3f} of all samples "
            "right: so score answers that are all the larger of two classes.",
        )
    recall, accuracy = curve(case, "val_recall"), curve(case, "val_accuracy")
    if recall is None or accuracy is None:
        return None
    lowest, total = final_level(recall.y), final_level(accuracy.y)
    strength = min(BY_SCORES, WORST.strength(lowest), TOTAL.strength(total))
    if not is_seen(strength):
        return None
    return Finding.about(
        recall.name,
        strength=strength,
        text=f"Recall ends at {lowest:.3f} with {total:.3f} of all samples right.",
    )
