import numpy as np

from engine.observe.curves.updates.weights_unchanged import observe
from tests.engine.cases import TEN_CLASSES, case, healthy


def test_no_change_although_the_rate_is_above_zero():
    found = observe(case(update_ratio=np.zeros(10), lr=np.full(10, 1e-3)))
    assert found.strength > 0.98
    assert "in 100% of the points" in found.text


def test_the_rate_need_not_be_logged():
    assert observe(case(update_ratio=np.zeros(10))).strength > 0.98


def test_silent_when_the_rate_has_run_out():
    ends = case(update_ratio=[*[1e-3] * 4, *[0.0] * 16], lr=[*[1e-3] * 4, *[0.0] * 16])
    assert observe(ends).strength < 0.05


def test_silent_on_small_changes_and_on_a_frozen_end():
    assert observe(case(update_ratio=np.full(10, 1e-9))).strength < 0.05
    assert observe(case(update_ratio=[*[1e-3] * 8, 0.0, 0.0])).strength < 0.05


def test_not_measured_without_the_ratio():
    assert observe(case(val_accuracy=[0.5] * 9)) is None
    assert observe(case(update_ratio=[np.nan])) is None


def test_silent_when_the_rate_has_decayed_to_next_to_nothing():
    rates = 1e-3 * 0.1 ** np.arange(20)
    assert observe(case(update_ratio=[*[1e-3] * 4, *[0.0] * 16], lr=rates)).strength < 0.05


def test_losses_that_repeat_to_the_last_digit_stand_in_for_the_ratio():
    found = observe(case(train_loss=[1.362871] * 12, val_loss=[1.370409] * 12))

    assert found.strength > 0.95
    assert "val_loss is 1.37041 to the last digit at 12 of 12 points" in found.text
    assert observe(case(train_loss=[0.69315] * 8)).strength > 0.95


def test_a_loss_that_had_fallen_shows_that_the_weights_were_trained():
    assert observe(case(train_loss=[1.3863, 1.3012, *[1.2597] * 15])) is None
    assert observe(case(train_loss=[1.3869, *[1.3863] * 15])).strength > 0.95


def test_losses_that_move_say_nothing_about_a_part_of_the_weights():
    assert observe(healthy()) is None
    assert observe(case(train_loss=[1.36287, 1.36286, 1.36287, 1.36285, 1.36287])) is None


def test_losses_that_are_rounded_or_zero_say_nothing():
    assert observe(case(train_loss=[0.0] * 12)) is None
    assert observe(case(train_loss=[2.3] * 12)) is None
    assert observe(case(train_loss=[0.5123, 0.1123, *[0.0] * 20])) is None


def test_the_loss_of_a_guess_repeats_whatever_makes_the_model_guess():
    guess = case(TEN_CLASSES, train_loss=[2.3031, 2.3027, 2.3028] * 3, val_loss=[2.3026] * 9)
    inferred = case(
        train_loss=[2.3031, 2.3027] * 5, train_accuracy=[0.1] * 10, val_loss=[2.3026] * 9
    )
    elsewhere = case(TEN_CLASSES, train_loss=[2.3931] * 9, val_loss=[2.4026] * 9)

    assert observe(guess) is None
    assert observe(inferred) is None
    assert observe(elsewhere).strength > 0.95
