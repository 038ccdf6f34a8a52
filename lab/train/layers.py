"""Find the layers of a model that have weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lab.train.lazy import torch

if TYPE_CHECKING:
    from torch import nn


def weighted_layers(model: nn.Module) -> list[nn.Module]:
    """Return linear, convolutional and recurrent layers, input side first; the output is last.

    Normalization layers have weights too, but are left out: they belong to the layer before.
    """
    kinds = (
        torch.nn.Linear,
        torch.nn.Conv2d,
        torch.nn.GRU,
    )
    return [module for module in model.modules() if isinstance(module, kinds)]
