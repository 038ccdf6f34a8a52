"""Train one run and log the curves that its setup asks for."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from lab.train.data import Data
from lab.train.log import Log, Metrics
from lab.train.setup import Setup
from lab.train.step import Stepper

MEANS_OVER_ROWS = ("loss", "hits")


@dataclass(frozen=True, eq=False)
class Stage:
    """The training rows of an epoch, and the set to validate on.

    inputs: as in `Data`. targets: (rows,).
    """

    data: Data
    inputs: Tensor
    targets: Tensor


def train(setup: Setup, seed: int) -> tuple[Metrics, nn.Module]:
    """Return the curves of the run and the trained model.

    The seed decides weights and order, not the data.
    """
    torch.manual_seed(seed)
    stepper = Stepper(setup)
    log = Log(setup, stepper)
    epochs = setup.optimization.epochs
    for epoch in range(1, epochs + 1):
        stage = _stage_of(setup, epoch)
        totals = _epoch(stepper, log, stage)
        rows = len(stage.inputs)
        log.add_epoch(epoch, stage.data, totals, rows)
    return log.finished(), stepper.model


def _stage_of(setup: Setup, epoch: int) -> Stage:
    """Return the rows that an epoch trains on.

    A setup with a second set trains on it in the second half of the epochs, and on the first set
    beside it if it replays.
    """
    first = setup.data
    second = setup.second
    half = setup.optimization.epochs // 2
    if second is None or epoch <= half:
        return Stage(first, first.train_x, first.train_y)
    if not setup.replay:
        return Stage(second, second.train_x, second.train_y)
    return Stage(
        data=second,
        inputs=torch.cat((second.train_x, first.train_x)),
        targets=torch.cat((second.train_y, first.train_y)),
    )


def _epoch(
    stepper: Stepper,
    log: Log,
    stage: Stage,
) -> dict[str, float]:
    """Train on all rows once and return sums over the epoch.

    Loss and hits are sums over rows, the others over steps. Times are in seconds.
    """
    setup = stepper.setup
    glitches = dict(setup.defects.glitches)
    batch_size = setup.optimization.batch_size
    order = _order(setup, len(stage.inputs))
    totals: dict[str, float] = defaultdict(float)
    for rows in order.split(batch_size):
        started = time.perf_counter()
        factor = glitches.get(stepper.done, 1.0)
        inputs = stage.inputs[rows] * factor
        targets = stage.targets[rows]
        loaded = time.perf_counter()

        measured = stepper.step(inputs, targets)
        log.add_step(measured)
        _add(totals, measured, len(rows))
        done = time.perf_counter()
        totals["data_time"] += loaded - started
        totals["step_time"] += done - started
        totals["steps"] += 1
    return totals


def _add(
    totals: dict[str, float],
    measured: dict[str, float],
    rows: int,
) -> None:
    """Add the measures of a step; a mean over its rows counts once per row."""
    for name, value in measured.items():
        weight = 1
        if name in MEANS_OVER_ROWS:
            weight = rows
        totals[name] += value * weight


def _order(setup: Setup, count: int) -> Tensor:
    """Return the row numbers in the order of this epoch."""
    if setup.defects.shuffle:
        return torch.randperm(count)
    return torch.arange(count)
