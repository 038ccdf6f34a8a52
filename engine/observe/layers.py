"""Gradient norms by layer, input side first."""

from __future__ import annotations

import numpy as np

from engine.observe.robust import median
from engine.run import Case, Floats

NAME = "grad_norm_by_layer"


def layer_norms(case: Case) -> Floats | None:
    """The median norm of each layer that gets a gradient at all; None with fewer than two such
    layers.
    """
    medians = [median(layer.finite) for layer in case.layers.get(NAME, ()) if len(layer.finite)]
    positive = np.array([norm for norm in medians if norm > 0])
    return positive if len(positive) >= 2 else None


def toward_output(norms: Floats) -> float:
    """Share of neighbouring layers in which the one nearer the output has the larger norm."""
    return float((np.diff(norms) > 0).mean())
