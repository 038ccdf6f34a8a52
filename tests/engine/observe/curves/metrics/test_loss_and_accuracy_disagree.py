import numpy as np
import pytest

from engine.observe.curves.metrics.loss_and_accuracy_disagree import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy

POOR = np.linspace(0.1, 0.5, 20)


def test_a_loss_lower_than_its_wrong_answers_allow():
    found = observe(case(TEN_CLASSES, train_loss=falling(0.02, 0.01), train_accuracy=POOR))
    assert found.strength > 0.95
    assert "that many wrong answers cost at least 0.354" in found.text


def test_a_high_loss_with_all_answers_right():
    found = observe(case(TEN_CLASSES, val_loss=falling(5, 1.5), val_accuracy=np.full(20, 0.99)))
    assert found.strength > 0.9
    assert found.source == "metrics.val_loss"
    assert "with 99.0% of the answers right" in found.text


@pytest.mark.parametrize("seed", range(5))
def test_the_bound_holds_for_any_prediction(seed):
    rng = np.random.default_rng(seed)
    logits = rng.normal(0, 2, (500, 4))
    chances = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    truth = rng.integers(0, 4, 500)
    loss = -np.log(chances[np.arange(500), truth]).mean()
    assert loss >= (chances.argmax(axis=1) != truth).mean() * np.log(2)


def test_silent_on_a_learning_run_and_on_perfect_answers():
    assert observe(healthy()).strength < 0.1
    assert (
        observe(
            case(TEN_CLASSES, train_loss=[1.0, 1e-6, 1e-6], train_accuracy=[0.5, 1.0, 1.0])
        ).strength
        < 0.05
    )


@pytest.mark.parametrize(
    "more", [{"class_weights": "balanced"}, {"task": "regression"}, {"loss": "focal"}]
)
def test_not_measured_where_the_bound_does_not_hold(more):
    assert (
        observe(case(TEN_CLASSES | more, train_loss=falling(0.02, 0.01), train_accuracy=POOR))
        is None
    )


def test_not_measured_without_accuracy():
    assert observe(case(TEN_CLASSES, train_loss=falling(2, 1))) is None


def test_not_measured_where_wrong_answers_could_explain_a_high_loss():
    assert (
        observe(case(TEN_CLASSES, train_loss=falling(2.3, 1.5), train_accuracy=np.full(20, 0.76)))
        is None
    )


def test_not_measured_at_a_chosen_threshold():
    chosen = case(
        {**TEN_CLASSES, "threshold": 0.02},
        train_loss=falling(0.02, 0.01),
        train_accuracy=POOR,
    )

    assert observe(chosen) is None
