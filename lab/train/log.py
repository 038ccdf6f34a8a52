"""The curves of a run, collected epoch by epoch and step by step."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import torch
from torch import Tensor

from lab.train import probes
from lab.train.data import Data
from lab.train.setup import Setup
from lab.train.step import LAYER, Stepper

STEP_POINTS = 300  # at most so many points of a per-step series
PER_STEP = {
    "basic": (),
    "medium": ("train_loss_step",),
    "full": ("train_loss_step", "grad_norm_step"),
}
Metrics = dict[str, Any]


class Log:
    def __init__(self, setup: Setup, stepper: Stepper) -> None:
        self.setup = setup
        self.level = setup.logging.level
        self.stepper = stepper
        self.units = probes.UnitProbe(stepper.model)
        self.metrics: Metrics = defaultdict(list)
        self.per_step: dict[str, list[float]] = defaultdict(list)

    def add_step(self, measured: dict[str, float]) -> None:
        self.per_step["train_loss_step"].append(measured["loss"])
        self.per_step["grad_norm_step"].append(measured["grad_norm"])

    def add_epoch(self, epoch: int, data: Data, totals: dict[str, float], rows: int) -> None:
        """`totals` are sums over the epoch; `rows` is the number of training rows."""
        values: Metrics = {
            "step": self.stepper.done,
            "epoch": epoch,
            "train_loss": totals["loss"] / rows,
            "lr": self.stepper.rate,
        }
        with torch.no_grad():
            values |= self._validation(data, epoch)
        if data.n_classes and self.setup.second is None:
            values["train_accuracy"] = totals["hits"] / rows
        if self.level != "basic":
            values |= _means(totals, "grad_norm", "step_time")
        if self.level == "full":
            self._add_layers(totals)
            values |= self._internals(data, totals)
        for name, value in values.items():
            self.metrics[name].append(value)

    def finished(self) -> Metrics:
        """Return all curves, the long ones thinned out."""
        stride = -(-self.stepper.done // STEP_POINTS)
        for name in PER_STEP[self.level]:
            values = self.per_step[name]
            steps = list(range(0, len(values), stride))
            self.metrics[name] = {"x": steps, "y": values[::stride]}
        return dict(self.metrics)

    def _validation(self, data: Data, epoch: int) -> Metrics:
        outputs = self._outputs(data.val_x)
        values: Metrics = {"val_loss": self.stepper.loss(outputs, data.val_y).item()}
        if self.setup.second is not None:
            return values | self._both_tasks(self.setup.second, epoch)
        name = "accuracy" if data.n_classes else "r2"
        values[f"val_{name}"] = probes.score(outputs, data.val_y)
        if self.setup.logging.log_test:
            values[f"test_{name}"] = probes.score(self._outputs(data.test_x), data.test_y)
        if self.level != "basic":
            values |= _details(outputs, data)
        return values

    def _both_tasks(self, second: Data, epoch: int) -> Metrics:
        in_second_half = epoch > self.setup.optimization.epochs // 2
        values: Metrics = {"task": int(in_second_half)}
        for name, data in (("a", self.setup.data), ("b", second)):
            outputs = self._outputs(data.val_x)
            values[f"task_{name}_accuracy"] = probes.score(outputs, data.val_y)
        return values

    def _add_layers(self, totals: dict[str, float]) -> None:
        curves = self.metrics.setdefault("grad_norm_by_layer", {})
        for name in totals:
            if name.startswith(LAYER):
                curve = curves.setdefault(name.removeprefix(LAYER), [])
                curve.append(totals[name] / totals["steps"])

    def _internals(self, data: Data, totals: dict[str, float]) -> Metrics:
        values: Metrics = _means(totals, "update_ratio", "data_time")
        if self.setup.optimization.precision == "fp16":
            values["loss_scale"] = self.stepper.loss_scale
        values |= self.units(self.stepper.model, data.val_x, self.setup)
        return values | probes.resident_mb()

    def _outputs(self, inputs: Tensor) -> Tensor:
        return probes.outputs_on(self.stepper.model, inputs, self.setup)


def _details(outputs: Tensor, data: Data) -> Metrics:
    if data.n_classes:
        recalls = probes.recall_per_class(outputs, data.val_y, data.n_classes)
        return {"per_class_recall": recalls}
    return {"pred_std": outputs.std().item(), "pred_mean": outputs.mean().item()}


def _means(totals: dict[str, float], *names: str) -> Metrics:
    return {name: totals[name] / totals["steps"] for name in names}
