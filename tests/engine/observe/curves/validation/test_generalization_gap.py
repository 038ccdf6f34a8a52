import numpy as np

from engine.observe.curves.validation.generalization_gap import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy, series


def test_a_wide_gap_in_accuracy():
    found = observe(
        case(
            TEN_CLASSES,
            train_accuracy=np.linspace(0.1, 1, 20),
            val_accuracy=np.linspace(0.1, 0.6, 20),
        )
    )
    assert found.strength > 0.95
    assert "a gap of +0.389" in found.text


def test_a_wide_gap_in_loss_where_there_is_no_accuracy():
    assert (
        observe(case(REGRESSION, train_loss=falling(1, 0.01), val_loss=falling(1, 0.7))).strength
        > 0.9
    )
    assert observe(case(train_loss=falling(5, 0.1), val_loss=falling(5, 4))).strength > 0.9


def test_silent_on_a_mild_gap_and_when_validation_is_better():
    assert observe(healthy()).strength < 0.1
    assert (
        observe(case(REGRESSION, train_loss=falling(1, 0.2), val_loss=falling(1, 0.27))).strength
        < 0.1
    )
    assert (
        observe(
            case(TEN_CLASSES, train_accuracy=[0.1, 0.7, 0.7], val_accuracy=[0.1, 0.8, 0.8])
        ).strength
        < 0.01
    )


def test_not_measured_without_both_sides():
    assert observe(case(train_loss=[1.0, 0.5], val_accuracy=[0.1, 0.5])) is None
    assert observe(case(train_loss=[0.0, 0.0], val_loss=[0.0, 0.0])) is None
    assert observe(case(train_loss=[0.1], val_loss=[1.0], reward=[1.0])) is None


def test_one_point_is_enough_for_a_gap():
    assert observe(case(train_accuracy=[0.99], val_accuracy=[0.6])).strength > 0.95
    assert observe(case(train_loss=[0.05], val_loss=[2.4])).strength > 0.95
    assert observe(case(train_accuracy=[0.9], val_accuracy=[0.88])).strength < 0.05


def test_the_unit_without_a_known_guess_is_not_the_untrained_loss():
    language = case(train_loss=0.8 + 5.4 * np.exp(-np.arange(21) / 3), val_loss=[2.1] * 20 + [2.49])
    assert observe(language).strength > 0.9
    excerpt = series("train_loss", np.linspace(0.41, 0.36, 16), 60_000 + 1000 * np.arange(16))
    late = series("val_loss", np.linspace(1.7, 1.8, 16), 60_000 + 1000 * np.arange(16))
    assert observe(case(train_loss=excerpt, val_loss=late)).strength > 0.9
    assert observe(case(train_loss=falling(6.2, 2.9), val_loss=falling(6.2, 3.0))).strength < 0.1
