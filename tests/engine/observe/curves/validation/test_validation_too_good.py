import numpy as np

from engine.observe.curves.validation.validation_too_good import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy


def test_a_nearly_perfect_accuracy_or_r2():
    assert observe(case(val_accuracy=[0.9, 0.999, 1.0, 1.0])).strength > 0.95
    assert observe(case(val_r2=[0.9, 0.995, 0.996, 0.996])).strength > 0.9


def test_the_validation_loss_serves_where_there_is_no_score():
    assert observe(case(TEN_CLASSES, val_loss=falling(2.3, 1e-3, rate=20))).strength > 0.95


def test_silent_on_ordinary_scores():
    assert observe(healthy()).strength < 0.05
    assert observe(case(val_r2=np.linspace(0, 0.9, 9))).strength < 0.01
    assert observe(case(TEN_CLASSES, val_loss=falling(2.3, 0.3))).strength < 0.1


def test_not_measured_without_a_score_or_a_scale():
    assert observe(case(val_loss=[1.0, 0.0])) is None


def test_the_first_training_loss_stands_for_a_guess_that_is_not_known():
    found = observe(case(train_loss=falling(0.7, 0.005), val_loss=falling(0.2, 0.003, rate=20)))

    assert found.strength > 0.9
    assert "of the first training loss" in found.text


def test_an_ordinary_loss_is_not_measured_by_the_first_training_loss():
    assert observe(case(train_loss=falling(0.7, 0.05), val_loss=falling(0.5, 0.1))) is None
    assert observe(case(train_loss=[-0.7, -0.9, -1.0], val_loss=[0.1, 0.0, 0.0])) is None
    assert observe(case(train_loss=[np.nan] * 6, val_loss=[0.001] * 6)) is None
