import numpy as np
import pytest

from engine.observe.curves.loss.score_improves_while_loss_does_not import observe
from tests.engine.cases import case, falling, noise

RETURN = np.linspace(10, 400, 20) + noise(20, 8)


@pytest.mark.parametrize(
    "loss",
    [
        {"value_loss": np.linspace(2, 40, 20)},
        {"policy_loss": noise(20, 0.01)},
        {"policy_objective": np.full(20, 0.02) + noise(20, 0.002)},
    ],
)
def test_a_return_that_rises_under_a_level_or_rising_loss_is_seen(loss):
    found = observe(case(reward=RETURN, **loss))

    assert found.strength > 0.8
    assert "reward goes from" in found.text


def test_samples_that_get_better_count():
    found = observe(case(g_loss=np.full(12, 0.7), sample_distance=np.linspace(9, 1, 12)))
    assert found.strength > 0.8


def test_silent_where_the_loss_falls_or_the_score_does_not_rise():
    assert observe(case(reward=RETURN, value_loss=falling(40, 2, 20))).strength < 0.05
    level = case(reward=5 + noise(20, 2), value_loss=np.linspace(2, 40, 20))
    assert observe(level).strength < 0.3
    assert observe(case(reward=RETURN[::-1], value_loss=np.linspace(2, 40, 20))).strength < 0.05


def test_not_measured_without_such_a_score():
    assert observe(case(train_loss=np.full(20, 1.0), val_accuracy=np.linspace(0, 1, 20))) is None
    assert observe(case(reward=RETURN)) is None
