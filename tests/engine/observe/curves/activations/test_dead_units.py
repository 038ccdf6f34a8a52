import numpy as np

from engine.observe.curves.activations.dead_units import observe
from tests.engine.cases import case, healthy


def test_most_units_are_zero_for_every_input():
    found = observe(case(dead_fraction=np.linspace(0.0, 0.9, 20)))
    assert found.strength > 0.98
    assert found.span.start == 200


def test_silent_on_a_few_dead_units():
    found = observe(case(dead_fraction=np.full(20, 0.08)))
    assert found.strength < 0.02
    assert found.span.start == found.span.end == 400


def test_silent_when_they_come_back_to_life():
    assert observe(case(dead_fraction=np.linspace(0.7, 0.05, 20))).strength < 0.05


def test_not_measured_without_the_share():
    assert observe(healthy()) is None
