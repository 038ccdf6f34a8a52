import numpy as np

from engine.observe.curves.gradients.gradients_shrink_toward_input import observe
from tests.engine.cases import case, healthy


def layers(*norms):
    return case(layers={"grad_norm_by_layer": [np.full(10, norm) for norm in norms]})


def test_each_layer_nearer_the_input_gets_less():
    found = observe(layers(1e-6, 1e-5, 1e-4, 1e-2, 0.3))
    assert found.strength > 0.95
    assert "is 1e-06 in the first of 5 layers and 0.3 in the last" in found.text


def test_silent_on_layers_of_one_size():
    assert observe(layers(0.2, 0.3, 0.25, 0.4)).strength < 0.05


def test_silent_when_only_the_embedding_is_small():
    assert observe(layers(0.02, 0.8, 0.7, 0.6, 0.5)).strength < 0.1


def test_layers_without_any_gradient_are_another_symptom():
    assert observe(layers(0.0, 0.0, 0.3)) is None


def test_not_measured_without_layers():
    assert observe(healthy()) is None
    assert observe(layers(0.3)) is None
