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
    assert found.attributes == {"layers": "some", "layer": 0, "onset": "first steps"}
    assert "2 of 3 layers (0, 1" in found.text


def test_all_layers_without_gradient():
    assert observe(layers([0.0] * 8, [0.0] * 8)).attributes["layers"] == "all"


def test_gradients_that_die_later_tell_when():
    found = observe(layers([0.3] * 3 + [0.0] * 7, [0.3] * 10))
    assert found.strength > 0.9
    assert found.attributes["onset"] == "middle"


def test_a_pretrained_model_may_be_frozen_on_purpose():
    assert observe(layers([0.0] * 8, [0.3] * 8, init="pretrained")).strength == 0.6


def test_silent_on_small_but_nonzero_norms():
    found = observe(layers([1e-12] * 8, [0.3] * 8))
    assert found.strength < 0.05
    assert found.attributes["onset"] == "never"


def test_not_measured_without_layers():
    assert observe(healthy()) is None
    assert observe(layers([np.nan] * 3)) is None
