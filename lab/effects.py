"""Decide whether a fault shows, by comparing the faulty run with its healthy twin.

Each effect returns the difference in words, or None where there is none.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite
from statistics import median

from lab.curves import (
    Metrics,
    early_norm,
    final,
    final_score,
    gap_to_test,
    lowest_recall,
    roughness,
)

Difference = str | None
Effect = Callable[[Metrics, Metrics], Difference]  # the twin, the faulty run

SCORE_MARGIN = 0.06
TEST_MARGIN = 0.1
LOSS_MARGIN = 0.08  # of the twin's first loss: between two nearly perfect runs a ratio is noise


def worse_score(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a validation score that is clearly lower.

    A score that is not finite counts as lower: the run broke.
    """
    good = final_score(twin)
    bad = final_score(faulty)
    lowest = good - SCORE_MARGIN
    if isfinite(bad) and bad >= lowest:
        return None
    return f"final validation score {bad:.3f} against twin {good:.3f}"


def worse_loss(factor: float) -> Effect:
    """Ask for a validation loss of `factor` times the twin's.

    NaN counts as higher: the run broke.
    """

    def effect(twin: Metrics, faulty: Metrics) -> Difference:
        good = final(twin, "val_loss")
        bad = final(faulty, "val_loss")
        margin = LOSS_MARGIN * twin["val_loss"][0]
        limit = max(factor * good, good + margin)
        if bad <= limit:
            return None
        return f"final validation loss {bad:.4g} against twin {good:.4g}"

    return effect


def worse(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a worse score or, without one, for a worse loss.

    Some faults leave the score alone and make the model overconfident.
    """
    difference = worse_score(twin, faulty)
    if difference is not None:
        return difference
    by_loss = worse_loss(1.5)
    return by_loss(twin, faulty)


def both(*effects: Effect) -> Effect:
    """Ask for all of the effects.

    Return their words one after the other.
    """

    def effect(twin: Metrics, faulty: Metrics) -> Difference:
        differences: list[str] = []
        for effect_asked in effects:
            difference = effect_asked(twin, faulty)
            if difference is None:
                return None
            differences.append(difference)
        return "; ".join(differences)

    return effect


def turned_up(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask that the validation loss rises from an early minimum while the training loss falls.

    The minimum is early before 0.7 of the run. The training loss must end well below the twin's.
    """
    losses = faulty["val_loss"]
    lowest = min(losses)
    place = losses.index(lowest)
    is_early = place < 0.7 * len(losses)
    rose = final(faulty, "val_loss") > 1.25 * lowest
    of_twin = final(twin, "train_loss")
    fell = final(faulty, "train_loss") < 0.6 * of_twin
    if is_early and rose and fell:
        return "validation loss turned up while training loss fell"
    return None


def higher_training_loss(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a training loss of 1.5 times the twin's at the end.

    It separates a model that cannot fit from one that fits and generalizes badly.
    """
    good = final(twin, "train_loss")
    bad = final(faulty, "train_loss")
    if bad > 1.5 * good:
        return f"final training loss {bad:.4g} against twin {good:.4g}"
    return None


def stalls(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask that the loss falls at first, then not by a twentieth in the second half."""
    losses = faulty["train_loss"]
    half_time = len(losses) // 2
    middle = losses[half_time]
    last = final(faulty, "train_loss")
    fell_at_first = middle < 0.95 * losses[0]
    stayed = last > 0.95 * middle
    if fell_at_first and stayed:
        return f"training loss {middle:.4g} at half time and {last:.4g} at the end"
    return None


def test_below_validation(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a gap between validation and test score that the twin does not have.

    Both runs must log the test score.
    """
    name = "r2"
    if "val_accuracy" in faulty:
        name = "accuracy"
    good = gap_to_test(twin, name)
    bad = gap_to_test(faulty, name)
    limit = max(good, 0.0) + TEST_MARGIN
    if bad > limit:
        return f"validation minus test score {bad:.3f}, twin {good:.3f}"
    return None


def spiked(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for an epoch loss of three times its neighbors that came back down.

    Raises ValueError for a run of fewer than five epochs.
    """
    losses = faulty["train_loss"]
    last = losses[-1]
    peaks: list[float] = []
    for index in range(2, len(losses) - 2):
        before = losses[index - 1]
        beside = max(before, last, 1e-6)
        peaks.append(losses[index] / beside)
    highest = max(peaks)
    if highest > 3:
        return f"epoch loss {highest:.1f} times its neighbors, then recovered"
    return None


def not_finite(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a training loss that is not finite.

    The twin must have a finite score: otherwise the setup itself is unstable.
    """
    losses = faulty["train_loss"]
    score_of_twin = final_score(twin)
    is_finite = all(map(isfinite, losses))
    if is_finite or not isfinite(score_of_twin):
        return None
    return "loss not finite, twin finite"


def overflowed(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a loss that is not finite, or a loss scale that collapsed.

    An adaptive scale halves at each overflow, so the loss can stay finite.
    """
    difference = not_finite(twin, faulty)
    if difference is not None:
        return difference
    scales = faulty.get("loss_scale", [1.0])
    lowest = min(scales)
    if lowest < scales[0] / 16 or lowest < 256:
        return "loss scale collapsed"
    return None


def lost_minority(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask for a class that is hardly ever recognized.

    The twin, whose classes are balanced, must do clearly better on its worst class.
    """
    good = lowest_recall(twin)
    bad = lowest_recall(faulty)
    if bad < 0.35 and good > bad + 0.25:
        return f"recall of a minority class {bad:.2f}, balanced twin {good:.2f}"
    return None


def forgot(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask that the score on the first task falls.

    The twin, which replays the first task, must end clearly higher.
    """
    scores = faulty["task_a_accuracy"]
    last = final(faulty, "task_a_accuracy")
    lost = max(scores) - last
    kept = final(twin, "task_a_accuracy")
    if lost > 0.2 and kept > last + 0.15:
        return f"accuracy on the first task fell by {lost:.2f}, twin with replay ends at {kept:.2f}"
    return None


def swings(twin: Metrics, faulty: Metrics) -> Difference:
    """Ask that the validation loss moves more than three times as much as the twin's.

    Both losses are measured against their own size.
    """
    good = roughness(twin, "val_loss")
    bad = roughness(faulty, "val_loss")
    if bad > 3 * good:
        return f"validation loss moves by {bad:.2g} per epoch, twin {good:.2g}"
    return None


def level_of(name: str, least: float) -> Effect:
    """Ask for a measure whose median is above `least`.

    Only the full level logs such measures; elsewhere ask for a worse score or loss.
    """

    def effect(twin: Metrics, faulty: Metrics) -> Difference:
        if name not in faulty:
            return worse(twin, faulty)
        value = median(faulty[name])
        if value > least:
            return f"{name} {value:.2f}"
        return None

    return effect


def gradient_ratio(factor: float) -> Effect:
    """Ask for a median gradient norm of `factor` times the twin's, or of less than that below 1.

    Elsewhere than on the levels that log the norm, ask for a worse score.
    """

    def effect(twin: Metrics, faulty: Metrics) -> Difference:
        if "grad_norm" not in faulty:
            return worse(twin, faulty)
        ratio = early_norm(faulty) / early_norm(twin)
        is_beyond = ratio < factor
        if factor > 1:
            is_beyond = ratio > factor
        if is_beyond or not isfinite(ratio):
            return f"gradient norm {ratio:.3g} times the twin's"
        return None

    return effect
