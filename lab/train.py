"""One training loop for all runs. It logs what the level of the setup asks for."""

from __future__ import annotations

import time
from collections import defaultdict
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from lab import probes
from lab.data import Data
from lab.models import build
from lab.schedules import rate_at
from lab.setup import Setup

STEP_POINTS = 300  # at most so many points of a per-step series
OPTIMIZERS = {
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
    "sgd": torch.optim.SGD,
}
Metrics = dict[str, Any]


def train(setup: Setup, seed: int) -> tuple[Metrics, nn.Module]:
    """The curves of the run and the trained model. The seed decides weights and order, not the data."""
    torch.manual_seed(seed)
    return Trainer(setup).run()


class Trainer:
    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.model = build(setup)
        self.trainable = [p for p in self.model.parameters() if p.requires_grad]
        self.optimizer = self._optimizer()
        self.scaler = torch.amp.GradScaler("cpu", init_scale=2.0**14, growth_interval=100)
        self.units = probes.UnitProbe(self.model)
        self.class_weights = self._class_weights()
        self.step = 0
        self.metrics: Metrics = defaultdict(list)
        self.per_step: dict[str, list[float]] = defaultdict(list)

    def _optimizer(self) -> torch.optim.Optimizer:
        setup = self.setup
        extra = {"momentum": setup.momentum} if setup.optimizer == "sgd" else {}
        kind = OPTIMIZERS[setup.optimizer]
        return kind(self.trainable, lr=setup.learning_rate, weight_decay=setup.weight_decay, **extra)

    def _class_weights(self) -> Tensor | None:
        if not self.setup.class_weights:
            return None
        counts = self.setup.data.train_y.bincount(minlength=self.setup.data.n_classes)
        return len(self.setup.data.train_y) / (counts.clamp_min(1) * len(counts))

    def run(self) -> tuple[Metrics, nn.Module]:
        for epoch in range(1, self.setup.epochs + 1):
            data, inputs, targets = self._data_of(epoch)
            totals = self._epoch(inputs, targets)
            self._log_epoch(epoch, data, totals, len(inputs))
        self._log_steps()
        return dict(self.metrics), self.model

    def _data_of(self, epoch: int) -> tuple[Data, Tensor, Tensor]:
        """The set of the current stage, with the rows of the first set beside it when they are replayed."""
        first, second = self.setup.data, self.setup.second
        if second is None or epoch <= self.setup.epochs // 2:
            return first, first.train_x, first.train_y
        if not self.setup.replay:
            return second, second.train_x, second.train_y
        return second, torch.cat((second.train_x, first.train_x)), torch.cat((second.train_y, first.train_y))

    def _epoch(self, inputs: Tensor, targets: Tensor) -> dict[str, float]:
        order = torch.randperm(len(inputs)) if self.setup.shuffle else torch.arange(len(inputs))
        totals: dict[str, float] = defaultdict(float)
        for rows in order.split(self.setup.batch_size):
            started = time.perf_counter()
            batch, wanted = inputs[rows] * self._glitch(), targets[rows]
            loaded = time.perf_counter()
            for name, value in self._step(batch, wanted).items():
                totals[name] += value * (len(rows) if name in ("loss", "hits") else 1)
            totals["data_time"] += loaded - started
            totals["step_time"] += time.perf_counter() - started
            totals["steps"] += 1
        return totals

    def _glitch(self) -> float:
        return dict(self.setup.glitches).get(self.step, 1.0)

    def _step(self, batch: Tensor, targets: Tensor) -> dict[str, float]:
        self.optimizer.param_groups[0]["lr"] = rate_at(self.setup, self.step)
        if self.setup.zero_grad:
            self.optimizer.zero_grad()
        outputs, loss = self._forward(batch, targets)
        full = self.setup.level == "full"
        before = probes.flat(self.trainable) if full else None
        found = self._update(loss, full)
        if before is not None:
            change = (probes.flat(self.trainable) - before).abs().mean() / before.abs().mean().clamp_min(1e-12)
            found["update_ratio"] = change.item()
        found["loss"] = loss.item()
        if self.setup.data.n_classes:
            found["hits"] = probes.accuracy(outputs, targets)
        self.per_step["train_loss_step"].append(found["loss"])
        self.per_step["grad_norm_step"].append(found["grad_norm"])
        self.step += 1
        return found

    def _forward(self, batch: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        half = self.setup.precision == "fp16"
        with torch.autocast("cpu", dtype=torch.float16, enabled=half):
            outputs = self.model(batch)
        if self.setup.double_softmax:
            outputs = outputs.softmax(1)
        return outputs, self.loss(outputs, targets)

    def loss(self, outputs: Tensor, targets: Tensor) -> Tensor:
        if not self.setup.data.n_classes:
            return (outputs[:, 0] - targets.to(outputs.dtype)).square().mean()
        if self.setup.unsafe_log:
            return unsafe_cross_entropy(outputs, targets)
        smoothing = self.setup.label_smoothing
        return functional.cross_entropy(outputs, targets, self.class_weights, label_smoothing=smoothing)

    def _update(self, loss: Tensor, full: bool) -> dict[str, float]:
        half = self.setup.precision == "fp16"
        adaptive = half and not self.setup.fixed_loss_scale
        scale = self.scaler.get_scale() if adaptive else self.setup.fixed_loss_scale or 1.0
        (loss * scale).backward()
        if adaptive:
            self.scaler.scale(loss.detach())  # sets the scaler up; the scaled loss is made by hand above
            self.scaler.unscale_(self.optimizer)
        elif scale != 1.0:
            for parameter in self.trainable:
                parameter.grad /= scale
        found = {"grad_norm": probes.gradient_norm(self.trainable)}
        if full:
            found |= {f"layer {i}": norm for i, norm in enumerate(probes.gradient_norms_by_layer(self.model))}
        if self.setup.gradient_clip:
            nn.utils.clip_grad_norm_(self.trainable, self.setup.gradient_clip)
        if adaptive:
            self.scaler.step(self.optimizer)
            self.scaler.update()
        else:
            self.optimizer.step()
        return found

    def _log_epoch(self, epoch: int, data: Data, totals: dict[str, float], rows: int) -> None:
        with torch.no_grad():
            row = {"step": self.step, "epoch": epoch, "train_loss": totals["loss"] / rows}
            row |= {"lr": self.optimizer.param_groups[0]["lr"]}
            row |= self._validation(data, epoch)
        if data.n_classes and self.setup.second is None:
            row["train_accuracy"] = totals["hits"] / rows
        if self.setup.level != "basic":
            row |= {name: totals[name] / totals["steps"] for name in ("grad_norm", "step_time")}
        if self.setup.level == "full":
            row |= self._internals(data, totals)
        for name, value in row.items():
            self.metrics[name].append(value)

    def _validation(self, data: Data, epoch: int) -> Metrics:
        outputs = probes.outputs_on(self.model, data.val_x, self.setup)
        row: Metrics = {"val_loss": self.loss(outputs, data.val_y).item()}
        if self.setup.second is not None:
            return row | self._both_tasks(epoch)
        name = "accuracy" if data.n_classes else "r2"
        row[f"val_{name}"] = probes.score(outputs, data.val_y)
        if self.setup.log_test:
            row[f"test_{name}"] = probes.score(probes.outputs_on(self.model, data.test_x, self.setup), data.test_y)
        if self.setup.level == "basic":
            return row
        if data.n_classes:
            return row | {"per_class_recall": probes.recall_per_class(outputs, data.val_y, data.n_classes)}
        return row | {"pred_std": outputs.std().item(), "pred_mean": outputs.mean().item()}

    def _both_tasks(self, epoch: int) -> Metrics:
        row: Metrics = {"task": int(epoch > self.setup.epochs // 2)}
        for name, data in (("a", self.setup.data), ("b", self.setup.second)):
            row[f"task_{name}_accuracy"] = probes.score(
                probes.outputs_on(self.model, data.val_x, self.setup), data.val_y
            )
        return row

    def _internals(self, data: Data, totals: dict[str, float]) -> Metrics:
        row = {name: totals[name] / totals["steps"] for name in ("update_ratio", "data_time")}
        layers = self.metrics.setdefault("grad_norm_by_layer", {})
        for name in [name for name in totals if name.startswith("layer ")]:
            layers.setdefault(name.removeprefix("layer "), []).append(totals[name] / totals["steps"])
        if self.setup.precision == "fp16":
            row["loss_scale"] = self.setup.fixed_loss_scale or self.scaler.get_scale()
        return row | self.units(self.model, data.val_x, self.setup) | probes.resident_mb()

    def _log_steps(self) -> None:
        if self.setup.level == "basic":
            return
        stride = -(-self.step // STEP_POINTS)
        names = ("train_loss_step", "grad_norm_step") if self.setup.level == "full" else ("train_loss_step",)
        for name in names:
            values = self.per_step[name]
            self.metrics[name] = {"x": list(range(0, len(values), stride)), "y": values[::stride]}


def unsafe_cross_entropy(outputs: Tensor, targets: Tensor) -> Tensor:
    """Written out by hand per class: 0 * log(0) is NaN once a probability reaches 0 or 1 exactly."""
    probabilities = outputs.softmax(1)
    wanted = functional.one_hot(targets, outputs.shape[1])
    return -(wanted * probabilities.log() + (1 - wanted) * (1 - probabilities).log()).sum(1).mean()
