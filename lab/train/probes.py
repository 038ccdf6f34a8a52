"""Measure a model: scores on a set, norms per layer, silent and saturated units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from lab.train.layers import weighted_layers
from lab.train.setup import Setup

SATURATED = 0.03  # share of the range from an end that counts as saturated
PAGE_BYTES = 4096
STATM = Path("/proc/self/statm")


def outputs_on(
    model: nn.Module,
    inputs: Tensor,
    setup: Setup,
) -> Tensor:
    """Return the outputs, (rows, classes) or (rows, 1), and leave the model in training mode.

    Evaluate in batches and, unless the setup forgets it, in evaluation mode. The batches matter
    where it does: batch normalization then uses the mean of each batch.
    """
    defects = setup.defects
    parts = inputs.split(defects.eval_batch)
    model.train(not defects.eval_mode)
    with torch.no_grad():
        outputs = torch.cat([model(part) for part in parts])
    model.train()
    if defects.double_softmax:
        return outputs.softmax(1)
    return outputs


def accuracy(outputs: Tensor, targets: Tensor) -> float:
    """Return the share of hits. outputs: (rows, classes). targets: (rows,)."""
    hits = hits_of(outputs, targets)
    return share_of(hits)


def hits_of(outputs: Tensor, targets: Tensor) -> Tensor:
    """Flag the rows whose highest output is that of their class."""
    predicted = outputs.argmax(1)
    return predicted == targets


def r2(outputs: Tensor, targets: Tensor) -> float:
    """Return the share of the variance that is explained: 1 at best, 0 for the mean, no lower end.

    Both tensors are (rows,).
    """
    errors = outputs - targets
    squared_error = errors.square().mean()
    variance = targets.var(correction=0)
    score = 1 - squared_error / variance
    return float(score.item())


def score(outputs: Tensor, targets: Tensor) -> float:
    """Return the accuracy, or R2 for a single output per row."""
    if outputs.shape[1] == 1:
        return r2(outputs[:, 0], targets)
    return accuracy(outputs, targets)


def recall_per_class(
    outputs: Tensor,
    targets: Tensor,
    n_classes: int,
) -> list[float | None]:
    """Return the share of hits in each class, None for a class without rows."""
    hits = hits_of(outputs, targets)
    recalls: list[float | None] = []
    for label in range(n_classes):
        hits_of_class = hits[targets == label]
        recall = None
        if len(hits_of_class):
            recall = share_of(hits_of_class)
        recalls.append(recall)
    return recalls


def share_of(flags: Tensor) -> float:
    """Return the share of flags that are set; NaN when there are none."""
    mean = flags.float().mean()
    return float(mean.item())


def gradient_norm(parameters: Iterable[nn.Parameter]) -> float:
    """Return the 2-norm of all gradients together, 0 when no parameter has one."""
    every = [parameter.grad for parameter in parameters]
    gradients = [gradient for gradient in every if gradient is not None]
    if not gradients:
        return 0.0
    norm = nn.utils.get_total_norm(gradients)
    return float(norm.item())


def gradient_norms_by_layer(model: nn.Module) -> list[float]:
    """Return one norm for each layer with weights, input side first."""
    norms = []
    for layer in weighted_layers(model):
        norm = gradient_norm(layer.parameters())
        norms.append(norm)
    return norms


def flat(parameters: Iterable[nn.Parameter]) -> Tensor:
    """Return a copy of all weights as one vector."""
    parts = []
    for parameter in parameters:
        weights = parameter.detach()
        parts.append(weights.flatten())
    return torch.cat(parts)


class UnitProbe:
    """Measure the rectified and the bounded activations of a model in one pass over a set.

    A rectified unit is dead when it is 0 on every row. A bounded value is saturated when it is
    near an end of its range.
    """

    def __init__(self, model: nn.Module) -> None:
        modules = list(model.modules())
        self.rectified = _of_kind(modules, nn.ReLU)
        self.bounded = _of_kind(modules, nn.Tanh, nn.Sigmoid)

    def __call__(
        self,
        model: nn.Module,
        inputs: Tensor,
        setup: Setup,
    ) -> dict[str, float]:
        """Return the share of dead units and of saturated values, where the model has such."""
        values = self._values(model, inputs, setup)
        silent = []
        for module in self.rectified:
            units = _silent(values[module])
            silent.append(units)
        saturated = []
        for module in self.bounded:
            places = _saturated(module, values[module])
            saturated.append(places)

        shares: dict[str, float] = {}
        if silent:
            shares["dead_fraction"] = share_of(torch.cat(silent))
        if saturated:
            shares["activation_saturation"] = share_of(torch.cat(saturated))
        return shares

    def _values(
        self,
        model: nn.Module,
        inputs: Tensor,
        setup: Setup,
    ) -> dict[nn.Module, Tensor]:
        """Return the outputs of each watched module, those of the last batch of the set."""
        values: dict[nn.Module, Tensor] = {}

        def keep(module: nn.Module, _: object, outputs: Tensor) -> None:
            values[module] = outputs

        handles = []
        for module in (*self.rectified, *self.bounded):
            handle = module.register_forward_hook(keep)
            handles.append(handle)
        outputs_on(model, inputs, setup)
        for handle in handles:
            handle.remove()
        return values


def _of_kind(
    modules: Sequence[nn.Module],
    *kinds: type[nn.Module],
) -> list[nn.Module]:
    return [module for module in modules if isinstance(module, kinds)]


def _silent(values: Tensor) -> Tensor:
    """Flag each unit that is zero on all rows (and, for a channel, in all places)."""
    by_unit = values.transpose(0, 1).flatten(1)
    is_zero = by_unit == 0
    return is_zero.all(1)


def _saturated(module: nn.Module, values: Tensor) -> Tensor:
    """Flag each value that is near an end of its range.

    The range is -1 to 1 for tanh and 0 to 1 for the sigmoid.
    """
    place = values
    if isinstance(module, nn.Tanh):
        place = (values + 1) / 2
    near_low_end = place < SATURATED
    near_high_end = place > 1 - SATURATED
    near_an_end = near_low_end | near_high_end
    return near_an_end.flatten()


def resident_mb() -> dict[str, float]:
    """Return the memory of the process, in megabytes.

    Return nothing on a system that does not publish it.
    """
    if not STATM.exists():
        return {}
    fields = STATM.read_text().split()
    pages = int(fields[1])
    return {"rss_mb": pages * PAGE_BYTES / 1e6}
