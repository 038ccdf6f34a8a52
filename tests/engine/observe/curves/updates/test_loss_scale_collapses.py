import numpy as np

from engine.observe.curves.updates.loss_scale_collapses import observe
from tests.engine.cases import case, healthy


def test_a_scale_that_keeps_halving():
    found = observe(case(loss_scale=65536 / 2 ** np.arange(17)))
    assert found.strength > 0.98
    assert "falls to 1 at step 340" in found.text


def test_a_low_scale_counts_where_the_first_was_not_logged():
    assert observe(case(loss_scale=[128.0, 64.0, 16.0])).strength > 0.9


def test_silent_on_a_few_halvings_and_on_growth():
    assert observe(case(loss_scale=[65536.0, 32768.0, 16384.0, 32768.0])).strength < 0.05
    assert observe(case(loss_scale=[64.0, 128.0, 256.0])).strength < 0.05


def test_not_measured_without_a_scale():
    assert observe(healthy()) is None
    assert observe(case(loss_scale=[65536.0])) is None


def test_a_scale_that_comes_back_has_not_collapsed():
    down, up = 2.0 ** np.arange(16, 4, -1), 2.0 ** np.arange(5, 16)
    assert observe(case(loss_scale=[*down, *up, *[32_768.0] * 20])).strength < 0.1
    assert observe(case(loss_scale=[*down, *[16.0] * 20])).strength > 0.9
