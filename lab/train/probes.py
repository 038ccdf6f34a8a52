"""What is measured of a model: scores on a set, norms per layer, silent and saturated units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from lab.train.layers import weighted_layers
from lab.train.setup import Setup

SATURATED = 0.03  # share of the range from an end that counts as saturated
PAGE_BYTES = 4096
STATM = Path("/proc/self/statm")


def outputs_on(model: nn.Module, inputs: Tensor, setup: Setup) -> Tensor:
    """Evaluate in batches and, unless the setup forgets it, in evaluation mode."""
    defects = setup.defects
    model.train(not defects.eval_mode)
    with torch.no_grad():
        outputs = torch.cat([model(part) for part in inputs.split(defects.eval_batch)])
    model.train()
    return outputs.softmax(1) if defects.double_softmax else outputs


def accuracy(outputs: Tensor, targets: Tensor) -> float:
    hits = outputs.argmax(1) == targets
    return float(hits.float().mean().item())


def r2(outputs: Tensor, targets: Tensor) -> float:
    squared_error = (outputs - targets).square().mean()
    return float((1 - squared_error / targets.var(correction=0)).item())


def score(outputs: Tensor, targets: Tensor) -> float:
    """Return the accuracy, or R2 for a single output per row."""
    if outputs.shape[1] == 1:
        return r2(outputs[:, 0], targets)
    return accuracy(outputs, targets)


def recall_per_class(outputs: Tensor, targets: Tensor, n_classes: int) -> list[float | None]:
    """Give None for a class without rows."""
    hits = outputs.argmax(1) == targets
    recalls: list[float | None] = []
    for label in range(n_classes):
        hits_of_class = hits[targets == label]
        empty = len(hits_of_class) == 0
        recalls.append(None if empty else hits_of_class.float().mean().item())
    return recalls


def gradient_norm(parameters: Sequence[nn.Parameter]) -> float:
    grads = [one.grad for one in parameters if one.grad is not None]
    if not grads:
        return 0.0
    return float(nn.utils.get_total_norm(grads).item())


def gradient_norms_by_layer(model: nn.Module) -> list[float]:
    return [gradient_norm(list(layer.parameters())) for layer in weighted_layers(model)]


def flat(parameters: Sequence[nn.Parameter]) -> Tensor:
    return torch.cat([parameter.detach().flatten() for parameter in parameters])


class UnitProbe:
    """Measure the rectified and the bounded activations of a model in one pass over a set."""

    def __init__(self, model: nn.Module) -> None:
        modules = list(model.modules())
        self.rectified = [one for one in modules if isinstance(one, nn.ReLU)]
        self.bounded = [one for one in modules if isinstance(one, nn.Tanh | nn.Sigmoid)]

    def __call__(self, model: nn.Module, inputs: Tensor, setup: Setup) -> dict[str, float]:
        values = self._values(model, inputs, setup)
        shares: dict[str, float] = {}
        if self.rectified:
            silent = [_silent(values[module]) for module in self.rectified]
            shares["dead_fraction"] = _share(silent)
        if self.bounded:
            saturated = [_saturated(module, values[module]) for module in self.bounded]
            shares["activation_saturation"] = _share(saturated)
        return shares

    def _values(self, model: nn.Module, inputs: Tensor, setup: Setup) -> dict[nn.Module, Tensor]:
        values: dict[nn.Module, Tensor] = {}

        def keep(module: nn.Module, _: object, outputs: Tensor) -> None:
            values[module] = outputs

        watched = [*self.rectified, *self.bounded]
        handles = [module.register_forward_hook(keep) for module in watched]
        outputs_on(model, inputs, setup)
        for handle in handles:
            handle.remove()
        return values


def _silent(values: Tensor) -> Tensor:
    """Flag each unit that is zero on all rows (and, for a channel, in all places)."""
    by_unit = values.transpose(0, 1).flatten(1)
    return (by_unit == 0).all(1)


def _saturated(module: nn.Module, values: Tensor) -> Tensor:
    """Flag each value that lies near an end of its range."""
    place = (values + 1) / 2 if isinstance(module, nn.Tanh) else values
    near_an_end = (place < SATURATED) | (place > 1 - SATURATED)
    return near_an_end.flatten()


def _share(flags: Sequence[Tensor]) -> float:
    return float(torch.cat(list(flags)).float().mean().item())


def resident_mb() -> dict[str, float]:
    """Return nothing on a system that does not say how much memory a process has."""
    if not STATM.exists():
        return {}
    pages = int(STATM.read_text().split()[1])
    return {"rss_mb": pages * PAGE_BYTES / 1e6}
