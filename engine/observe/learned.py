"""How much of the task is learned, measured against the best constant guess."""

from __future__ import annotations

import math

import numpy as np

from engine.observe.facts import curve, paired, tail, train_loss, validation_loss
from engine.observe.once import once_per_case
from engine.observe.robust import median
from engine.observe.settings import (
    LIKELIHOODS,
    OTHER_LOSSES,
    class_shares,
    guessing_accuracy,
    is_regression,
    n_classes,
    number,
    word,
)
from engine.run import Case, Floats

SQUARED = frozenset({"", "mse", "mse_loss", "mseloss", "l2", "squared_error", "mean_squared_error"})


@once_per_case
def chance_loss(case: Case) -> float | None:
    """The loss of the best constant guess: the entropy of the class shares, ln K, or the variance
    of the target.
    """
    if word(case, "task") in OTHER_LOSSES | LIKELIHOODS:
        return None
    if is_regression(case):
        return _target_variance(case)
    shares, classes = class_shares(case), n_classes(case)
    if shares is not None:
        present = shares[shares > 0]
        return float(-(present * np.log(present)).sum()) or None
    return math.log(classes) if classes else None


def untrained_loss(case: Case) -> float | None:
    """The loss of equal chances for all classes, where a model starts, or the variance of the
    target.
    """
    classes = n_classes(case)
    return chance_loss(case) if is_regression(case) or classes is None else math.log(classes)


def loss_scale(case: Case) -> float | None:
    """The loss of a guess, or what comes nearest to it: the level at which training begins,
    blow-ups left out.
    """
    chance, loss, first = chance_loss(case), train_loss(case), first_loss(case)
    if chance or loss is None or first is None:
        return chance
    level = min(first, median(loss.y[: max(1, len(loss) // 4)]) if len(loss) >= 8 else first)
    return (
        min(level, math.log(10))
        if curve(case, "train_accuracy") or curve(case, "val_accuracy")
        else level
    )


def _target_variance(case: Case) -> float | None:
    if word(case, "loss") not in SQUARED:
        return None
    deviation, scores = number(case, "target_std"), paired(case, "val_loss", "val_r2")
    stated = deviation * deviation if deviation and abs(deviation) < 1e100 else None
    if scores is None:
        return stated
    loss, r2 = scores
    usable = (r2 < 0.999) & (loss > 0)
    if not usable.any():
        return stated
    implied = median(loss[usable] / (1 - r2[usable]))
    # the loss may be taken on a scaled target: then what loss and R2 imply together is right
    return stated if stated and 1 / 3 < implied / stated < 3 else implied


@once_per_case
def first_loss(case: Case) -> float | None:
    """The loss before training had an effect, as near as the records come to it."""
    curves = [case.series.get(name) for name in ("train_loss_step", "train_loss")]
    known = [series for series in curves if series is not None and len(series.finite)]
    if not known or word(case, "task") in OTHER_LOSSES:
        return None
    return float(known[0].finite[0])


@once_per_case
def unlearned(case: Case) -> float | None:
    """What is left to learn on the training data at the end: 0 nothing, 1 as good as a guess; may
    exceed 1.
    """
    parts = [
        part for part in (_unlearned_loss(case), _unlearned_accuracy(case)) if part is not None
    ]
    return min(parts, default=None)


def _unlearned_loss(case: Case) -> float | None:
    loss, chance, accuracy = train_loss(case), chance_loss(case), curve(case, "train_accuracy")
    if loss is None or not chance:
        return None
    final = tail(loss.y)
    # far lower than the wrong answers allow (ln 2 each), as after a wrong reduction: no measure of
    # anything
    if accuracy is not None and final < 0.3 * (1 - tail(accuracy.y)) * math.log(2):
        return None
    return final / chance


def _unlearned_accuracy(case: Case) -> float | None:
    accuracy, guess = curve(case, "train_accuracy"), guessing_accuracy(case) or 0.0
    if accuracy is None or guess >= 1:
        return None
    return (1 - tail(accuracy.y)) / (1 - guess)


@once_per_case
def validation_skill(case: Case) -> tuple[float, str] | None:
    """The best level that a validation score keeps: 0 for a guess, 1 for perfect; with the name of
    the score.

    The upper quartile over the run, or the level at the end when that is better, so that one lucky
    point is not it.
    """
    for name, guess in (("val_accuracy", guessing_accuracy(case)), ("val_r2", 0.0)):
        score = curve(case, name)
        if score is not None and guess is not None and guess < 1:
            kept = max(float(np.quantile(score.y, 0.75)), tail(score.y))
            return (kept - guess) / (1 - guess), name
    skill = validation_loss_skill(case)
    return None if skill is None else (skill, "val_loss")


def validation_loss_skill(case: Case) -> float | None:
    """The same for the validation loss: the share of a guess's loss that is gone."""
    loss, chance = validation_loss(case), chance_loss(case)
    if loss is None or not chance:
        return None
    return 1 - min(float(np.quantile(loss.y, 0.25)), tail(loss.y)) / chance


@once_per_case
def final_recalls(case: Case) -> Floats | None:
    """Recall per class at the end of the run, classes without samples left out; None with fewer
    than two.
    """
    table = case.classes.get("per_class_recall")
    if table is None or table.ndim != 2 or not len(table):
        return None
    last = table[-max(2, math.ceil(len(table) / 10)) :]
    known = last[:, np.isfinite(last).all(axis=0)]
    return np.asarray(np.median(known, axis=0), dtype=np.float64) if known.shape[1] >= 2 else None


@once_per_case
def late_losses(case: Case) -> tuple[Floats, Floats] | None:
    """Training and validation loss over the second half of the run, the lag of the running mean
    taken out.

    The training loss of an epoch is its mean, so half of two neighbouring ones belongs to the
    validation between.
    """
    pair = None if word(case, "task") in OTHER_LOSSES else paired(case, "train_loss", "val_loss")
    if pair is None or len(pair[0]) < 4:
        return None
    train, held_out = pair
    centred = np.concatenate([(train[:-1] + train[1:]) / 2, train[-1:]])
    half = len(train) // 2
    return centred[half:], held_out[half:]
