import numpy as np

from engine.observe.curves.speed.waiting_for_data import observe
from tests.engine.cases import case, healthy


def test_most_of_the_step_is_loading():
    found = observe(case(data_time=np.full(10, 0.07), step_time=np.full(10, 0.1)))
    assert found.strength > 0.95
    assert "70%" in found.text


def test_silent_when_loading_is_hidden():
    assert observe(case(data_time=np.full(10, 0.005), step_time=np.full(10, 0.1))).strength < 0.02


def test_one_slow_step_does_not_count():
    waits = np.full(10, 0.001)
    waits[3] = 5.0
    assert observe(case(data_time=waits, step_time=np.full(10, 0.1))).strength < 0.02


def test_not_measured_without_both_times():
    assert observe(healthy()) is None
    assert observe(case(data_time=[0.1, 0.1])) is None
