import numpy as np

from engine.observe.curves.loss.loss_step_up import observe
from tests.engine.cases import case, falling, healthy, noise, noisy


def test_a_jump_from_which_training_goes_on():
    loss = np.concatenate([noisy(falling(1.2, 0.1, 20), 0.05), noisy(falling(0.8, 0.3, 15), 0.05)])
    found = observe(case(train_loss=loss))
    assert found.strength > 0.9
    assert 380 <= found.span.start <= 440


def test_long_step_series_are_measured_too():
    loss = np.concatenate(
        [noisy(falling(1.2, 0.1, 3000), 0.2), noisy(falling(0.8, 0.3, 3000), 0.2)]
    )
    assert observe(case(train_loss_step=loss)).strength > 0.9


def test_silent_on_a_spike_that_comes_back():
    loss = noisy(falling(1.2, 0.2, 40), 0.03)
    loss[20] = 5.0
    assert observe(case(train_loss=loss)).strength < 0.3


def test_silent_on_oscillation_and_on_a_learning_run():
    swings = 1 + 0.5 * np.sin(np.arange(60))
    assert observe(case(train_loss=swings)).strength < 0.3
    assert observe(healthy(points=40)).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 0.1, 1.0])) is None


def test_a_loss_of_both_signs_is_measured_by_its_range():
    dice = np.linspace(0.1, -0.45, 200) + noise(200, 0.01)
    assert observe(case(train_loss_step=dice)).strength < 0.05
    dice[120:] += 3.0
    assert observe(case(train_loss_step=dice)).strength > 0.5


def test_a_falling_curve_is_said_never_to_shift_up():
    falls = observe(case(train_loss=2.0 * 0.9 ** np.arange(40.0)))
    jumps = observe(case(train_loss=np.concatenate([np.full(30, 1.0), np.full(30, 2.0)])))

    assert falls.text == "The level of train_loss never shifts up."
    assert "largest upward shift" in jumps.text
