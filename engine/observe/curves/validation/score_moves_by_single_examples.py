"""The validation score moves only in steps of one or two examples.

The accuracy times the number of validation examples is the number of right answers. Measured after
the first third as the share of evaluations that differ from the one before by two answers or fewer.
On a small set that is all that a score can do; on thousands of examples a model that still trains
changes dozens.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.series import after_first_third, finite_part
from engine.observe.measures.stated import number
from engine.run import Case

SYMPTOM = "score-moves-by-single-examples"
SHARE = Band(
    0.5,
    0.85,
    source="judgment",
    note="of the evaluations, that differ from the one before by at most two answers",
)
LEVEL = Band(
    0.995,
    0.97,
    source="judgment",
    note="accuracy at the end; near a perfect score little can move",
)
ANSWERS = 2.5
LEAST_POINTS = 9


def observe(case: Case) -> Finding | None:
    score = case.series.get("val_accuracy")
    samples = number(case, "n_val")
    if score is None or not samples or len(score.finite) < LEAST_POINTS:
        return None
    late = after_first_third(finite_part(score))
    moves = np.abs(np.diff(late.y)) * samples
    share = float((moves < ANSWERS).mean())
    return Finding.on(
        late,
        strength=min(SHARE.strength(share), LEVEL.strength(float(late.y[-1]))),
        text=f"After the first third {share:.0%} of the evaluations differ from the one before by "
        f"at most two of {samples:g} answers.",
    )
