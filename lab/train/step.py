"""One optimization step: forward, backward, clip, update."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from lab.train import probes
from lab.train.losses import class_weights_of, loss_of
from lab.train.models import build
from lab.train.schedules import rate_at
from lab.train.setup import Setup

OPTIMIZERS = {
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
    "sgd": torch.optim.SGD,
}
LAYER = "layer "


class Stepper:
    """Hold the model, its optimizer and the scaler of half precision."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.model = build(setup)
        parameters = self.model.parameters()
        self.trainable = [one for one in parameters if one.requires_grad]
        self.optimizer = _optimizer(setup, self.trainable)
        self.scaler = torch.amp.GradScaler("cpu", init_scale=2.0**14, growth_interval=100)
        self.class_weights = class_weights_of(setup)
        self.is_half = setup.optimization.precision == "fp16"
        self.is_full = setup.logging.level == "full"
        self.done = 0  # steps

    @property
    def rate(self) -> float:
        return float(self.optimizer.param_groups[0]["lr"])

    @property
    def loss_scale(self) -> float:
        return float(self.setup.defects.fixed_loss_scale or self.scaler.get_scale())

    def loss(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return loss_of(self.setup, self.class_weights, outputs, targets)

    def step(self, inputs: Tensor, targets: Tensor) -> dict[str, float]:
        """Update the weights once and return what was measured.

        Keys: loss, grad_norm, hits (share of right classes), update_ratio, and for each layer
        "layer 0" and so on.
        """
        self.optimizer.param_groups[0]["lr"] = rate_at(self.setup, self.done)
        if self.setup.defects.zero_grad:
            self.optimizer.zero_grad()
        outputs, loss = self._forward(inputs, targets)

        before = probes.flat(self.trainable) if self.is_full else None
        measured = self._update(loss)
        if before is not None:
            measured["update_ratio"] = self._update_ratio(before)
        measured["loss"] = loss.item()
        if self.setup.data.n_classes:
            measured["hits"] = probes.accuracy(outputs, targets)
        self.done += 1
        return measured

    def _forward(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        with torch.autocast("cpu", dtype=torch.float16, enabled=self.is_half):
            outputs = self.model(inputs)
        if self.setup.defects.double_softmax:
            outputs = outputs.softmax(1)
        return outputs, self.loss(outputs, targets)

    def _update(self, loss: Tensor) -> dict[str, float]:
        adaptive = self.is_half and not self.setup.defects.fixed_loss_scale
        self._backward(loss, adaptive)
        measured = self._gradient_norms()
        clip = self.setup.optimization.gradient_clip
        if clip:
            nn.utils.clip_grad_norm_(self.trainable, clip)
        if adaptive:
            self.scaler.step(self.optimizer)
            self.scaler.update()
        else:
            self.optimizer.step()
        return measured

    def _backward(self, loss: Tensor, adaptive: bool) -> None:
        """Leave gradients of the loss in its own scale."""
        scale = self.setup.defects.fixed_loss_scale or 1.0
        if adaptive:
            scale = self.scaler.get_scale()
        (loss * scale).backward()
        if adaptive:
            # This call only sets the scaler up: the loss was scaled by hand above.
            self.scaler.scale(loss.detach())
            self.scaler.unscale_(self.optimizer)
        elif scale != 1.0:
            for parameter in self.trainable:
                parameter.grad /= scale

    def _gradient_norms(self) -> dict[str, float]:
        norms = {"grad_norm": probes.gradient_norm(self.trainable)}
        if self.is_full:
            by_layer = probes.gradient_norms_by_layer(self.model)
            for index, norm in enumerate(by_layer):
                norms[f"{LAYER}{index}"] = norm
        return norms

    def _update_ratio(self, before: Tensor) -> float:
        """Return the mean absolute update over the mean absolute weight."""
        change = (probes.flat(self.trainable) - before).abs().mean()
        size = before.abs().mean().clamp_min(1e-12)
        return float((change / size).item())


def _optimizer(setup: Setup, parameters: list[nn.Parameter]) -> torch.optim.Optimizer:
    optimization = setup.optimization
    options: dict[str, Any] = {
        "lr": optimization.learning_rate,
        "weight_decay": optimization.weight_decay,
    }
    if optimization.optimizer == "sgd":
        options["momentum"] = optimization.momentum
    return OPTIMIZERS[optimization.optimizer](parameters, **options)
