import numpy as np

from engine.observe.curves.loss.loss_oscillates import observe
from engine.scales import SEEN
from tests.engine.cases import case, falling, healthy, noise, noisy


def test_a_loss_that_swings_without_settling():
    found = observe(case(train_loss=1.5 + 0.5 * np.sin(1.9 * np.arange(30))))
    assert found.strength > 0.95
    assert "swings by" in found.text


def test_random_swings_count_as_well():
    assert observe(case(train_loss=np.abs(1 + noise(40, 0.3)))).strength > 0.9


def test_silent_on_ordinary_noise():
    assert observe(case(train_loss=noisy(falling(2.0, 0.4, 30), 0.05))).strength < 0.2
    assert observe(healthy()).strength < 0.1


def test_silent_on_a_curved_but_steady_fall():
    assert observe(case(train_loss=falling(5.0, 0.0, 30, rate=3))).strength < 0.1


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 2.0, 1.0, 2.0])) is None


def test_silent_on_the_noise_of_batches_logged_every_few_steps():
    steps = {"n_train": 20_000.0, "batch_size": 10.0}
    assert observe(case(steps, train_loss=noisy(falling(2.0, 0.6, 90), 0.35))).strength < 0.3


def test_slow_swings_of_a_loss_logged_every_few_steps_count():
    swings = 1.5 + 0.6 * np.sin(np.arange(600) / 60)
    assert observe(case(train_loss=noisy(swings, 0.2))).strength > 0.9


def test_a_loss_of_both_signs_is_measured_by_its_range():
    dice = np.linspace(0.01, -0.45, 30) + noise(30, 0.01)
    assert observe(case(train_loss=dice)).strength < 0.1
    swinging = np.linspace(0.01, -0.45, 30) + 0.2 * (-1.0) ** np.arange(30)
    assert observe(case(train_loss=swinging)).strength > 0.9


def test_batches_without_a_trend_do_not_oscillate():
    assert observe(case(train_loss_step=1.2 + noise(19, 0.4))).strength < SEEN
    assert observe(case(train_loss_step=1.2 + noise(300, 0.4))).strength < 0.3


def test_the_validation_loss_is_judged_where_it_is_recorded_alone():
    swings = 2 + 0.8 * (-1.0) ** np.arange(20)
    assert observe(case(val_loss=swings)).strength > 0.9
    assert observe(case(val_loss=falling(2.3, 0.5))).strength < 0.05
