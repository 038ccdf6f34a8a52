"""The last evaluations score lower than earlier ones on the reported metric.

Measured on means of three neighbors, because the best of many single values is partly noise: the
distance of the last mean from the best one, less two standard errors of the score or two of such
means as they scatter, whichever is larger. Where the training loss ends well above its lowest value
too, or is not finite, training itself went wrong and the drop is not judged. Nor is the score of a
model that was never better than a constant prediction.
"""

from __future__ import annotations

import math

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.bad_points import first_non_finite
from engine.observe.measures.band import Band
from engine.observe.measures.reported import (
    NEIGHBORS,
    means_of_neighbors,
    reported_score,
    sampling_error,
)
from engine.observe.measures.robust import ratio, roughness
from engine.observe.measures.run import TRAINING_LOSSES, train_loss
from engine.observe.measures.series import final_level, part, recorded
from engine.run import Case, Series

SYMPTOM = "last-checkpoint-below-best"
DROP = Band(
    0.02,
    0.06,
    source="judgment",
    note="of the mean of three evaluations below the best such mean, less two standard errors",
)
LEAST_POINTS = 6
ERRORS = 2.0
WORSE = 0.15  # rise of the training loss over its lowest value, as a share of its first one


def observe(case: Case) -> Finding | None:
    score = reported_score(case, LEAST_POINTS)
    if score is None or _training_went_wrong(case):
        return None
    means = means_of_neighbors(score.y)
    best = int(np.argmax(means))
    highest, last = float(means[best]), float(means[-1])
    if highest <= 0:
        return None
    drop = highest - last - ERRORS * _error(case, score, highest)
    return Finding.on(
        part(score, best),
        strength=DROP.strength(drop),
        text=f"{score.name} is best around {score.x_name} {score.x[best + 1]:g} ({highest:.3f}, "
        f"mean of three) and ends at {last:.3f}.",
    )


def _error(case: Case, score: Series, level: float) -> float:
    """Return the standard error of a mean of three: of the sample, or as the means scatter."""
    of_means = roughness(score.y) / math.sqrt(NEIGHBORS)
    return max(sampling_error(case, score, level), of_means)


def _training_went_wrong(case: Case) -> bool:
    if first_non_finite(recorded(case, TRAINING_LOSSES)) is not None:
        return True
    loss = train_loss(case)
    if loss is None:
        return False
    rise = final_level(loss.y) - float(loss.y.min())
    return ratio(rise, float(loss.y[0])) > WORSE
