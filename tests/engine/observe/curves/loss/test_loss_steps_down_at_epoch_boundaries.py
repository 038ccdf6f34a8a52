import numpy as np

from engine.observe.curves.loss.loss_steps_down_at_epoch_boundaries import observe
from tests.engine.cases import case, falling, noise, series

CONFIG = {"n_train": 500.0, "batch_size": 10.0}  # 50 steps in an epoch


def stairs(levels, size=0.02):
    values = np.repeat(np.asarray(levels, dtype=float), 50)
    return values + noise(len(values), size)


def test_drops_where_an_epoch_begins_are_seen():
    found = observe(case(CONFIG, train_loss_step=stairs([2.0, 1.5, 1.1, 0.8, 0.6])))

    assert found.strength > 0.9
    assert "At 4 of 4 borders" in found.text


def test_steps_that_count_from_one_have_their_borders_one_later():
    steps = series("train_loss_step", stairs([2.0, 1.4, 0.9, 0.5]), np.arange(1, 201))
    assert observe(case(CONFIG, train_loss_step=steps)).strength > 0.9


def test_silent_on_a_smooth_fall_on_a_level_and_on_drops_elsewhere():
    smooth = falling(2.0, 0.5, 250, rate=3) + noise(250, 0.02)
    assert observe(case(CONFIG, train_loss_step=smooth)).strength < 0.2
    assert observe(case(CONFIG, train_loss_step=stairs([1.0] * 5))).strength < 0.1
    shifted = stairs([2.0, 1.5, 1.1, 0.8, 0.6])[25:]
    assert observe(case(CONFIG, train_loss_step=shifted)).strength < 0.2


def test_not_measured_without_epochs():
    assert observe(case(train_loss_step=stairs([2.0, 1.5, 1.1]))) is None
    assert observe(case(CONFIG, train_loss_step=stairs([2.0, 1.5]))) is None
