import numpy as np

from engine.observe.curves.generation.discriminator_loss_near_zero import observe
from tests.engine.cases import case, falling


def test_a_discriminator_that_wins_is_seen():
    found = observe(case(d_loss=falling(1.2, 0.001, 30), g_loss=np.linspace(1, 12, 30)))

    assert found.strength > 0.95
    assert "second half" in found.text


def test_accuracies_near_one_agree():
    sure = np.full(30, 0.999)
    run = case(d_loss=np.full(30, 0.01), d_real_accuracy=sure, d_fake_accuracy=sure)
    assert observe(run).strength > 0.95


def test_silent_at_balance_and_where_the_accuracies_are_not_near_one():
    assert observe(case(d_loss=np.full(30, 1.38))).strength < 0.05
    unsure = case(d_loss=np.full(30, 0.01), d_fake_accuracy=np.full(30, 0.7))
    assert observe(unsure).strength < 0.05


def test_a_critic_with_negative_losses_is_not_judged():
    assert observe(case(d_loss=np.linspace(-1, 0.0, 30))) is None
    assert observe(case(d_loss=[0.0, 0.0])) is None
