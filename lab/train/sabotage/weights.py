"""Change the fresh weights."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from lab.train.layers import weighted_layers
from lab.train.sabotage.change import Change
from lab.train.setup import Prepare, Setup, changed

if TYPE_CHECKING:
    from torch import nn


def deep_gain(setup: Setup, choose: Random) -> Setup:
    """Start six or eight layers with He's initialization times a gain above one.

    Signals and gradients then grow by the gain with every layer.
    """
    gain = choose.uniform(1.5, 2.0)

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            fan_in = layer.weight.shape[1]
            deviation = gain * math.sqrt(2 / fan_in)
            layer.weight.normal_(0, deviation)

    depth = choose.choice([6, 8])
    return changed(setup, depth=depth, prepare=prepare)


def negative_biases(setup: Setup, choose: Random) -> Setup:
    """Start all hidden units so far below zero that a rectifier stays silent."""
    below = choose.uniform(3, 6)

    def prepare(model: nn.Module) -> None:
        layers = weighted_layers(model)
        for layer in layers[:-1]:
            layer.bias.fill_(-below)

    return changed(setup, prepare=prepare)


def wide_weights(factor: float) -> Change:
    """Multiply all fresh weights of a model with two hidden layers or more."""

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            layer.weight.mul_(factor)

    def change(setup: Setup, choose: Random) -> Setup:
        return _deepened(setup, prepare)

    return change


def equal_weights(setup: Setup, choose: Random) -> Setup:
    """Start all units of a layer alike.

    They get the same gradients, so they stay alike.
    """

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            layer.weight.fill_(0.05)
            layer.bias.zero_()

    return _deepened(setup, prepare)


def _deepened(setup: Setup, prepare: Prepare) -> Setup:
    """Give the model two hidden layers at least."""
    depth = max(2, setup.architecture.depth)
    return changed(setup, prepare=prepare, depth=depth)
