"""Find the layers of a model that have weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lab.train.lazy import torch

if TYPE_CHECKING:
    from torch import nn


def weighted_layers(model: nn.Module) -> list[nn.Module]:
    """Return them input side first; the output layer is last."""
    kinds = (torch.nn.Linear, torch.nn.Conv2d, torch.nn.GRU)
    return [module for module in model.modules() if isinstance(module, kinds)]
