"""The validation score repeats to the last digit while the validation loss moves."""

from __future__ import annotations

import numpy as np

from engine.observe.curves.metrics import (
    accuracy_at_chance_level,
    accuracy_constant,
    accuracy_equals_majority_share,
)
from engine.observe.curves.outputs import predictions_constant, predicts_one_class
from engine.observe.curves.updates import weights_unchanged
from engine.observe.measures.robust import longest_equal
from engine.observe.measures.series import finite_part, paired, part
from engine.observe.measures.stated import number
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Floats, Series

MOST_STILL = 0.5  # of the changes: more, and the validation loss repeats as well
NEARLY_PERFECT = accuracy_constant.SCORE.normal
LEAST_REPEATS = 3  # evaluations in a row with the same score
FEW_ANSWERS = 2  # by which the score moves between most evaluations, after the first third
SCORES = ("val_accuracy", "val_f1", "val_recall", "val_precision")

PAGE = Page(
    "repeated-validation-score",
    Boundary(
        "The validation loss changes at every evaluation, and the score moves by 0, 1 or 2 "
        "examples.",
        "frozen-parameters",
    ),
)
SAME_OUTPUT = Boundary("The outputs differ from input to input.", "dying-relu")
MAJORITY = Boundary(
    "The score does not equal the share of the largest class.",
    "class-imbalance",
)


def read(case: Case) -> NormalPattern:
    name = next((name for name in SCORES if name in case.series), "")
    pair = paired(
        case,
        name,
        "val_loss",
    )
    if pair is None or len(pair[0]) < LEAST_POINTS:
        return PAGE.not_measured("Validation score and validation loss are not both recorded.")
    score = finite_part(case.series[name])
    start, stop = longest_equal(pair[0])
    text = f"{name} repeats at {pair[0][start]:.4g} for {stop - start} evaluations in a row"
    if stop - start < LEAST_REPEATS:
        return PAGE.not_shown(f"{text}.")
    if pair[0][start] >= NEARLY_PERFECT:
        return PAGE.not_shown(f"{text}, which is ordinary near a perfect score.")
    still = int((np.diff(pair[1][start:stop]) == 0).sum())
    text = f"{text}; val_loss repeats at {still} of these {stop - start - 1} changes."
    where = part(score, start, stop) if len(score) == len(pair[0]) else score
    changes = stop - start - 1
    if still > MOST_STILL * changes or is_sign_seen(weights_unchanged, case):
        return PAGE.broken(text, where)
    if still:
        return PAGE.not_measured(f"{text} More digits would tell.", where)
    return _by_outputs(
        case,
        pair[0],
        where,
        text,
    )


def _by_outputs(
    case: Case,
    score: Floats,
    where: Series,
    text: str,
) -> NormalPattern:
    if is_sign_seen(accuracy_equals_majority_share, case):
        return PAGE.broken(
            text,
            where,
            MAJORITY,
        )
    same = (predictions_constant, predicts_one_class, accuracy_at_chance_level)
    if any(is_sign_seen(detector, case) for detector in same):
        return PAGE.broken(
            text,
            where,
            SAME_OUTPUT,
        )
    samples = number(case, "n_val")
    if not samples:
        return PAGE.not_measured(f"{text} The number of examples is not stated.", where)
    late = score[len(score) // 3 :]
    moved = float(np.median(np.abs(np.diff(late)))) * samples
    text = f"{text} On {samples:.0f} examples the score moves by {moved:.3g} in the median."
    if moved <= FEW_ANSWERS + 0.5:
        return PAGE.holds(text, where)
    return PAGE.not_measured(text, where)
