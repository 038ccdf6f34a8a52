"""Facts about a case that several symptoms need, worked out once per case."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

import numpy as np

from diagnostics_api.engine.observe.robust import condense, median
from diagnostics_api.engine.records import Case, Floats, Series, Span

POINTS = 200  # trends are measured on curves condensed to at most this many points
STEPWISE = 100  # a loss with this many points or more can serve as the per-step loss
OTHER_LOSSES = frozenset({"gan", "reinforcement_learning"})  # their losses do not measure how well the task is done
LIKELIHOODS = frozenset({"vae", "diffusion", "density"})
SQUARED = frozenset({"", "mse", "mse_loss", "mseloss", "l2", "squared_error", "mean_squared_error"})
T = TypeVar("T")


class _Same:
    """Hashes a case by identity and keeps it alive, so that the identity cannot be taken over by another."""

    __slots__ = ("case",)

    def __init__(self, case: Case) -> None:
        self.case = case

    def __hash__(self) -> int:
        return id(self.case)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.case is self.case


def once_per_case(function: Callable[..., T]) -> Callable[..., T]:
    """Remembers what a function of a case (and further hashable arguments) gave for the latest cases."""

    @lru_cache(maxsize=64)
    def remembered(same: _Same, *arguments: object) -> T:
        return function(same.case, *arguments)

    @wraps(function)
    def wrapper(case: Case, *arguments: object) -> T:
        return remembered(_Same(case), *arguments)

    return wrapper


# --- configuration ---------------------------------------------------------------------------


def number(case: Case, *names: str) -> float | None:
    """The first of these settings that holds a finite number."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            return float(value)
    return None


def word(case: Case, *names: str) -> str:
    """The first of these settings that holds text, in lower case; empty when none does."""
    for name in names:
        value = case.config.get(name)
        if isinstance(value, str):
            return value.strip().lower()
    return ""


def numbers(case: Case, name: str) -> Floats | None:
    value = case.config.get(name)
    if not isinstance(value, tuple) or not value:
        return None
    return np.asarray(value, dtype=np.float64)


def is_pretrained(case: Case) -> bool:
    return word(case, "init") == "pretrained" or case.config.get("pretrained") is True


def is_regression(case: Case) -> bool:
    return word(case, "task") == "regression" or (not word(case, "task") and "val_r2" in case.series)


def n_classes(case: Case) -> int | None:
    stated = number(case, "n_classes", "vocab_size" if word(case, "task") == "language_modeling" else "n_classes")
    if stated is not None and stated >= 2:
        return int(stated)
    counts, recalls = numbers(case, "class_counts"), case.classes.get("per_class_recall")
    if counts is not None and len(counts) >= 2:
        return len(counts)
    return recalls.shape[1] if recalls is not None and recalls.ndim == 2 and recalls.shape[1] >= 2 else None


def class_shares(case: Case) -> Floats | None:
    counts = numbers(case, "class_counts")
    if counts is None or len(counts) < 2 or counts.min() < 0 or counts.sum() <= 0:
        return None
    return np.asarray(counts / counts.sum(), dtype=np.float64)


def guessing_accuracy(case: Case) -> float | None:
    """Accuracy of always naming the most frequent class."""
    shares, classes = class_shares(case), n_classes(case)
    if shares is not None:
        return float(shares.max())
    return 1 / classes if classes else None


# --- curves ----------------------------------------------------------------------------------


@once_per_case
def curve(case: Case, name: str) -> Series | None:
    """The finite points of a series, condensed to at most 200; None with fewer than two."""
    series = case.series.get(name)
    if series is None:
        return None
    finite = np.isfinite(series.y)
    if finite.sum() < 2:
        return None
    return Series(name, condense(series.x[finite], POINTS), condense(series.y[finite], POINTS), series.x_name)


def train_loss(case: Case) -> Series | None:
    """The training loss where it measures how well the task is done."""
    if word(case, "task") in OTHER_LOSSES:
        return None
    return curve(case, "train_loss") or curve(case, "train_loss_step")


def validation_loss(case: Case) -> Series | None:
    return None if word(case, "task") in OTHER_LOSSES else curve(case, "val_loss")


@once_per_case
def step_loss(case: Case) -> Series | None:
    """The finite points of the per-step training loss, every one of them."""
    if word(case, "task") in OTHER_LOSSES:
        return None
    for name, least in (("train_loss_step", 10), ("train_loss", STEPWISE)):
        series = case.series.get(name)
        if series is not None and len(series) >= least:
            finite = np.isfinite(series.y)
            if finite.sum() >= least:
                return Series(name, series.x[finite], series.y[finite], series.x_name)
    return None


