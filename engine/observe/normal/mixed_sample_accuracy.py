"""Under mixup or CutMix the logged training accuracy stays far below validation.

Plain training images do at least as well as validation. So a validation loss far below chance
level shows that they are learned, where they are not scored by themselves.
"""

from __future__ import annotations

from engine.observe.measures.guess import chance_loss
from engine.observe.measures.robust import median
from engine.observe.measures.run import validation_loss
from engine.observe.measures.series import curve, final_level, last_points, paired
from engine.observe.normal.about import states
from engine.observe.normal.clean_scores import clean_accuracy, clean_loss_share
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.run import Case, Series

FAR_BELOW = 0.08  # in accuracy, as for a lead of validation that is a sign
LEARNED = 0.33  # of chance level: the loss on plain images
UNLEARNED = 0.67
MIXING = ("mixup", "mix_up", "cutmix", "cut_mix", "fmix", "mosaic")

PAGE = Page(
    "mixed-sample-accuracy",
    Boundary(
        "On plain training images accuracy is at least that of validation and the loss below a "
        "third of chance level; it is broken above two thirds.",
        "harmful-augmentation",
    ),
)


def read(case: Case) -> NormalPattern:
    pair = paired(
        case,
        "train_accuracy",
        "val_accuracy",
    )
    if pair is None or len(pair[0]) < LEAST_POINTS or not _is_mixed(case):
        return PAGE.not_measured("No accuracies of a run with mixed samples are recorded.")
    train, held_out = pair
    half = len(train) // 2
    below = median(held_out[half:] - train[half:])
    text = f"In the second half training accuracy is {below:.3f} below validation accuracy."
    where = last_points(case.series["train_accuracy"])
    if below < FAR_BELOW:
        return PAGE.not_shown(text)
    share = clean_loss_share(case)
    if share is None:
        return _by_validation(
            case,
            text,
            where,
        )
    text = f"{text} On plain training images the loss ends at {share:.0%} of chance level."
    if share > UNLEARNED:
        return PAGE.broken(text, where)
    if share < LEARNED and _is_level(case):
        return PAGE.holds(text, where)
    return PAGE.not_measured(text, where)


def _by_validation(
    case: Case,
    text: str,
    where: Series,
) -> NormalPattern:
    loss, chance = validation_loss(case), chance_loss(case)
    if loss is None or not chance:
        return PAGE.not_measured(f"{text} No loss on plain images is recorded.", where)
    share = final_level(loss.y) / chance
    text = f"{text} On validation images the loss ends at {share:.0%} of chance level."
    if share < LEARNED:
        return PAGE.holds(text, where)
    return PAGE.not_measured(text, where)


def _is_level(case: Case) -> bool:
    """Return whether plain training images do at least as well as validation, where recorded."""
    clean, held_out = clean_accuracy(case), curve(case, "val_accuracy")
    if clean is None or held_out is None:
        return True
    return final_level(clean.y) >= final_level(held_out.y)


def _is_mixed(case: Case) -> bool:
    if states(case, *MIXING):
        return True
    return any(key.startswith(MIXING) and bool(value) for key, value in case.config.items())
