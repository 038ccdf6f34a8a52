import numpy as np
import pytest

from engine.observe.curves.memory.memory_climbs import observe
from tests.engine.cases import case, healthy, noise


@pytest.mark.parametrize("name", ["rss_mb", "rss_mb_step", "gpu_memory_mb"])
def test_memory_that_grows_without_end(name):
    found = observe(case(**{name: np.linspace(300, 400, 30) + noise(30, 0.5)}))
    assert found.strength > 0.95
    assert "goes from 325.9 to 398.2, +" in found.text


def test_silent_after_a_warm_up():
    warm = np.concatenate([np.linspace(200, 320, 6), np.full(24, 320.0)])
    assert observe(case(rss_mb=warm)).strength < 0.1


def test_silent_on_a_small_drift_and_on_swings():
    assert observe(case(rss_mb=np.linspace(318.5, 318.8, 30))).strength < 0.05
    assert observe(case(rss_mb=300 + 40 * np.sin(np.arange(30)))).strength < 0.2


def test_not_measured_without_memory():
    assert observe(healthy()) is None
    assert observe(case(rss_mb=[1.0, 2.0])) is None