def paired(case: Case, first: str, second: str) -> tuple[Floats, Floats] | None:
    """The values of two series where both were recorded, at least two of them."""
    a, b = case.series.get(first), case.series.get(second)
    if a is None or b is None:
        return None
    if a.x_name == b.x_name:
        _, left, right = np.intersect1d(a.x, b.x, return_indices=True)
        values, others = a.y[left], b.y[right]
    elif len(a) == len(b):
        values, others = a.y, b.y
    else:
        return None
    both = np.isfinite(values) & np.isfinite(others)
    return (values[both], others[both]) if both.sum() >= 2 else None


def tail(values: Floats) -> float:
    """The level at the end: the median of the last tenth, of two points at least."""
    return median(values[-max(2, math.ceil(len(values) / 10)) :])


def onset_phase(position: float) -> str:
    """A share of the run in words."""
    if position <= 0.02:
        return "first steps"
    if position <= 0.25:
        return "early"
    return "middle" if position <= 0.75 else "late"


def span(series: Series, start: int = 0, end: int = -1) -> Span:
    return Span(series.name, float(series.x[start]), float(series.x[end]))


# --- how much of the task is learned -----------------------------------------------------------


@once_per_case
def chance_loss(case: Case) -> float | None:
    """The loss of the best constant guess: the entropy of the class shares, ln K, or the variance of the target."""
    if word(case, "task") in OTHER_LOSSES | LIKELIHOODS:
        return None
    if is_regression(case):
        return _target_variance(case)
    shares, classes = class_shares(case), n_classes(case)
    if shares is not None:
        present = shares[shares > 0]
        return float(-(present * np.log(present)).sum()) or None
    return math.log(classes) if classes else None


def _target_variance(case: Case) -> float | None:
    if word(case, "loss") not in SQUARED:
        return None
    deviation, scores = number(case, "target_std"), paired(case, "val_loss", "val_r2")
    stated = deviation**2 if deviation else None
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
    """What is left to learn on the training data at the end: 0 nothing, 1 as good as a guess; may exceed 1."""
    by_loss, by_accuracy = _unlearned_loss(case), _unlearned_accuracy(case)
    if by_loss is None or by_accuracy is None:
        return by_loss if by_accuracy is None else by_accuracy
    return by_accuracy if _loss_out_of_scale(case) else min(by_loss, by_accuracy)


def _loss_out_of_scale(case: Case) -> bool:
    """Whether the loss is far lower than its wrong answers allow (ln 2 each), as after a wrong reduction."""
    loss, accuracy = train_loss(case), curve(case, "train_accuracy")
    if loss is None or accuracy is None:
        return False
    return tail(loss.y) < 0.3 * (1 - tail(accuracy.y)) * math.log(2)


def _unlearned_loss(case: Case) -> float | None:
    loss, chance = train_loss(case), chance_loss(case)
    return None if loss is None or not chance else tail(loss.y) / chance


def _unlearned_accuracy(case: Case) -> float | None:
    accuracy, guess = curve(case, "train_accuracy"), guessing_accuracy(case)
    if accuracy is None or guess is None or guess >= 1:
        return None
    return (1 - tail(accuracy.y)) / (1 - guess)


# --- epochs and steps --------------------------------------------------------------------------


@once_per_case
def steps_per_epoch(case: Case) -> float | None:
    """From the sizes of the data and the batch, or from the distance between validations; None when neither tells."""
    samples, batch = number(case, "n_train"), number(case, "batch_size")
    if samples and batch and batch >= 1:
        return float(math.ceil(samples / batch))
    for name in ("val_loss", "val_accuracy"):
        series = case.series.get(name)
        if series is not None and len(series) >= 3 and series.x_name == "step":
            return median(np.diff(series.x))
    return None


# --- scores --------------------------------------------------------------------------------------


@once_per_case
def validation_skill(case: Case) -> tuple[float, str] | None:
    """The best level that a validation score keeps: 0 for a guess, 1 for perfect; with the name of the score.

    The upper quartile over the run, or the level at the end when that is better, so that one lucky point is not it.
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
    """Recall per class at the end of the run, classes without samples left out; None with fewer than two."""
    table = case.classes.get("per_class_recall")
    if table is None or table.ndim != 2 or not len(table):
        return None
    last = table[-max(2, math.ceil(len(table) / 10)) :]
    known = last[:, np.isfinite(last).all(axis=0)]
    return np.asarray(np.median(known, axis=0), dtype=np.float64) if known.shape[1] >= 2 else None


@once_per_case
def late_losses(case: Case) -> tuple[Floats, Floats] | None:
    """Training and validation loss over the second half of the run, the lag of the running mean taken out.

    The training loss of an epoch is its mean, so half of two neighbouring ones belongs to the validation between.
    """
    pair = None if word(case, "task") in OTHER_LOSSES else paired(case, "train_loss", "val_loss")
    if pair is None or len(pair[0]) < 4:
        return None
    train, held_out = pair
    centred = np.concatenate([(train[:-1] + train[1:]) / 2, train[-1:]])
    half = len(train) // 2
    return centred[half:], held_out[half:]
