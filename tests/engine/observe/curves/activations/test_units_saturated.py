import numpy as np

from engine.observe.curves.activations.units_saturated import observe
from tests.engine.cases import case, healthy


def test_most_outputs_at_their_ends():
    found = observe(case(activation_saturation=np.full(10, 0.8)))
    assert found.strength > 0.98
    assert "80% at first" in found.text


def test_saturation_that_comes_later_says_so():
    assert "0% at first" in observe(case(activation_saturation=np.linspace(0.0, 0.99, 10))).text


def test_silent_on_a_few():
    assert observe(case(activation_saturation=np.full(10, 0.05))).strength < 0.02
    assert observe(case(activation_saturation=np.linspace(0.0, 0.2, 10))).strength < 0.02


def test_not_measured_without_the_share():
    assert observe(healthy()) is None
