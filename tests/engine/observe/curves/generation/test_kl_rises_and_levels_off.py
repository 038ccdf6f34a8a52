import numpy as np

from engine.observe.curves.generation.kl_rises_and_levels_off import observe
from tests.engine.cases import case, falling


def test_a_term_that_rises_and_settles_is_seen():
    found = observe(case(kl=falling(0.2, 8.0, 30, rate=8)))

    assert found.strength > 0.9
    assert "half way" in found.text


def test_a_validation_term_counts():
    assert observe(case(val_kl=[0.1, 2.0, 4.0, 5.0, 5.1, 5.0, 5.1, 5.0, 5.1, 5.0])).strength > 0.9


def test_silent_where_it_climbs_on_falls_or_is_nothing():
    assert observe(case(kl=np.linspace(0, 10, 30))).strength < 0.1
    assert observe(case(kl=falling(8.0, 0.5, 30))).strength < 0.05
    assert observe(case(kl=falling(0.0, 0.001, 30, rate=8))).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(kl=[0.1, 5.0])) is None
    assert observe(case(reward=range(30))) is None
