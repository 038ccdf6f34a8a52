import math

import numpy as np
import pytest

from engine.observe.curves.loss.loss_floor_above_zero import observe
from tests.engine.cases import case, falling, healthy, noisy

RIGHT = np.clip(np.linspace(0.4, 1.2, 30), 0, 0.99)


@pytest.mark.parametrize("classes", [2, 3, 10, 100])
def test_the_floor_of_a_doubled_softmax(classes):
    floor = math.log(math.e + classes - 1) - 1
    loss = noisy(falling(math.log(classes), floor * 1.01, 30, rate=12), 0.01)
    found = observe(case({"n_classes": float(classes)}, train_loss=loss, train_accuracy=RIGHT))
    assert found.strength > 0.9
    assert f"{floor:.3g} for {classes} classes" in found.text


def test_validation_serves_where_training_has_no_accuracy():
    loss = falling(1.1, 0.555, 30, rate=12)
    assert observe(case({"n_classes": 3.0}, val_loss=loss, val_accuracy=RIGHT)).strength > 0.9


def test_without_a_number_of_classes_a_high_loss_with_all_answers_right():
    assert (
        observe(case(train_loss=falling(2.3, 1.46, 30, rate=12), train_accuracy=RIGHT)).strength
        > 0.8
    )


def test_silent_when_the_loss_goes_with_the_accuracy():
    assert observe(healthy()).strength < 0.05
    mediocre = case(
        {"n_classes": 2.0},
        train_loss=falling(0.7, 0.45, 30),
        train_accuracy=np.linspace(0.5, 0.85, 30),
    )
    assert observe(mediocre).strength < 0.1


def test_silent_under_label_smoothing_and_while_still_falling():
    smooth = {"n_classes": 3.0, "label_smoothing": 0.1}
    assert (
        observe(case(smooth, train_loss=falling(1.1, 0.555, 30), train_accuracy=RIGHT)).strength
        == 0
    )
    passing = case({"n_classes": 3.0}, train_loss=np.linspace(1.2, 0.56, 30), train_accuracy=RIGHT)
    assert observe(passing).strength < 0.3


def test_not_measured_without_an_accuracy_or_in_regression():
    assert observe(case(train_loss=[0.5, 0.5])) is None
    assert (
        observe(case({"task": "regression"}, train_loss=[0.5, 0.5], train_accuracy=[1.0, 1.0]))
        is None
    )


def test_the_floor_shows_at_a_mediocre_accuracy_that_would_allow_less():
    right = np.clip(np.linspace(0.2, 0.9, 40), 0, 0.76)
    doubled = case(
        {"n_classes": 10.0}, train_loss=falling(2.3, 1.7, 40, rate=12), train_accuracy=right
    )
    assert observe(doubled).strength > 0.9
    ordinary = case(
        {"n_classes": 10.0}, train_loss=falling(2.3, 0.9, 40, rate=12), train_accuracy=right
    )
    assert observe(ordinary).strength < 0.05


def test_silent_at_chance_level_where_both_lines_meet():
    flat = case({"n_classes": 2.0}, train_loss=np.full(30, 0.693), train_accuracy=np.full(30, 0.5))
    assert observe(flat).strength < 0.05


def test_strong_weight_decay_explains_a_floor_too():
    loss = falling(1.1, 0.555, 30, rate=12)
    decayed = {"n_classes": 3.0, "optimizer": "adam", "weight_decay": 0.6}
    assert observe(case(decayed, train_loss=loss, train_accuracy=RIGHT)).strength == 0.5


def test_losses_alone_that_begin_at_a_guess_and_rest_on_the_floor():
    loss = noisy(falling(2.1, 1.475, 30, rate=40), 0.001)
    found = observe(case(train_loss=loss, val_loss=loss + 0.005))
    assert found.strength == 0.75
    assert "is 1.46 for as many" in found.text


def test_not_measured_by_losses_alone_elsewhere_or_under_label_smoothing():
    loss = falling(2.1, 1.7, 30, rate=40)
    assert observe(case(train_loss=loss, val_loss=loss)) is None
    low = noisy(falling(2.1, 1.475, 30, rate=40), 0.001)
    assert observe(case({"label_smoothing": 0.1}, train_loss=low, val_loss=low)) is None
