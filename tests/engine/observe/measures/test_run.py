import math

import numpy as np
import pytest

from engine.observe.measures import guess
from engine.observe.measures import run as measures
from engine.observe.measures.robust import every_few
from engine.observe.measures.series import curve
from tests.engine.cases import case, falling, series


def test_losses_of_games_do_not_count_as_training_loss():
    for task in ("gan", "reinforcement_learning"):
        game = case(
            {"task": task, "n_classes": 2.0},
            train_loss=[1.0, 0.5],
            val_loss=[1.0, 0.5],
            train_loss_step=range(20),
        )
        assert (
            measures.train_loss(game)
            is measures.validation_loss(game)
            is measures.step_loss(game)
            is None
        )
        assert guess.chance_loss(game) is measures.first_loss(game) is None


def test_step_loss_prefers_the_per_step_series_and_takes_a_long_loss_otherwise():
    assert (
        measures.step_loss(case(train_loss=range(200), train_loss_step=range(50))).name
        == "train_loss_step"
    )
    assert measures.step_loss(case(train_loss=range(200))).name == "train_loss"
    assert measures.step_loss(case(train_loss=range(20))) is None
    assert measures.step_loss(case(train_loss_step=[float("nan")] * 20)) is None


def test_steps_per_epoch_from_sizes_or_validations():
    assert measures.steps_per_epoch(case({"n_train": 105.0, "batch_size": 10.0})) == 11
    assert measures.steps_per_epoch(case(val_loss=[1.0, 1.0, 1.0])) == 20
    assert (
        measures.steps_per_epoch(case(val_loss=series("val_loss", [1, 1, 1], [1, 2, 3], "epoch")))
        is None
    )


@pytest.mark.parametrize(
    ("config", "points", "spacing", "expected"),
    [
        ({}, 30, 20, False),
        ({}, 500, 20, True),
        ({"epochs": 3.0}, 30, 20, True),
        ({"n_train": 200.0, "batch_size": 10.0}, 30, 20, False),
        ({"n_train": 2000.0, "batch_size": 10.0}, 30, 20, True),
    ],
)
def test_points_of_less_than_an_epoch_are_recognized(config, points, spacing, expected):
    run = case(
        config, train_loss=series("train_loss", falling(2, 1, points), spacing * np.arange(points))
    )
    assert measures.is_stepwise(run, curve(run, "train_loss")) is expected


def test_a_per_step_series_is_stepwise_by_its_name():
    run = case(train_loss_step=falling(2, 1, 20))
    assert measures.is_stepwise(run, measures.train_loss(run))


def test_a_loss_that_repeats_the_one_per_step_is_stepwise():
    steps = falling(2, 1, 20)
    same = case(train_loss=steps, train_loss_step=steps)
    assert measures.is_stepwise(same, curve(same, "train_loss"))
    other = case(train_loss=steps + 0.1, train_loss_step=steps)
    assert not measures.is_stepwise(other, curve(other, "train_loss"))


def test_late_losses_take_the_lag_of_the_running_mean_out():
    train, held_out = measures.late_losses(case(train_loss=[8, 6, 4, 2], val_loss=[7, 5, 3, 1]))
    assert (train.tolist(), held_out.tolist()) == ([3, 2], [3, 1])
    assert measures.late_losses(case(train_loss=[1, 1], val_loss=[1, 1])) is None


def test_the_first_loss_is_the_first_finite_one_of_the_nearest_series():
    run = case(train_loss=[2.0, 1.0], train_loss_step=[math.nan, 2.5, 2.0])

    assert measures.first_loss(run) == 2.5
    assert measures.first_loss(case(train_loss=[math.nan], val_loss=[1.0])) is None


def test_a_loss_with_its_start_needs_enough_points():
    run = case(train_loss=[2.0, 1.0, 0.5], train_loss_step=[3.0, 2.0])

    loss, start = measures.train_loss_and_start(run, 3)

    assert (loss.name, start) == ("train_loss", 3)
    assert measures.train_loss_and_start(run, 4) is None
    assert measures.train_loss_and_start(case(val_loss=[1.0, 1.0]), 1) is None


def test_the_unit_of_a_loss_is_the_larger_of_its_two_beginnings():
    assert measures.loss_unit(-3.0, series("train_loss", [2.0, 1.0])) == 3
    assert measures.loss_unit(1.0, series("train_loss", [2.0, 1.0])) == 2


def test_the_unit_of_a_loss_of_both_signs_is_its_range():
    crossing = series("train_loss", np.linspace(0.1, -0.5, 101))
    assert measures.loss_unit(0.1, crossing) == pytest.approx(0.54)


def test_the_followed_loss_is_the_validation_loss_only_where_no_other_is_recorded():
    both = case(train_loss=[2.0, 1.0, 0.5], val_loss=[3.0, 2.0, 1.0])
    alone = case(val_loss=[3.0, 2.0, 1.0])

    assert measures.followed_loss_and_start(both, 3)[0].name == "train_loss"
    assert measures.followed_loss_and_start(both, 4) is None
    followed, start = measures.followed_loss_and_start(alone, 3)
    assert (followed.name, start) == ("val_loss", 3.0)
    assert measures.followed_loss_and_start(alone, 4) is None


def test_a_short_loss_by_epoch_gives_way_to_the_loss_by_step():
    run = case(train_loss=[2.0, 1.0, 0.5], train_loss_step=np.linspace(2, 0.5, 40))

    assert measures.train_loss(run).name == "train_loss"
    assert measures.train_loss(run, 4).name == "train_loss_step"
    assert measures.train_loss(run, 50) is None


def test_a_mean_over_an_epoch_moves_to_its_end():
    assert measures.without_lag(np.array([8.0, 6.0, 4.0])).tolist() == [7, 5, 4]
    assert measures.without_lag(np.array([8.0])).tolist() == [8]


def test_the_gradient_norm_by_epoch_comes_before_the_one_by_step():
    both = case(grad_norm=[1.0, 2.0], grad_norm_step=[3.0, 4.0])

    assert measures.gradient_norm(both).name == "grad_norm"
    assert measures.gradient_norm(case(grad_norm_step=[3.0, 4.0])).name == "grad_norm_step"
    assert measures.gradient_norm(case(grad_norm=[1.0])) is None


@pytest.mark.parametrize("count", [1, 2, 9_999, 30_000, 30_001, 30_002, 50_000])
def test_every_few_means_without_lag_are_those_of_all(count):
    means = np.random.default_rng(0).normal(size=count)

    expected = every_few(measures.without_lag(means))
    assert measures.few_without_lag(means).tolist() == expected.tolist()


def test_the_loss_by_step_under_the_name_of_a_run_is_stepwise():
    steps = falling(2.0, 1.0, 30)
    run = case(train_loss=steps, train_loss_step=steps)

    assert measures.is_stepwise(run, run.series["train_loss"])
