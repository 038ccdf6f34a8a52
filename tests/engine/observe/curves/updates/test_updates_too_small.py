import numpy as np

from engine.observe.curves.updates.updates_too_small import observe
from tests.engine.cases import case, falling, healthy


def test_updates_of_next_to_nothing():
    found = observe(case(update_ratio=np.full(20, 5e-6)))
    assert found.strength > 0.98
    assert "5e-06" in found.text


def test_silent_on_usual_sizes_and_when_a_schedule_anneals():
    assert observe(case(update_ratio=np.full(20, 1e-3))).strength < 0.02
    assert observe(case(update_ratio=falling(1e-2, 1e-8, 20, rate=8))).strength < 0.05


def test_silent_on_fine_tuning():
    assert observe(case({"init": "pretrained"}, update_ratio=np.full(20, 5e-5))).strength < 0.05


def test_exact_zeros_are_another_symptom():
    assert observe(case(update_ratio=np.zeros(20))).strength == 0


def test_not_measured_without_the_ratio():
    assert observe(healthy()) is None
