"""What is measured of a model: scores on a set, norms per layer, silent and saturated units."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from lab.models import weighted_layers
from lab.setup import Setup

SATURATED = 0.03  # share of the range from an end that counts as saturated
PAGE_BYTES = 4096
STATM = Path("/proc/self/statm")


@torch.no_grad()
def outputs_on(model: nn.Module, inputs: Tensor, setup: Setup) -> Tensor:
    """In batches of `eval_batch` and, unless the setup forgets it, in evaluation mode."""
    model.train(not setup.eval_mode)
    outputs = torch.cat([model(part) for part in inputs.split(setup.eval_batch)])
    model.train()
    return outputs.softmax(1) if setup.double_softmax else outputs


def accuracy(outputs: Tensor, targets: Tensor) -> float:
    return (outputs.argmax(1) == targets).float().mean().item()


def r2(outputs: Tensor, targets: Tensor) -> float:
    return (1 - (outputs - targets).square().mean() / targets.var(correction=0)).item()


def score(outputs: Tensor, targets: Tensor) -> float:
    """Accuracy, or R2 for a single output per row."""
    return r2(outputs[:, 0], targets) if outputs.shape[1] == 1 else accuracy(outputs, targets)


def recall_per_class(outputs: Tensor, targets: Tensor, n_classes: int) -> list[float | None]:
    hits = outputs.argmax(1) == targets
    shares = [hits[targets == label].float().mean().item() for label in range(n_classes)]
    return [None if share != share else share for share in shares]


def gradient_norm(parameters: list[nn.Parameter]) -> float:
    grads = [parameter.grad for parameter in parameters if parameter.grad is not None]
    return nn.utils.get_total_norm(grads).item() if grads else 0.0


def gradient_norms_by_layer(model: nn.Module) -> list[float]:
    return [gradient_norm(list(layer.parameters())) for layer in weighted_layers(model)]


def flat(parameters: list[nn.Parameter]) -> Tensor:
    return torch.cat([parameter.detach().flatten() for parameter in parameters])


class UnitProbe:
    """Follows the rectified and the bounded activations of a model through one pass over a set."""

    def __init__(self, model: nn.Module) -> None:
        self.rectified = [module for module in model.modules() if isinstance(module, nn.ReLU)]
        self.bounded = [module for module in model.modules() if isinstance(module, nn.Tanh | nn.Sigmoid)]

    def __call__(self, model: nn.Module, inputs: Tensor, setup: Setup) -> dict[str, float]:
        seen: dict[nn.Module, Tensor] = {}
        watched = [*self.rectified, *self.bounded]
        handles = [m.register_forward_hook(lambda m, _, out: seen.__setitem__(m, out)) for m in watched]
        outputs_on(model, inputs, setup)
        for handle in handles:
            handle.remove()
        found = {}
        if self.rectified:
            found["dead_fraction"] = _share([_silent(seen[module]) for module in self.rectified])
        if self.bounded:
            found["activation_saturation"] = _share([_saturated(module, seen[module]) for module in self.bounded])
        return found


def _silent(values: Tensor) -> Tensor:
    """One flag per unit: zero on all rows (and, for a channel, in all places)."""
    return (values.transpose(0, 1).flatten(1) == 0).all(1)


def _saturated(module: nn.Module, values: Tensor) -> Tensor:
    share = (values + 1) / 2 if isinstance(module, nn.Tanh) else values
    return ((share < SATURATED) | (share > 1 - SATURATED)).flatten()


def _share(flags: list[Tensor]) -> float:
    return torch.cat(flags).float().mean().item()


def resident_mb() -> dict[str, float]:
    """Empty where the system does not tell."""
    if not STATM.exists():
        return {}
    return {"rss_mb": int(STATM.read_text().split()[1]) * PAGE_BYTES / 1e6}


def rounded(value: Any) -> Any:
    """Five significant digits; what is not finite becomes the string that the format asks for."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    if not isinstance(value, float):
        return value
    if value != value:
        return "NaN"
    if abs(value) == float("inf"):
        return "Infinity" if value > 0 else "-Infinity"
    return float(f"{value:.5g}")
