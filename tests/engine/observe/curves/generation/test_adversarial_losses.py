import numpy as np
import pytest

from engine.observe.curves.generation.adversarial_losses import observe
from tests.engine.cases import case, healthy


def test_the_losses_of_both_players_are_logged():
    found = observe(case(d_loss=[1.4, 1.39, 1.38, 1.39], g_loss=[0.7, 0.8, 0.75, 0.72]))

    assert found.strength == 1
    assert found.text == "The losses of an adversarial run are logged: d_loss and g_loss."


def test_another_loss_says_that_the_run_is_not_adversarial():
    other = observe(healthy())

    assert other.strength == 0
    assert other.text == "No generator is trained against a discriminator."
    assert observe(case(d_loss=[0.7, 0.6, 0.5])).strength == 0


@pytest.mark.parametrize("values", [[0.7], [np.nan] * 6, [0.7, np.inf, np.nan, np.nan]])
def test_not_measured_on_a_short_excerpt_or_without_numbers(values):
    assert observe(case(train_loss=values)) is None
    assert observe(case(d_loss=values, g_loss=values)) is None


def test_not_measured_without_a_loss():
    assert observe(case(val_accuracy=[0.1, 0.4, 0.5, 0.6])) is None
    assert observe(case()) is None
