import numpy as np

from engine.observe.curves.gradients.gradients_grow_toward_input import observe
from tests.engine.cases import case, healthy


def layers(*norms):
    return case(layers={"grad_norm_by_layer": [np.full(10, norm) for norm in norms]})


def test_each_layer_nearer_the_input_gets_more():
    found = observe(layers(200.0, 50.0, 10.0, 2.0, 0.5))
    assert found.strength > 0.95
    assert "is 2e+02 in the first of 5 layers and 0.5 in the last" in found.text


def test_silent_on_layers_of_one_size_and_the_other_way_round():
    assert observe(layers(0.6, 0.3, 0.25, 0.4)).strength < 0.05
    assert observe(layers(1e-6, 1e-4, 0.3)).strength < 0.01


def test_not_measured_without_layers():
    assert observe(healthy()) is None
