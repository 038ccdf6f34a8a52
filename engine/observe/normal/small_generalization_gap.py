"""Training ends somewhat better than validation, or level with it, and validation holds."""

from __future__ import annotations

from dataclasses import dataclass

from engine.observe.curves.loss import training_loss_stays_high
from engine.observe.curves.validation import (
    test_below_validation,
    validation_loss_turns_up,
    validation_too_good,
)
from engine.observe.measures.robust import median, spread
from engine.observe.measures.run import without_lag
from engine.observe.measures.series import paired
from engine.observe.normal.movement import Movement, movement
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats

GAP = 0.13  # in accuracy
LEVEL = 0.03  # in accuracy: curves as close as this are level
STEADY = 0.02  # in accuracy, beyond the noise of single evaluations
TWICE = 2.0  # the noise of single evaluations
LAST = 3  # evaluations

PAGE = Page(
    "small-generalization-gap",
    Boundary(
        "The gap in accuracy is steady and below 0.13, and validation holds its best level.",
        "overfitting",
    ),
)
COPIES = Boundary("Untouched data score like validation.", "train-test-contamination")


@dataclass(frozen=True, slots=True)
class Gap:
    """Training over validation accuracy in the middle and in the last quarter of the run."""

    middle: float
    end: float
    noise: float  # of single evaluations

    @property
    def widens(self) -> bool:
        return self.end - self.middle > STEADY + self.noise

    @property
    def text(self) -> str:
        return (
            f"Training accuracy is {self.middle:+.3f} above validation accuracy in the middle "
            f"and {self.end:+.3f} in the last quarter."
        )


def read(case: Case) -> NormalPattern:
    pair = paired(case, "train_accuracy", "val_accuracy")
    held_out = movement(case, "val_accuracy")
    if pair is None or held_out is None or len(pair[0]) < LEAST_POINTS:
        return PAGE.not_measured("Training and validation accuracy are not both recorded.")
    gap = _gap(*pair)
    if gap.end < -LEVEL:
        return PAGE.not_shown(f"{gap.text} Validation is ahead.")
    falls = _falls(held_out.series.y, gap.noise)
    if falls and gap.widens:
        return PAGE.broken(gap.text, held_out.series)
    open_for = _open_for(gap, falls=falls or not held_out.rises)
    if open_for:
        text = f"{gap.text} {open_for}"
        return PAGE.not_measured(text, held_out.series)
    return _by_signs(case, held_out, gap.text)


def _open_for(gap: Gap, *, falls: bool) -> str:
    """Return why the curves alone leave the page open; empty where they do not."""
    if gap.end >= GAP:
        return "Whether that is affordable is open."
    if falls or gap.widens:
        return "Validation does not hold its best level."
    return ""


def _by_signs(case: Case, held_out: Movement, text: str) -> NormalPattern:
    """Return the answer for a small and steady gap by what else would speak against it."""
    series = held_out.series
    if is_sign_seen(validation_loss_turns_up, case):
        return PAGE.broken(text, series)
    if is_sign_seen(test_below_validation, case):
        return PAGE.broken(text, series, COPIES)
    if is_sign_seen(validation_too_good, case):
        text = f"{text} The score is nearly perfect."
        return PAGE.not_measured(text, series)
    if is_sign_seen(training_loss_stays_high, case):
        text = f"{text} The training set itself is not learned."
        return PAGE.not_measured(text, series)
    return PAGE.holds(f"{text} {held_out.text}.", series)


def _falls(score: Floats, noise: float) -> bool:
    """Return whether the last score lies below the best one by more than its noise."""
    best = float(score.max())
    last = median(score[-LAST:])
    return best - last > STEADY + TWICE * noise


def _gap(train: Floats, held_out: Floats) -> Gap:
    distance = without_lag(train) - held_out
    quarter = max(1, len(distance) // 4)
    return Gap(
        middle=median(distance[quarter : 3 * quarter]),
        end=median(distance[-quarter:]),
        noise=spread(held_out[len(held_out) // 2 :]),
    )
