"""The validation loss climbs while the score that is reported improves or holds."""

from __future__ import annotations

import numpy as np

from engine.observe.curves.validation import generalization_gap, validation_loss_turns_up
from engine.observe.measures.rise import validation_rise
from engine.observe.measures.run import train_loss, validation_loss
from engine.observe.measures.series import final_level, finite_part
from engine.observe.normal.about import named
from engine.observe.normal.movement import first_movement
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.sampling import STANDARD_ERRORS, standard_error
from engine.run import Case, Series
from engine.scales import CERTAIN

RISE = validation_loss_turns_up.RISE.middle  # of the loss of a guess, above the minimum
DROP = 0.04  # of the score, from its best level to the mean of the last three evaluations
LAST = 3
CALIBRATION = ("ece", "calibration", "calibration_error", "brier")
SCORES = ("val_accuracy", "val_f1", "val_auc")

PAGE = Page(
    "overconfident-validation-loss",
    Boundary(
        "The reported score, averaged over the last three evaluations, ends within 0.04 of its "
        "best.",
        "overfitting",
    ),
)
STALLS = Boundary(
    "The score does not stall too low while training goes on improving.",
    "overfitting",
)
USED_AS_THEY_ARE = Boundary(
    "The probabilities are not used as they are: only the top answer or the ranking counts.",
    "miscalibration",
)


def read(case: Case) -> NormalPattern:
    loss = validation_loss(case)
    score = _score(case)
    if loss is None or score is None or len(loss) < LEAST_POINTS:
        return PAGE.not_measured("Validation loss and a score of the same examples are missing.")
    rise = validation_rise(case, loss)
    text = f"val_loss rises from {rise.minimum:.3g} to {rise.final:.3g}"
    if rise.share < RISE:
        return PAGE.not_shown(f"{text}, {rise.share:.0%} of the loss of a guess.")
    best, end = _levels(score)
    drop = best - end
    text = f"{text}; {score.name} is {best:.3f} at best and {end:.3f} over the last {LAST}."
    if drop < DROP:
        return _by_use(
            case,
            text,
            rise.after,
        )
    if drop > STANDARD_ERRORS * standard_error(case, best):
        return PAGE.broken(text, rise.after)
    return PAGE.not_measured(text, rise.after)


def _by_use(
    case: Case,
    text: str,
    after: Series,
) -> NormalPattern:
    """Return the answer where the score holds: it must be good, and all that is used."""
    calibration = first_movement(case, [each.name for each in named(case, *CALIBRATION)])
    if calibration is not None and calibration.rises:
        return PAGE.broken(
            f"{text} {calibration.text}.",
            after,
            USED_AS_THEY_ARE,
        )
    if not _training_goes_on(case, float(after.x[0])):
        return PAGE.not_measured(f"{text} The training loss does not go on falling.", after)
    gap = generalization_gap.observe(case)
    if gap is not None and gap.strength >= CERTAIN:
        return PAGE.not_measured(f"{text} {gap.text} Whether the score is enough is open.", after)
    return PAGE.holds(text, after)


def _training_goes_on(case: Case, x: float) -> bool:
    """Return whether the training loss falls after x, or is not recorded there."""
    loss = train_loss(case)
    if loss is None:
        return True
    at = min(
        int(np.searchsorted(loss.x, x)),
        len(loss) - 1,
    )
    return final_level(loss.y) <= float(loss.y[at])


def _score(case: Case) -> Series | None:
    for name in SCORES:
        series = case.series.get(name)
        if series is not None and len(series.finite) >= LEAST_POINTS:
            return finite_part(series)
    return None


def _levels(score: Series) -> tuple[float, float]:
    """Return the best mean of three evaluations in a row, and that of the last three."""
    means = np.convolve(
        score.y,
        np.ones(LAST) / LAST,
        mode="valid",
    )
    return float(means.max()), float(means[-1])
