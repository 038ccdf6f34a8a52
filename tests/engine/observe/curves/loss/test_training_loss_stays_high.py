import numpy as np

from engine.observe.curves.loss.training_loss_stays_high import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy


def test_a_loss_near_a_guess_is_high():
    found = observe(case(TEN_CLASSES, train_loss=falling(2.3, 2.2)))
    assert found.strength > 0.9
    assert "a guess: 2.3" in found.text


def test_regression_is_measured_against_the_variance():
    assert observe(case(REGRESSION, train_loss=falling(1.2, 0.85))).strength > 0.8


def test_accuracy_alone_is_scale_enough():
    assert (
        observe(case(train_loss=[2.04, 2.03, 2.02], train_accuracy=[0.1, 0.1, 0.1])).strength > 0.9
    )


def test_silent_when_the_accuracy_is_good_although_the_loss_is_not():
    good = case(
        TEN_CLASSES, train_loss=falling(2.3, 1.5), train_accuracy=np.linspace(0.1, 0.98, 20)
    )
    assert observe(good).strength < 0.05


def test_silent_on_a_learning_run_and_under_moderate_noise():
    assert observe(healthy()).strength < 0.05
    assert observe(case({"n_classes": 2.0}, train_loss=falling(0.7, 0.35))).strength < 0.3


def test_not_measured_without_a_scale():
    assert observe(case(train_loss=[3.0, 2.9, 2.9])) is None
    assert observe(case(TEN_CLASSES, train_accuracy=[0.1, 0.2])) is None


def test_half_of_the_errors_is_much_for_a_model_too_small_and_may_be_noise_otherwise():
    half = {"train_loss": falling(2.3, 1.4), "train_accuracy": 1 - falling(0.9, 0.55)}
    small = TEN_CLASSES | {"model_kind": "mlp", "n_features": 2.0, "depth": 0.0}
    assert observe(case(small, **half)).strength > 0.8
    assert observe(case(TEN_CLASSES | {"width": 64.0}, **half)).strength < 0.5
