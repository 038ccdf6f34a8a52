import numpy as np

from engine.observe.curves.loss.window_means_fall import observe
from tests.engine.cases import case, falling, noise


def test_means_that_fall_under_jumps_are_seen():
    found = observe(case(train_loss_step=falling(2.0, 1.0, 400, rate=2) + noise(400, 0.3)))

    assert found.strength > 0.8
    assert "of 9 changes" in found.text


def test_silent_on_a_level_curve_on_a_smooth_one_and_on_a_rising_one():
    assert observe(case(train_loss_step=1 + noise(400, 0.3))).strength < 0.2
    assert observe(case(train_loss_step=falling(2.0, 1.0, 400, rate=2))).strength < 0.05
    assert observe(case(train_loss_step=np.linspace(1, 2, 400) + noise(400, 0.3))).strength < 0.05


def test_not_measured_with_few_steps():
    assert observe(case(train_loss_step=falling(2.0, 1.0, 20))) is None
    assert observe(case(train_loss=falling(2.0, 1.0, 50))) is None
