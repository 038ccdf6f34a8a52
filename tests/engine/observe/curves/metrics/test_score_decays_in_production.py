import numpy as np

from engine.observe.curves.metrics.score_decays_in_production import observe
from tests.engine.cases import case, noise


def test_a_live_score_that_falls_from_week_to_week_is_seen():
    found = observe(case(live_accuracy=np.linspace(0.92, 0.78, 8) + noise(8, 0.005)))

    assert found.strength > 0.9
    assert "along its trend" in found.text


def test_a_slower_decay_over_more_weeks_is_seen():
    assert observe(case(live_accuracy=np.linspace(0.9, 0.8, 30))).strength > 0.9


def test_silent_on_a_level_score_and_on_a_rising_one():
    assert observe(case(live_accuracy=0.9 + noise(12, 0.01))).strength < 0.2
    assert observe(case(live_accuracy=np.linspace(0.8, 0.9, 8))).strength < 0.05


def test_not_measured_with_few_intervals():
    assert observe(case(live_accuracy=[0.9, 0.8, 0.7])) is None
    assert observe(case(val_accuracy=np.linspace(0.9, 0.7, 8))) is None
