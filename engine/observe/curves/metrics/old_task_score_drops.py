import numpy as np

from engine.evidence import Finding
from engine.observe.facts import curve, onset_phase, span, tail
from engine.observe.robust import logistic
from engine.run import Case, Series

SYMPTOM = "old-task-score-drops"
# own: replay keeps the loss of the old score within 0.06 in recorded runs.
NORMAL_DROP, ABNORMAL_DROP = 0.05, 0.15
NAMES = ("task_a_accuracy", "source_accuracy")


def observe(case: Case) -> Finding | None:
    found = [_drop(score) for name in NAMES if (score := curve(case, name)) is not None]
    return max(found, key=lambda finding: finding.strength, default=None)


def _drop(score: Series) -> Finding:
    best, end = int(np.argmax(score.y)), tail(score.y)
    drop = float(score.y[best]) - end
    return Finding(
        logistic(drop, NORMAL_DROP, ABNORMAL_DROP),
        f"{score.name} falls from {score.y[best]:.3f} at {score.x_name} {score.x[best]:g} to "
        f"{end:.3f}.",
        f"metrics.{score.name}",
        span(score, best),
        {"onset": onset_phase(best / len(score)), "onset_at": float(score.x[best]), "drop": drop},
    )
