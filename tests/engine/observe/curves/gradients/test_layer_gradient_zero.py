import numpy as np

from engine.observe.curves.gradients.layer_gradient_zero import observe
from tests.engine.cases import case, healthy


def layers(*rows, **config):
    return case(
        config, layers={"grad_norm_by_layer": [np.asarray(row, dtype=float) for row in rows]}
    )


def test_lower_layers_without_gradient():
    found = observe(layers([0.0] * 8, [0.0] * 8, [0.3] * 8))
    assert found.strength > 0.98
    assert "2 of 3 layers (0, 1, counted from the input); layer 0 is" in found.text
    assert found.span.series == "grad_norm_by_layer/0"


def test_all_layers_without_gradient():
    assert "2 of 2 layers (0, 1" in observe(layers([0.0] * 8, [0.0] * 8)).text


def test_gradients_that_die_later_count_by_their_share():
    found = observe(layers([0.3] * 3 + [0.0] * 7, [0.3] * 10))
    assert found.strength > 0.9
    assert "layer 0 is at 0 in 70% of the points" in found.text


def test_a_pretrained_model_may_be_frozen_on_purpose():
    assert observe(layers([0.0] * 8, [0.3] * 8, init="pretrained")).strength == 0.6


def test_silent_on_small_but_nonzero_norms():
    found = observe(layers([1e-12] * 8, [0.3] * 8))
    assert found.strength < 0.05
    assert "0 of 2 layers (none" in found.text


def test_not_measured_without_layers():
    assert observe(healthy()) is None
    assert observe(layers([np.nan] * 3)) is None
