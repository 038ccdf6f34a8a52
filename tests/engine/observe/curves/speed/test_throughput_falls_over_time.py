import numpy as np
import pytest

from engine.observe.curves.speed.throughput_falls_over_time import observe
from tests.engine.cases import case, noise


@pytest.mark.parametrize(
    "curves",
    [
        {"samples_per_second": np.linspace(1000, 600, 60) + noise(60, 10)},
        {"step_time": np.linspace(0.2, 0.4, 60)},
    ],
)
def test_a_throughput_that_falls_is_seen(curves):
    found = observe(case(**curves))

    assert found.strength > 0.9
    assert "throughput changes by -" in found.text


def test_silent_on_a_level_run_on_slow_first_steps_and_on_single_slow_steps():
    level = 1000 + noise(60, 15)
    assert observe(case(samples_per_second=level)).strength < 0.1
    slow = level.copy()
    slow[:3] = 100
    slow[::20] = 300
    assert observe(case(samples_per_second=slow)).strength < 0.1
    assert observe(case(samples_per_second=np.linspace(600, 1000, 60))).strength < 0.05


def test_not_measured_with_few_points_or_times_of_zero():
    assert observe(case(samples_per_second=[1000.0, 600.0])) is None
    assert observe(case(step_time=np.zeros(60))) is None
