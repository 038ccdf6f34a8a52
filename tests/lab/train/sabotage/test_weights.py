import random

import pytest
import torch

from lab.train.layers import weighted_layers
from lab.train.models import build
from lab.train.sabotage import weights
from tests.lab.train.make import small_setup


def layers_of(change, **values):
    torch.manual_seed(2)
    setup = change(small_setup(**values), random.Random(2))
    return weighted_layers(build(setup))


def test_a_gain_above_one_lets_signals_grow():
    layers = layers_of(weights.deep_gain, width=64)

    assert len(layers) in (7, 9)
    hidden = layers[2].weight
    assert hidden.std().item() > 1.3 * (2 / 64) ** 0.5


def test_hidden_units_start_below_zero_and_the_output_does_not():
    *hidden, output = layers_of(weights.negative_biases)

    assert all(layer.bias.max() <= -3 for layer in hidden)
    assert output.bias.abs().max() < 1


def test_wide_weights_are_the_plain_ones_times_the_factor():
    plain = layers_of(weights.wide_weights(1.0))
    wide = layers_of(weights.wide_weights(8.0))

    assert torch.allclose(wide[0].weight, 8 * plain[0].weight)


def test_equal_units_have_equal_weights():
    for layer in layers_of(weights.equal_weights):
        assert layer.weight.unique().numel() == 1
        assert layer.bias.abs().sum() == 0


@pytest.mark.parametrize("change", [weights.wide_weights(8.0), weights.equal_weights])
def test_a_shallow_model_is_deepened_and_a_deep_one_kept(change):
    assert len(layers_of(change, depth=1)) == 3
    assert len(layers_of(change, depth=4)) == 5
