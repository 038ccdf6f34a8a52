"""The validation score is below that of a constant prediction.

The mean of the target has an R2 of 0, and the largest class has its share as accuracy. A score
below either is worse than no model at all.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.observe.measures.stated import class_shares
from engine.run import Case, Series

SYMPTOM = "score-below-baseline"
R2 = Band(
    0.06,
    -0.1,
    source="closed-form",
    note="0 for the mean of the target",
)
ACCURACY = Band(
    0.0,
    -0.08,
    source="closed-form",
    note="above the share of the largest class",
)


def observe(case: Case) -> Finding | None:
    r2 = curve(case, "val_r2")
    if r2 is not None:
        return _by_r2(case, r2)
    return _by_accuracy(case)


def _by_r2(case: Case, score: Series) -> Finding:
    end = final_level(score.y)
    return Finding.on(
        last_points(score),
        strength=R2.strength(end),
        text=f"val_r2 ends at {ending(case, score)}; the mean of the target has 0.",
    )


def _by_accuracy(case: Case) -> Finding | None:
    score, shares = curve(case, "val_accuracy"), class_shares(case)
    if score is None or shares is None:
        return None
    end = final_level(score.y)
    guess = float(shares.max())
    return Finding.on(
        last_points(score),
        strength=ACCURACY.strength(end - guess),
        text=f"val_accuracy ends at {ending(case, score, '.3f')}; "
        f"always naming the largest class gives {guess:.3f}.",
    )
