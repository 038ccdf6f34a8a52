"""The validation loss rises after its minimum while the training loss goes on falling.

The rise of the loss, a fall of the accuracy, or both a little, count as the turn; a rise late in a
run whose training loss no longer moves is no overfitting. The rise is measured in units of the
loss of a guess; healthy runs end within 4 % of it above their lowest loss, and within 0.05 of
their best accuracy. An evaluation before the first step does not count: what training never
reaches again is another symptom. Where no training loss is recorded, the validation loss speaks
alone, and less. An excerpt that begins late may begin behind the turn, so it does not rule one out.
Where no validation loss is recorded, a fall of the reported score shows the turn; a score that
holds does not rule it out, since losses turn first. Two to four values, such as the rows of a run
that somebody picks out, are compared as they are: they show a large turn, and rule none out. So
are scores, where that of training goes on rising while that of validation falls.
"""

import numpy as np

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.excerpt import begins_late
from engine.observe.measures.few_rows import turn_of_few_losses, turn_of_few_scores
from engine.observe.measures.reported import reported_score
from engine.observe.measures.rise import Rise, validation_rise
from engine.observe.measures.robust import median
from engine.observe.measures.run import (
    TRAINING_LOSSES,
    before_training,
    train_loss,
    validation_loss,
)
from engine.observe.measures.series import curve, final_level, part, recorded
from engine.observe.measures.skill import best_level
from engine.run import Case, Series
from engine.scales import is_seen

SYMPTOM = "validation-loss-turns-up"
RISE = Band(
    0.05,
    0.25,
    source="healthy-runs",
    compare=("umlaut", "sagemaker-debugger"),
    note="of the loss over its minimum, in units of a guess; within 0.04 in healthy recorded runs; "
    "UMLAUT: one rising epoch; SageMaker: 10 % above the training loss",
)
ACCURACY_DROP = Band(
    0.05,
    0.16,
    source="healthy-runs",
    note="of the accuracy from its best level; within 0.05 in healthy recorded runs",
)
SLIGHT_RISE = Band(
    0.02,
    0.1,
    source="judgment",
    note="enough together with a drop of the accuracy",
)
DROP_WITH_RISE = Band(
    0.06,
    0.2,
    source="judgment",
    note="enough together with a slight rise of the loss",
)
TRAINING_FALL = Band(
    0.02,
    0.15,
    source="judgment",
    note="relative fall of the training loss after the minimum",
)
LEAST_POINTS = 5
ALONE = 0.95  # the most without a training loss


def observe(case: Case) -> Finding | None:
    found = _turn(case)
    if found is None or (begins_late(case) and not is_seen(found.strength)):
        return None
    return found


def _turn(case: Case) -> Finding | None:
    held_out = validation_loss(case)
    if held_out is None:
        return _by_score(case)
    if before_training(case, held_out):
        held_out = part(held_out, 1)
    if len(held_out) < LEAST_POINTS:
        return turn_of_few_losses(case, held_out)
    rise = validation_rise(case, held_out)
    if not recorded(case, TRAINING_LOSSES):
        return _alone(held_out, rise)
    loss = train_loss(case, LEAST_POINTS)
    if loss is None:
        return None

    drop = _drop_of_accuracy(case)
    turned_at = float(rise.after.x[0])
    fall = _fall_after(loss, turned_at)
    text = (
        f"val_loss is lowest at {held_out.x_name} {turned_at:g} ({rise.minimum:.3g}) "
        f"and ends at {rise.final:.3g}, while {loss.name} goes on from there by {-fall:+.0%}."
    )
    if drop > ACCURACY_DROP.normal:
        text += f" Validation accuracy ends {drop:.3f} below its best."
    turned = _turned(rise.share, drop)
    strength = min(turned, TRAINING_FALL.strength(fall))
    return Finding.on(rise.after, strength=strength, text=text)


def _by_score(case: Case) -> Finding | None:
    """Judge by a score that falls from its best level while the training loss goes on falling."""
    score = reported_score(case, LEAST_POINTS)
    loss = train_loss(case, LEAST_POINTS)
    if score is None:
        return turn_of_few_scores(case)
    if loss is None:
        return None
    best, end = best_level(score.y), final_level(score.y)
    after = part(score, int(np.argmax(score.y)))
    fall = _fall_after(loss, float(after.x[0]))
    strength = min(ACCURACY_DROP.strength(best - end), TRAINING_FALL.strength(fall))
    if not is_seen(strength):
        return None
    return Finding.on(
        after,
        strength=strength,
        text=f"{score.name} is best around {score.x_name} {after.x[0]:g} ({best:.3f}) and ends at "
        f"{end:.3f}, while {loss.name} goes on from there by {-fall:+.0%}.",
    )


def _alone(held_out: Series, rise: Rise) -> Finding:
    return Finding.on(
        rise.after,
        strength=min(RISE.strength(rise.share), ALONE),
        text=f"val_loss is lowest at {held_out.x_name} {rise.after.x[0]:g} ({rise.minimum:.3g}) "
        f"and ends at {rise.final:.3g}; no training loss is recorded.",
    )


def _turned(rise: float, drop: float) -> float:
    together = min(SLIGHT_RISE.strength(rise), DROP_WITH_RISE.strength(drop))
    return max(
        RISE.strength(rise),
        together,
        ACCURACY_DROP.strength(drop),
    )


def _drop_of_accuracy(case: Case) -> float:
    """Return the drop from the best level to the end; 0 without a validation accuracy."""
    accuracy = curve(case, "val_accuracy")
    if accuracy is None:
        return 0.0
    return best_level(accuracy.y) - final_level(accuracy.y)


def _fall_after(loss: Series, x: float) -> float:
    """Return the relative fall of the training loss after x."""
    at = min(int(np.searchsorted(loss.x, x)), len(loss) - 1)
    neighbors = loss.y[max(at - 1, 0) : at + 2]
    before = median(neighbors)
    if not before > 0:
        return 0.0
    return (before - final_level(loss.y)) / before
