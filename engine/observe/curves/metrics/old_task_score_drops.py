"""The score of an earlier task drops while a new one is learned.

Measured as the drop from the best value of the old score to its final level. Replay of old data
keeps the drop within 0.06.
"""

import numpy as np

from engine.evidence import Finding, strongest_finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import curve, final_level, part
from engine.run import Case, Series

SYMPTOM = "old-task-score-drops"
DROP = Band(
    0.05,
    0.15,
    source="healthy-runs",
    note="within 0.06 in recorded runs with replay",
)
SCORES = ("task_a_accuracy", "source_accuracy")


def observe(case: Case) -> Finding | None:
    scores = (curve(case, name) for name in SCORES)
    return strongest_finding(_drop(score) for score in scores if score is not None)


def _drop(score: Series) -> Finding:
    best = int(np.argmax(score.y))
    end = final_level(score.y)
    drop = float(score.y[best]) - end
    return Finding.on(
        part(score, best),
        strength=DROP.strength(drop),
        text=f"{score.name} falls from {score.y[best]:.3f} "
        f"at {score.x_name} {score.x[best]:g} to {end:.3f}.",
    )
