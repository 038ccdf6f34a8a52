"""Collect the curves of a run, epoch by epoch and step by step."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from lab.train.data import Data
from lab.train.probes import UnitProbe, outputs_on, recall_per_class, resident_mb, score
from lab.train.setup import Setup
from lab.train.step import LAYER, Stepper

STEP_POINTS = 300  # at most so many points of a per-step series
PER_STEP = {
    "basic": (),
    "medium": ("train_loss_step",),
    "full": ("train_loss_step", "grad_norm_step"),
}

Metrics = dict[str, Any]
Totals = Mapping[str, float]  # sums over an epoch; "steps" is the number of its steps


class Log:
    """Collect the curves that the level of the setup asks for.

    metrics: name -> one value per epoch. The norms of the layers are one curve for each layer, and
    at the end the curves per step are added as {"x": steps, "y": values}.
    """

    def __init__(self, setup: Setup, stepper: Stepper) -> None:
        self.setup = setup
        self.level = setup.logging.level
        self.stepper = stepper
        self.units = UnitProbe(stepper.model)
        self.metrics: Metrics = defaultdict(list)
        self.per_step: dict[str, list[float]] = defaultdict(list)

    def add_step(self, measured: Mapping[str, float]) -> None:
        """Add a point to the curves per step. `measured` has at least loss and grad_norm."""
        losses = self.per_step["train_loss_step"]
        losses.append(measured["loss"])
        norms = self.per_step["grad_norm_step"]
        norms.append(measured["grad_norm"])

    def add_epoch(
        self,
        epoch: int,
        data: Data,
        totals: Totals,
        rows: int,
    ) -> None:
        """Evaluate the model and add a point to every curve per epoch.

        epoch: counted from 1. data: the set to validate on. totals: sums over the epoch.
        rows: number of training rows.
        """
        mean_loss = totals["loss"] / rows
        values: Metrics = {
            "step": self.stepper.done,
            "epoch": epoch,
            "train_loss": mean_loss,
            "lr": self.stepper.rate,
        }
        with torch.no_grad():
            values |= self._validation(data, epoch)
        has_two_tasks = self.setup.second is not None
        if data.n_classes and not has_two_tasks:
            values["train_accuracy"] = totals["hits"] / rows
        if self.level != "basic":
            values |= _means(totals, "grad_norm", "step_time")
        if self.level == "full":
            self._add_layers(totals)
            values |= self._internals(data, totals)

        for name, value in values.items():
            self.metrics[name].append(value)

    def finished(self) -> Metrics:
        """Return all curves, with STEP_POINTS points of those per step at most."""
        stride = math.ceil(self.stepper.done / STEP_POINTS)
        for name in PER_STEP[self.level]:
            values = self.per_step[name]
            steps = range(0, len(values), stride)
            self.metrics[name] = {
                "x": list(steps),
                "y": values[::stride],
            }
        return dict(self.metrics)

    def _validation(self, data: Data, epoch: int) -> Metrics:
        """Return the loss and the scores on the validation set.

        The scores on the test set are among them if the setup asks for it.
        """
        targets = data.val_y
        outputs = self._outputs(data.val_x)
        loss = self.stepper.loss(outputs, targets)
        values: Metrics = {"val_loss": loss.item()}
        if self.setup.second is not None:
            return values | self._both_tasks(self.setup.second, epoch)

        name = "r2"
        if data.n_classes:
            name = "accuracy"
        values[f"val_{name}"] = score(outputs, targets)
        if self.setup.logging.log_test:
            on_test = self._outputs(data.test_x)
            values[f"test_{name}"] = score(on_test, data.test_y)
        if self.level != "basic":
            values |= _details(outputs, data)
        return values

    def _both_tasks(self, second: Data, epoch: int) -> Metrics:
        """Return the task that is trained, 0 or 1, and the score on each.

        The second half of the epochs trains on the second task.
        """
        half = self.setup.optimization.epochs // 2
        is_second = epoch > half
        values: Metrics = {"task": int(is_second)}
        tasks = {"a": self.setup.data, "b": second}
        for name, data in tasks.items():
            outputs = self._outputs(data.val_x)
            curve = f"task_{name}_accuracy"
            values[curve] = score(outputs, data.val_y)
        return values

    def _add_layers(self, totals: Totals) -> None:
        """Add the mean gradient norm of the epoch to the curve of each layer."""
        curves = self.metrics.setdefault("grad_norm_by_layer", {})
        for name in totals:
            if not name.startswith(LAYER):
                continue
            layer = name.removeprefix(LAYER)
            curve = curves.setdefault(layer, [])
            mean = totals[name] / totals["steps"]
            curve.append(mean)

    def _internals(self, data: Data, totals: Totals) -> Metrics:
        """Return updates, loss scale, units and memory, as far as the run has them."""
        values: Metrics = _means(totals, "update_ratio", "data_time")
        if self.setup.optimization.precision == "fp16":
            values["loss_scale"] = self.stepper.loss_scale
        units = self.units(
            self.stepper.model,
            data.val_x,
            self.setup,
        )
        return values | units | resident_mb()

    def _outputs(self, inputs: Tensor) -> Tensor:
        model = self.stepper.model
        return outputs_on(model, inputs, self.setup)


def _details(outputs: Tensor, data: Data) -> Metrics:
    """Return the recall of each class; for regression mean and deviation of the predictions.

    outputs: those on the validation set.
    """
    if data.n_classes:
        recalls = recall_per_class(
            outputs,
            data.val_y,
            data.n_classes,
        )
        return {"per_class_recall": recalls}
    return {
        "pred_std": outputs.std().item(),
        "pred_mean": outputs.mean().item(),
    }


def _means(totals: Totals, *names: str) -> Metrics:
    """Return the means over the steps of an epoch."""
    steps = totals["steps"]
    means = {}
    for name in names:
        means[name] = totals[name] / steps
    return means
