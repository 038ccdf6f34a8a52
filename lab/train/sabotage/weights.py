"""Changes of the fresh weights."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING

from lab.train.layers import weighted_layers
from lab.train.sabotage.change import Change
from lab.train.setup import Setup, changed

if TYPE_CHECKING:
    from torch import nn


def deep_gain(setup: Setup, choose: random.Random) -> Setup:
    """Start six or eight layers with He's initialization times a gain above one."""
    gain = choose.uniform(1.5, 2.0)

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            fan_in = layer.weight.shape[1]
            layer.weight.normal_(0, gain * math.sqrt(2 / fan_in))

    return changed(setup, depth=choose.choice([6, 8]), prepare=prepare)


def negative_biases(setup: Setup, choose: random.Random) -> Setup:
    """Start all hidden units below zero."""
    below = choose.uniform(3, 6)

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model)[:-1]:
            layer.bias.fill_(-below)

    return changed(setup, prepare=prepare)


def wide_weights(factor: float) -> Change:
    """Multiply all fresh weights."""

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            layer.weight.mul_(factor)

    def change(setup: Setup, choose: random.Random) -> Setup:
        depth = max(2, setup.architecture.depth)
        return changed(setup, prepare=prepare, depth=depth)

    return change


def equal_weights(setup: Setup, choose: random.Random) -> Setup:
    """Start all units of a layer alike, so that they stay alike."""

    def prepare(model: nn.Module) -> None:
        for layer in weighted_layers(model):
            layer.weight.fill_(0.05)
            layer.bias.zero_()

    depth = max(2, setup.architecture.depth)
    return changed(setup, prepare=prepare, depth=depth)
