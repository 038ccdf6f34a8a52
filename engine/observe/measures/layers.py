"""Gradient norms by layer, input side first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.observe.measures.robust import median
from engine.run import Case, Floats

NAME = "grad_norm_by_layer"
LEAST_LAYERS = 2


@dataclass(frozen=True, slots=True)
class LayerNorms:
    """The median gradient norms of the layers that get a gradient, at least two of them."""

    norms: Floats

    @property
    def first_over_last(self) -> float:
        """The norm of the layer next to the input over that of the layer next to the output."""
        return float(self.norms[0] / self.norms[-1])

    @property
    def toward_output(self) -> float:
        """The share of neighboring layers, 0 to 1, in which the one nearer the output has more."""
        grows = np.diff(self.norms) > 0
        return float(grows.mean())

    @property
    def text(self) -> str:
        """The beginning of a sentence with the two ends."""
        return (
            f"The median gradient norm is {self.norms[0]:.2g} in the first of {len(self.norms)} "
            f"layers and {self.norms[-1]:.2g} in the last"
        )


def layer_norms(case: Case) -> LayerNorms | None:
    """Return the norms of the layers; None with fewer than two layers that get a gradient."""
    finite = [layer.finite for layer in case.layers.get(NAME, ())]
    medians = [median(values) for values in finite if len(values)]
    positive = [norm for norm in medians if norm > 0]
    if len(positive) < LEAST_LAYERS:
        return None
    return LayerNorms(np.array(positive))
