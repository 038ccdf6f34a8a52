import numpy as np

from engine.observe.curves.validation.validation_far_worse_from_start import observe
from tests.engine.cases import TEN_CLASSES, TWO_CLASSES, case, falling, healthy, series


def test_validation_loss_far_above_from_the_first_epochs():
    found = observe(case(TWO_CLASSES, train_loss=falling(0.5, 0.1), val_loss=falling(2.2, 2.0)))
    assert found.strength > 0.95
    assert (found.span.start, found.span.end) == (20, 60)


def test_validation_accuracy_far_below_from_the_first_epochs():
    apart = case(
        TWO_CLASSES, train_accuracy=np.linspace(0.8, 0.99, 20), val_accuracy=np.full(20, 0.45)
    )
    assert observe(apart).strength > 0.9
    assert observe(apart).span.series == "val_accuracy"


def test_silent_on_a_gap_that_grows():
    grows = case(TEN_CLASSES, train_loss=falling(2.3, 0.01), val_loss=np.linspace(2.3, 4.0, 20))
    assert observe(grows).strength < 0.3


def test_silent_on_a_learning_run_and_when_both_fail():
    assert observe(healthy()).strength < 0.1
    assert (
        observe(case(TEN_CLASSES, train_loss=falling(80, 20), val_loss=falling(120, 60))).strength
        < 0.1
    )


def test_not_measured_in_games_or_with_few_points():
    assert observe(case({"task": "gan"}, train_loss=np.ones(9), val_loss=np.ones(9))) is None
    assert observe(case(train_loss=[1.0, 0.5], val_loss=[9.0, 9.0])) is None


def test_small_losses_after_the_first_hundred_steps_are_no_scale():
    steps = series("train_loss", [0.69, 0.4, 0.2, 0.1, 0.03, 0.02, 0.01], 20 * np.arange(1, 8))
    held_out = series("val_loss", [0.09, 0.085, 0.08, 0.08], 20 * np.arange(4, 8))
    assert observe(case(train_loss=steps, val_loss=held_out)).strength < 0.1


def test_a_model_that_scores_well_does_not_fail():
    run = {"train_loss": [0.03, 0.03, 0.02, 0.01], "val_loss": [0.5] * 4}
    assert observe(case(**run, val_f1=[0.9, 0.95, 0.98, 0.985])).strength < 0.05


def test_a_gap_that_few_samples_open_is_not_there_from_the_start():
    train = [0.23, 0.71, 0.88, 0.96, 0.99, *[1.0] * 35]
    held_out = [0.38, 0.5, 0.52, 0.53, 0.53, *[0.5] * 35]
    assert observe(case(train_accuracy=train, val_accuracy=held_out)).strength < 0.1


def test_an_excerpt_and_a_run_that_learns_nothing_are_not_judged():
    x = 60_000 + 1000 * np.arange(16)
    late = case(
        train_loss=series("train_loss", np.linspace(0.41, 0.36, 16), x),
        val_loss=series("val_loss", np.linspace(1.7, 1.8, 16), x),
    )
    assert observe(late) is None
    nothing = case(train_accuracy=[0.667] * 12, val_accuracy=[0.0] * 12)
    assert observe(nothing).strength < 0.1


def test_a_validation_loss_that_is_far_above_a_guess_at_once_counts():
    run = case(
        {"task": "regression", "loss": "mse", "target_std": 1.0},
        train_loss=[0.8, 0.42, 0.28, 0.25, 0.24, 0.24],
        val_loss=[0.73, 2.4, 4.5, 5.6, 5.7, 5.7],
    )
    assert observe(run).strength > 0.9
