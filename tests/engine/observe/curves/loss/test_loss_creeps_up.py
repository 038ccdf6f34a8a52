import numpy as np

from engine.observe.curves.loss.loss_creeps_up import observe
from tests.engine.cases import case, falling, healthy, noisy


def test_a_slow_rise_after_the_minimum():
    loss = np.concatenate([falling(2.0, 0.5, 10), np.linspace(0.5, 0.9, 20)])
    found = observe(case(train_loss=noisy(loss, 0.01)))
    assert found.strength > 0.9
    assert found.span.start == 220


def test_silent_on_noise_about_a_floor():
    assert observe(case(train_loss=noisy(falling(2.0, 0.5, 40), 0.05))).strength < 0.3


def test_silent_on_a_rise_in_the_last_points_only_and_on_a_learning_run():
    assert observe(case(train_loss=[*falling(2.0, 0.2, 30), 0.9, 0.9])).strength < 0.3
    assert observe(healthy()).strength < 0.1


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 1.1, 1.2])) is None
