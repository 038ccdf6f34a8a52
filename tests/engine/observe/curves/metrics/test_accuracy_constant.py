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
