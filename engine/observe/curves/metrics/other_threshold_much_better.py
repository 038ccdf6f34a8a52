"""Another decision threshold would give a far better score.

The area A under the ROC curve sets a bound: some threshold reaches a balanced accuracy of at least
1 - sqrt((1 - A) / 2). Measured as that bound less the mean of the two recalls at the threshold in
use. Only for two classes, of which both the area and the recalls are recorded.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.recall import final_recalls
from engine.observe.measures.series import curve, final_level
from engine.run import Case

SYMPTOM = "other-threshold-much-better"
GAIN = Band(
    0.02,
    0.18,
    source="closed-form",
    note="in balanced accuracy; that of the best threshold follows from the area under the curve",
)
CLASSES = 2


def observe(case: Case) -> Finding | None:
    area = curve(case, "val_auc")
    recalls = final_recalls(case)
    if area is None or recalls is None or len(recalls) != CLASSES:
        return None
    end = final_level(area.y)
    if not 0 <= end <= 1:
        return None
    within_reach = 1 - math.sqrt((1 - end) / 2)
    present = float(recalls.mean())
    return Finding.about(
        area.name,
        strength=GAIN.strength(within_reach - present),
        text=f"{area.name} ends at {end:.3f}, so some threshold has a balanced accuracy of "
        f"{within_reach:.2f} or more; the one in use has {present:.2f}.",
    )
