"""The accuracy has exactly the same value for most of the run.

Measured as the longest stretch of equal values. Near a perfect score, or at the end of a run whose
rate decays, equal values are normal, so the stretch must be most of the run and the score
mediocre. The return of a policy is read where its task has no accuracy. Where the loss does not
move either, nothing is learned, which another symptom says.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import longest_equal
from engine.observe.measures.run import train_loss
from engine.observe.measures.series import final_level, finite_part, part
from engine.run import Case, Series

SYMPTOM = "accuracy-constant"
SHARE = Band(
    0.45,
    0.85,
    source="healthy-runs",
    compare=("deepdiagnosis",),
    note="of the run in one stretch; DeepDiagnosis: 20 equal accuracies in a row",
)
SCORE = Band(
    0.97,
    0.9,
    source="healthy-runs",
    note="at the end; near a perfect score equal values are normal",
)
SCORES = ("val_accuracy", "train_accuracy", "success_rate", "reward")
LEAST_POINTS = 5
STILL = 0.01  # of its size, within which a loss does not move


def observe(case: Case) -> Finding | None:
    for name in SCORES:
        series = case.series.get(name)
        if series is not None and len(series.finite) >= LEAST_POINTS:
            return None if _nothing_moves(case) else _stretch(finite_part(series))
    return None


def _nothing_moves(case: Case) -> bool:
    loss = train_loss(case, LEAST_POINTS)
    if loss is None:
        return False
    size = float(np.abs(loss.y).max())
    return float(np.ptp(loss.y)) <= STILL * size


def _stretch(score: Series) -> Finding:
    start, end = longest_equal(score.y)
    length = end - start
    share = length / len(score)
    return Finding.on(
        part(score, start, end),
        strength=min(SHARE.strength(share), SCORE.strength(final_level(score.y))),
        text=f"{score.name} stays at {score.y[start]:.4g} "
        f"for {length} of {len(score)} evaluations in a row.",
    )
