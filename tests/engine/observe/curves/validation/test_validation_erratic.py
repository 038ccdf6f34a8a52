import numpy as np

from engine.observe.curves.validation.validation_erratic import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy, noisy

SMOOTH = falling(2.3, 0.4, 30)


def test_validation_jumps_while_training_is_smooth():
    found = observe(
        case(TEN_CLASSES, train_loss=SMOOTH, val_loss=noisy(falling(2.3, 0.8, 30), 0.5))
    )
    assert found.strength > 0.9
    assert "val_loss swings" in found.text


def test_the_first_loss_is_the_scale_when_chance_is_unknown():
    assert (
        observe(case(train_loss=SMOOTH, val_loss=noisy(falling(2.3, 0.8, 30), 0.5))).strength > 0.9
    )


def test_silent_on_ordinary_noise_and_when_training_jumps_as_much():
    assert observe(healthy()).strength < 0.1
    both = case(TEN_CLASSES, train_loss=noisy(SMOOTH, 0.4), val_loss=noisy(SMOOTH, 0.4, seed=1))
    assert observe(both).strength < 0.3


def test_silent_on_jumps_near_zero():
    tiny = case(TEN_CLASSES, train_loss=np.full(30, 1e-4), val_loss=noisy(np.full(30, 1e-3), 0.5))
    assert observe(tiny).strength < 0.1


def test_not_measured_where_few_examples_make_up_the_loss():
    swings = {"train_loss": SMOOTH, "val_loss": noisy(SMOOTH, 0.4)}

    assert observe(case({"class_counts": (9950.0, 50.0)}, **swings)) is None
    assert observe(case({"class_counts": (900.0, 100.0)}, **swings)) is not None


def test_not_measured_with_few_points_or_without_validation():
    assert observe(case(train_loss=SMOOTH)) is None
    assert observe(case(train_loss=[1.0, 1.0], val_loss=[1.0, 3.0])) is None


def test_the_evaluated_examples_tell_how_few_make_up_the_loss():
    swings = {"train_loss": SMOOTH, "val_loss": noisy(SMOOTH, 0.4)}

    assert observe(case(classes={"per_class_count": [[9950, 50]]}, **swings)) is None
    assert observe(case(classes={"per_class_count": [[900, 100]]}, **swings)) is not None
