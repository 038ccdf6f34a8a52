import numpy as np

from engine.observe.curves.validation.validation_never_improves import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy, noise, series


def test_accuracy_stays_at_a_guess_while_training_learns():
    found = observe(
        case(TEN_CLASSES, train_loss=falling(2.3, 0.3), val_accuracy=0.1 + noise(20, 0.01))
    )
    assert found.strength > 0.95
    assert "val_accuracy" in found.text


def test_r2_stays_below_zero_while_training_learns():
    assert (
        observe(
            case(REGRESSION, train_loss=falling(1.0, 0.4), val_r2=np.linspace(0, -0.3, 20))
        ).strength
        > 0.95
    )


def test_validation_loss_alone_serves():
    assert (
        observe(
            case(TEN_CLASSES, train_loss=falling(2.3, 0.3), val_loss=np.linspace(2.3, 3.0, 20))
        ).strength
        > 0.9
    )


def test_silent_when_nothing_is_learned_in_training_either():
    assert (
        observe(
            case(TEN_CLASSES, train_loss=np.full(20, 2.3), val_accuracy=np.full(20, 0.1))
        ).strength
        < 0.05
    )


def test_silent_when_the_validation_loss_improves_or_overfitting_sets_in_later():
    assert observe(healthy()).strength < 0.01
    late = np.concatenate([np.linspace(0.1, 0.7, 10), np.linspace(0.7, 0.5, 10)])
    assert (
        observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.01), val_accuracy=late)).strength < 0.05
    )


def test_not_measured_without_a_score_or_a_chance_level():
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.3))) is None
    assert observe(case(train_loss=falling(2.3, 0.3), val_loss=np.ones(5))) is None
    assert observe(case(TEN_CLASSES, train_loss=[2.3, 1.0], val_accuracy=[0.1, 0.1])) is None


def test_silent_when_training_learns_too_quickly_to_learn_by_heart():
    quick = {
        "train_loss": falling(2.3, 0.1, rate=40),
        "train_accuracy": 1 - falling(0.9, 0.02, rate=40),
    }
    assert observe(case(TEN_CLASSES, **quick, val_accuracy=0.1 + noise(20, 0.01))).strength < 0.05


def test_silent_when_the_validation_loss_comes_down_from_a_bad_start():
    curves = {
        "train_loss": falling(40.0, 0.5),
        "val_loss": falling(60.0, 9.0),
        "val_accuracy": 0.1 + noise(20, 0.01),
    }
    assert observe(case(TEN_CLASSES, **curves)).strength < 0.05


def test_silent_when_the_loss_improves_at_the_share_of_the_majority():
    imbalanced = {"task": "classification", "class_counts": (950.0, 50.0)}
    curves = {
        "train_loss": falling(0.25, 0.1),
        "val_loss": falling(0.21, 0.13),
        "val_accuracy": np.full(20, 0.95),
    }
    assert observe(case(imbalanced, **curves)).strength < 0.1


SLOW = np.linspace(1.6, 0.4, 20)


def test_without_a_scale_a_first_evaluation_that_is_never_beaten_counts():
    found = observe(case(train_loss=SLOW, val_loss=[*np.linspace(1.6, 2.8, 18), 2.8, 2.8]))

    assert found.strength == 0.8
    assert "val_loss is 1.6 at first, 1.6 at best and 2.8 at the end" in found.text


def test_silent_without_a_scale_where_validation_comes_down_or_holds():
    overfits = case(train_loss=SLOW, val_loss=[1.6, 1.2, *np.linspace(1.1, 2.8, 18)])
    assert observe(overfits).strength < 0.02
    assert observe(case(train_loss=SLOW, val_loss=np.full(20, 1.6))).strength < 0.05


def test_silent_without_a_scale_where_training_learns_at_once():
    fast = case(train_loss=falling(1.6, 0.1, rate=30), val_loss=np.linspace(1.2, 1.5, 20))
    assert observe(fast).strength < 0.02


def test_not_measured_without_a_scale_beside_a_score_or_a_start_that_was_trained():
    rising = np.linspace(1.6, 2.8, 20)
    assert observe(case(train_loss=SLOW, val_loss=rising, val_accuracy=rising / 4)) is None
    started = series("val_loss", rising, 20 * np.arange(20))
    assert observe(case(train_loss=SLOW, val_loss=started)) is None
