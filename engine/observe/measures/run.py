"""Losses and gradient norm of a run, and the steps that a point covers."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np

from engine.observe.measures.once import once_per_case
from engine.observe.measures.robust import (
    distance_of_few,
    every_few,
    median,
    moving_median,
    signed_range,
    steps_between,
)
from engine.observe.measures.series import Pair, curve, finite_part, paired, recorded
from engine.observe.measures.stated import number
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case, Floats, Series

STEPWISE = 100  # a loss with this many points or more can serve as the per-step loss
LEAST_STEPS = 10  # points of a series that is per step by its name
LESS_THAN_AN_EPOCH = 0.7  # of the steps of an epoch, between two points
LEAST_PAIRS = 4
LEAST_VALIDATIONS = 3
TRAINING_LOSSES = ("train_loss", "train_loss_step")


@once_per_case
def train_loss(case: Case, least_points: int = 2) -> Series | None:
    """Return the training loss, condensed; None where it does not measure the task.

    A loss by epoch comes before one by step, unless it has fewer points than asked for.
    """
    if has_no_task_loss(case):
        return None
    return _long_curve(case, TRAINING_LOSSES, least_points)


def _long_curve(case: Case, names: Iterable[str], least_points: int) -> Series | None:
    """Return the first of the named curves with as many points; None without one."""
    curves = (curve(case, name) for name in names)
    long = (found for found in curves if found is not None and len(found) >= least_points)
    return next(long, None)


@once_per_case
def validation_loss(case: Case) -> Series | None:
    """Return the validation loss, condensed; None where it does not measure the task."""
    if has_no_task_loss(case):
        return None
    return curve(case, "val_loss")


@once_per_case
def step_loss(case: Case) -> Series | None:
    """Return every finite point of the per-step training loss, not condensed.

    None with fewer than 10 points; a loss whose name does not say that it is per step needs 100.
    """
    if has_no_task_loss(case):
        return None
    least_points = {"train_loss_step": LEAST_STEPS, "train_loss": STEPWISE}
    for name, least in least_points.items():
        series = case.series.get(name)
        if series is None or len(series) < least:
            continue
        finite = finite_part(series)
        if len(finite) >= least:
            return finite
    return None


@once_per_case
def step_level(case: Case, window: int) -> Floats | None:
    """Return the moving median of the per-step training loss; None without that loss."""
    loss = step_loss(case)
    return None if loss is None else moving_median(loss.y, window)


def before_training(case: Case, validation: Series) -> bool:
    """Return whether the first validation was taken before the first step.

    That is one at step or epoch 0 beside a training loss that begins later.
    """
    training = first_loss_series(case)
    if training is None or validation.x_name != training.x_name:
        return False
    first, first_trained = float(validation.x[0]), float(training.x[0])
    return first == 0 and first_trained > 0


def first_loss_series(case: Case) -> Series | None:
    """Return the training loss that begins nearest to the start: by step, else by epoch."""
    for name in ("train_loss_step", "train_loss"):
        series = case.series.get(name)
        if series is not None and len(series.finite):
            return series
    return None


@once_per_case
def first_loss(case: Case) -> float | None:
    """Return the first finite training loss, the nearest to that of the untrained model.

    A loss recorded by epoch begins with the mean of its first epoch.
    """
    series = first_loss_series(case)
    if series is None:
        return None
    if has_no_task_loss(case):
        return None
    return float(series.finite[0])


def train_loss_and_start(case: Case, least_points: int) -> tuple[Series, float] | None:
    """Return the training loss with its first value; None with fewer points than asked for."""
    loss = train_loss(case, least_points)
    start = first_loss(case)
    if loss is None or start is None:
        return None
    return loss, start


@once_per_case
def followed_loss_and_start(case: Case, least_points: int) -> tuple[Series, float] | None:
    """Return the loss that shows the course of training, with its first value.

    That is the training loss; the validation loss where no training loss is recorded. None with
    fewer points than asked for.
    """
    if any(len(series.finite) for series in recorded(case, TRAINING_LOSSES)):
        return train_loss_and_start(case, least_points)
    loss = validation_loss(case)
    if loss is None or len(loss) < least_points:
        return None
    return loss, float(loss.y[0])


def loss_unit(start: float, loss: Series) -> float:
    """Return the size of the first loss: as recorded, or as condensed when that is larger.

    A loss that takes both signs may begin next to 0, so its range counts where that is larger.
    """
    first = float(loss.y[0])
    return max(abs(start), abs(first), signed_range(loss.y))


def gradient_norm(case: Case) -> Series | None:
    """Return the gradient norm of the whole model, by epoch where both are recorded."""
    return curve(case, "grad_norm") or curve(case, "grad_norm_step")


def is_stepwise(case: Case, series: Series) -> bool:
    """Return whether each point covers less than an epoch, and so carries the noise of batches."""
    return _is_stepwise(case, series.name)


@once_per_case
def _is_stepwise(case: Case, name: str) -> bool:
    whole = case.series[name]
    most_epochs = number(case, "epochs") or STEPWISE
    if name.endswith("_step") or len(whole) > most_epochs + 1:
        return True
    if _repeats_steps(case, whole):
        return True
    period = steps_per_epoch(case)
    if not period:
        return False
    if whole.x_name != "step":
        return False
    distance = median(steps_between(whole.x))
    return distance < LESS_THAN_AN_EPOCH * period


def _repeats_steps(case: Case, series: Series) -> bool:
    """Return whether a series holds the values of the one per step, under the name of a run."""
    name = f"{series.name}_step"
    steps = case.series.get(name)
    if steps is None:
        return False
    return steps.y is series.y or np.array_equal(
        steps.y,
        series.y,
        equal_nan=True,
    )


@once_per_case
def steps_per_epoch(case: Case) -> float | None:
    """Return the number of steps in an epoch; None where the case does not show it.

    It follows from the sizes of data and batch, or from the distance between validations.
    """
    samples = number(case, "n_train")
    batch = number(case, "batch_size")
    if samples and batch and batch >= 1:
        steps = math.ceil(samples / batch)
        return float(steps)
    for validation in recorded(case, ("val_loss", "val_accuracy")):
        if len(validation) >= LEAST_VALIDATIONS and validation.x_name == "step":
            return median(steps_between(validation.x))
    return None


def without_lag(means: Floats, distance: int = 1) -> Floats:
    """Return means over an epoch, moved to its end, where validation is measured; or every k-th.

    The training value of an epoch is its mean, so half of two neighboring ones belongs to the
    validation between them. The last one has no neighbor and stays.
    """
    between = means[::distance].copy()
    following = means[1::distance]
    halfway = between[: len(following)]
    halfway += following
    halfway /= 2
    return between


def few_without_lag(means: Floats) -> Floats:
    """Return every few of the means that `without_lag` returns."""
    return without_lag(means, distance_of_few(len(means)))


@once_per_case
def centered_losses(case: Case) -> Pair | None:
    """Return training loss, without the lag of the mean, and validation loss at common points.

    Of long curves they are every few points. None without two common points.
    """
    pair = paired(case, "train_loss", "val_loss")
    if pair is None:
        return None
    train, held_out = pair
    return few_without_lag(train), every_few(held_out)


@once_per_case
def late_losses(case: Case) -> Pair | None:
    """Return training and validation loss over the second half, without the lag of the mean.

    None with fewer than four common points.
    """
    if has_no_task_loss(case):
        return None
    pair = centered_losses(case)
    if pair is None:
        return None
    centered, held_out = pair
    if len(centered) < LEAST_PAIRS:
        return None
    half = len(centered) // 2
    return centered[half:], held_out[half:]
