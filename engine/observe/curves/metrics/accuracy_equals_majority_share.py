"""The accuracy is the share of the largest class.

Measured as the distance between the two in units of the sampling error of that share on the
validation set. Balanced classes do not count: there the same accuracy is plain guessing. The shares
of the evaluated examples are compared with the accuracy on them, not with that of training.
"""

import math

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.evaluated import evaluated_counts
from engine.observe.measures.series import curve, ending, final_level, last_points
from engine.observe.measures.stated import class_shares, number, stated_shares
from engine.run import Case

SYMPTOM = "accuracy-equals-majority-share"
DISTANCE = Band(
    4.0,
    1.5,
    source="closed-form",
    note="in standard errors of a share on the validation set",
)
UNEVENNESS = Band(
    1.1,
    1.6,
    source="judgment",
    note="share of the largest class times the number of classes; 1 when they are balanced",
)
UNKNOWN_ERROR = 0.01  # where the size of the validation set is not known
LEAST_ERROR = 1e-3


def observe(case: Case) -> Finding | None:
    shares = class_shares(case)
    accuracy = curve(case, "val_accuracy")
    if accuracy is None:
        shares = stated_shares(case)
        accuracy = curve(case, "train_accuracy")
    if shares is None or accuracy is None:
        return None
    majority = float(shares.max())
    end = final_level(accuracy.y)
    error = max(_sampling_error(case, majority), LEAST_ERROR)
    distance = abs(end - majority) / error
    unevenness = majority * len(shares)
    return Finding.on(
        last_points(accuracy),
        strength=min(DISTANCE.strength(distance), UNEVENNESS.strength(unevenness)),
        text=f"{accuracy.name} ends at {ending(case, accuracy, '.3f')}; "
        f"the largest class makes up {majority:.3f} of the data.",
    )


def _sampling_error(case: Case, share: float) -> float:
    samples = number(case, "n_val") or _evaluated(case)
    if not samples:
        return UNKNOWN_ERROR
    return math.sqrt(share * (1 - share) / samples)


def _evaluated(case: Case) -> float:
    """Return the number of evaluated examples, 0 where it is not known."""
    counts = evaluated_counts(case)
    return 0.0 if counts is None else float(counts.sum())
