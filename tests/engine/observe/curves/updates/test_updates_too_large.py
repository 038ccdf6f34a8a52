import numpy as np

from engine.observe.curves.updates.updates_too_large import observe
from tests.engine.cases import case, falling, healthy


def test_a_violent_first_epoch():
    found = observe(case(update_ratio=falling(2.5, 0.005, 20, rate=40)))
    assert found.strength > 0.95
    assert "by 2.5 of their size at first" in found.text


def test_large_updates_throughout():
    found = observe(case(update_ratio=[0.06, *[0.2] * 19]))
    assert found.strength > 0.95
    assert "by 0.2 in the median" in found.text


def test_silent_on_usual_sizes():
    assert observe(case(update_ratio=falling(0.05, 0.001))).strength < 0.05
    assert observe(case(update_ratio=np.full(20, 0.001))).strength < 0.01


def test_not_measured_without_the_ratio():
    assert observe(healthy()) is None
