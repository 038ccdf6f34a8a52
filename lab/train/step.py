"""Take one optimization step: forward, backward, clip, update."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from lab.train.losses import class_weights_of, loss_of
from lab.train.models import build
from lab.train.probes import accuracy, flat, gradient_norm, gradient_norms_by_layer
from lab.train.schedules import rate_at
from lab.train.setup import Setup

OPTIMIZERS = {
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
    "sgd": torch.optim.SGD,
}
FIRST_LOSS_SCALE = 2.0**14
STEPS_UNTIL_SCALE_GROWS = 100
LEAST_SIZE = 1e-12  # of the weights, so that the update ratio stays finite
LAYER = "layer "  # start of the names of the norms by layer


class Stepper:
    """Train a model, with its optimizer and the scaler of half precision.

    trainable: the parameters that get updates. done: the number of steps taken.
    """

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.model = build(setup)
        self.trainable = _trainable(self.model)
        self.optimizer = _optimizer(setup, self.trainable)
        self.scaler = torch.amp.GradScaler(
            "cpu",
            init_scale=FIRST_LOSS_SCALE,
            growth_interval=STEPS_UNTIL_SCALE_GROWS,
        )
        self.class_weights = class_weights_of(setup)
        self.is_half = setup.optimization.precision == "fp16"
        self.is_full = setup.logging.level == "full"
        self.done = 0

    @property
    def rate(self) -> float:
        """Return the learning rate of the last step."""
        group = self.optimizer.param_groups[0]
        return float(group["lr"])

    @property
    def loss_scale(self) -> float:
        """Return the factor on the loss in half precision."""
        fixed = self.setup.defects.fixed_loss_scale
        return float(fixed or self.scaler.get_scale())

    def loss(self, outputs: Tensor, targets: Tensor) -> Tensor:
        return loss_of(
            self.setup,
            self.class_weights,
            outputs,
            targets,
        )

    def step(self, inputs: Tensor, targets: Tensor) -> dict[str, float]:
        """Update the weights once and return the measures of the step.

        Keys: loss, grad_norm, hits (share of right classes), update_ratio, and for each layer
        "layer 0" and so on.
        """
        self._prepare()
        outputs, loss = self._forward(inputs, targets)
        if self.is_full:
            before = flat(self.trainable)
            measured = self._update(loss)
            measured["update_ratio"] = self._update_ratio(before)
        else:
            measured = self._update(loss)

        measured["loss"] = loss.item()
        if self.setup.data.n_classes:
            measured["hits"] = accuracy(outputs, targets)
        self.done += 1
        return measured

    def _prepare(self) -> None:
        """Set the rate of this step and, unless the setup forgets it, clear the gradients."""
        group = self.optimizer.param_groups[0]
        group["lr"] = rate_at(self.setup, self.done)
        if self.setup.defects.zero_grad:
            self.optimizer.zero_grad()

    def _forward(self, inputs: Tensor, targets: Tensor) -> tuple[Tensor, Tensor]:
        """Return the outputs and the mean loss of the batch."""
        half = torch.autocast(
            "cpu",
            dtype=torch.float16,
            enabled=self.is_half,
        )
        with half:
            outputs = self.model(inputs)
        if self.setup.defects.double_softmax:
            outputs = outputs.softmax(1)
        return outputs, self.loss(outputs, targets)

    def _update(self, loss: Tensor) -> dict[str, float]:
        """Change the weights and return the norms of the gradients before they were clipped."""
        fixed_scale = self.setup.defects.fixed_loss_scale
        is_adaptive = self.is_half and not fixed_scale
        if is_adaptive:
            self._backward_adaptive(loss)
        else:
            self._backward(loss, fixed_scale or 1.0)
        measured = self._gradient_norms()

        clip = self.setup.optimization.gradient_clip
        if clip:
            nn.utils.clip_grad_norm_(self.trainable, clip)
        if is_adaptive:
            self.scaler.step(self.optimizer)
            self.scaler.update()
        else:
            self.optimizer.step()
        return measured

    def _backward(self, loss: Tensor, scale: float) -> None:
        """Compute the gradients of the scaled loss and divide them by the scale again."""
        scaled = loss * scale
        scaled.backward()
        if scale == 1.0:
            return
        for parameter in self.trainable:
            parameter.grad /= scale

    def _backward_adaptive(self, loss: Tensor) -> None:
        """Do the same with the scale that the scaler has adapted."""
        scaled = loss * self.scaler.get_scale()
        scaled.backward()
        # This call only sets the scaler up: the loss was scaled by hand above.
        self.scaler.scale(loss.detach())
        self.scaler.unscale_(self.optimizer)

    def _gradient_norms(self) -> dict[str, float]:
        """Return the norm of all gradients and, at the full level, that of each layer."""
        norms = {"grad_norm": gradient_norm(self.trainable)}
        if not self.is_full:
            return norms
        by_layer = gradient_norms_by_layer(self.model)
        for index, norm in enumerate(by_layer):
            norms[f"{LAYER}{index}"] = norm
        return norms

    def _update_ratio(self, before: Tensor) -> float:
        """Return the mean absolute update over the mean absolute weight."""
        change = flat(self.trainable) - before
        mean_change = change.abs().mean()
        mean_size = before.abs().mean()
        ratio = mean_change / mean_size.clamp_min(LEAST_SIZE)
        return float(ratio.item())


def _trainable(model: nn.Module) -> list[nn.Parameter]:
    """Return the parameters that are not frozen."""
    parameters = model.parameters()
    return [parameter for parameter in parameters if parameter.requires_grad]


def _optimizer(
    setup: Setup,
    parameters: list[nn.Parameter],
) -> torch.optim.Optimizer:
    """Return the optimizer of the setup. Raises KeyError for an unknown name."""
    optimization = setup.optimization
    options: dict[str, Any] = {
        "lr": optimization.learning_rate,
        "weight_decay": optimization.weight_decay,
    }
    if optimization.optimizer == "sgd":
        options["momentum"] = optimization.momentum
    kind = OPTIMIZERS[optimization.optimizer]
    return kind(parameters, **options)
