"""One training loop for all runs. It logs what the level of the setup asks for."""

from __future__ import annotations

import time
from collections import defaultdict

import torch
from torch import Tensor, nn

from lab.train.data import Data
from lab.train.log import Log, Metrics
from lab.train.setup import Setup
from lab.train.step import Stepper

MEANS_OVER_ROWS = ("loss", "hits")
Part = tuple[Data, Tensor, Tensor]  # the set to validate on, and the training rows


def train(setup: Setup, seed: int) -> tuple[Metrics, nn.Module]:
    """Return the curves of the run and the trained model.

    The seed decides weights and order, not the data.
    """
    torch.manual_seed(seed)
    stepper = Stepper(setup)
    log = Log(setup, stepper)
    for epoch in range(1, setup.optimization.epochs + 1):
        data, inputs, targets = _data_of(setup, epoch)
        totals = _epoch(stepper, log, inputs, targets)
        log.add_epoch(epoch, data, totals, len(inputs))
    return log.finished(), stepper.model


def _data_of(setup: Setup, epoch: int) -> Part:
    """Return the set of the current stage, with the first set beside it when it is replayed."""
    first, second = setup.data, setup.second
    if second is None or epoch <= setup.optimization.epochs // 2:
        return first, first.train_x, first.train_y
    if not setup.replay:
        return second, second.train_x, second.train_y
    inputs = torch.cat((second.train_x, first.train_x))
    targets = torch.cat((second.train_y, first.train_y))
    return second, inputs, targets


def _epoch(stepper: Stepper, log: Log, inputs: Tensor, targets: Tensor) -> dict[str, float]:
    """Return sums over the epoch: of rows for loss and hits, of steps for the others."""
    setup = stepper.setup
    glitches = dict(setup.defects.glitches)
    totals: dict[str, float] = defaultdict(float)
    for rows in _order(setup, len(inputs)).split(setup.optimization.batch_size):
        started = time.perf_counter()
        factor = glitches.get(stepper.done, 1.0)
        batch, wanted = inputs[rows] * factor, targets[rows]
        loaded = time.perf_counter()
        measured = stepper.step(batch, wanted)
        log.add_step(measured)
        for name, value in measured.items():
            weight = len(rows) if name in MEANS_OVER_ROWS else 1
            totals[name] += value * weight
        totals["data_time"] += loaded - started
        totals["step_time"] += time.perf_counter() - started
        totals["steps"] += 1
    return totals


def _order(setup: Setup, count: int) -> Tensor:
    if setup.defects.shuffle:
        return torch.randperm(count)
    return torch.arange(count)
