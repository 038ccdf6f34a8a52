import numpy as np

from engine.observe.curves.metrics.accuracy_constant import observe
from tests.engine.cases import case, healthy


def test_the_same_value_over_the_whole_run():
    found = observe(case(val_accuracy=np.full(20, 0.113)))
    assert found.strength > 0.95
    assert "for 20 of 20 evaluations in a row" in found.text
    assert "20 of 20" in found.text


def test_training_accuracy_serves():
    assert observe(case(train_accuracy=np.full(10, 0.5))).strength > 0.95


def test_silent_when_the_score_is_perfect_or_the_run_has_settled():
    assert observe(case(val_accuracy=np.full(20, 1.0))).strength < 0.05
    settled = np.concatenate([np.linspace(0.2, 0.8, 14), np.full(6, 0.8)])
    assert observe(case(val_accuracy=settled)).strength < 0.1


def test_silent_on_a_moving_score():
    assert observe(healthy()).strength < 0.01


def test_not_measured_with_few_points():
    assert observe(case(val_accuracy=[0.1, 0.1])) is None


def test_a_return_that_never_moves_is_seen():
    found = observe(case(reward=[0.0] * 24, policy_objective=np.linspace(0.02, -0.01, 24)))

    assert found.strength > 0.95
    assert "reward stays at 0 for 24 of 24" in found.text
    assert observe(case(reward=[-200.0] * 24)).strength > 0.95
    assert observe(case(success_rate=[0.0] * 24)).strength > 0.95


def test_a_return_that_moves_or_is_at_its_best_is_not():
    assert observe(case(reward=np.linspace(10, 200, 24))).strength < 0.05
    assert observe(case(reward=[*np.linspace(10, 500, 6), *[500.0] * 18])).strength < 0.05


def test_not_measured_where_the_loss_does_not_move_either():
    flat = case(train_loss=[1.362871] * 12, val_accuracy=[0.3] * 12)
    assert observe(flat) is None
    moves = case(train_loss=np.linspace(2.3, 0.5, 12), val_accuracy=[0.3] * 12)
    assert observe(moves).strength > 0.95
