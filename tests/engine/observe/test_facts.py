import math

import numpy as np
import pytest

from engine.observe import facts
from tests.engine.cases import case, falling, series


def test_curve_drops_what_is_not_finite_and_condenses_long_series():
    long = case(train_loss=[1.0, float("nan"), *[2.0] * 1000])
    assert len(facts.curve(long, "train_loss")) == 200
    assert np.isfinite(facts.curve(long, "train_loss").y).all()
    assert facts.curve(case(train_loss=[1.0, float("inf")]), "train_loss") is None
    assert facts.curve(case(), "train_loss") is None


def test_a_curve_is_worked_out_once_per_case():
    first, second = case(train_loss=[3.0, 2.0]), case(train_loss=[5.0, 4.0])
    assert facts.curve(first, "train_loss") is facts.curve(first, "train_loss")
    assert facts.curve(second, "train_loss").y[0] == 5


def test_step_loss_prefers_the_per_step_series_and_takes_a_long_loss_otherwise():
    assert (
        facts.step_loss(case(train_loss=range(200), train_loss_step=range(50))).name
        == "train_loss_step"
    )
    assert facts.step_loss(case(train_loss=range(200))).name == "train_loss"
    assert facts.step_loss(case(train_loss=range(20))) is None
    assert facts.step_loss(case(train_loss_step=[float("nan")] * 20)) is None


def test_series_are_paired_by_step_or_by_place():
    a, b = series("a", [1, 2, 3], [10, 20, 30]), series("b", [5, 6], [20, 30])
    left, right = facts.paired(case(a=a, b=b), "a", "b")
    assert (left.tolist(), right.tolist()) == ([2, 3], [5, 6])
    by_epoch = series("b", [7, 8, 9], [1, 2, 3], "epoch")
    assert facts.paired(case(a=a, b=by_epoch), "a", "b")[1].tolist() == [7, 8, 9]
    assert facts.paired(case(a=a, b=series("b", [7, 8], [1, 2], "epoch")), "a", "b") is None
    assert facts.paired(case(a=a), "a", "b") is None
    assert facts.paired(case(a=[1, math.nan, math.nan], b=[1, 2, 3]), "a", "b") is None


@pytest.mark.parametrize(
    ("position", "phase"), [(0.0, "first steps"), (0.2, "early"), (0.5, "middle"), (0.9, "late")]
)
def test_onset_phase(position, phase):
    assert facts.onset_phase(position) == phase


def test_steps_per_epoch_from_sizes_or_validations():
    assert facts.steps_per_epoch(case({"n_train": 105.0, "batch_size": 10.0})) == 11
    assert facts.steps_per_epoch(case(val_loss=[1.0, 1.0, 1.0])) == 20
    assert (
        facts.steps_per_epoch(case(val_loss=series("val_loss", [1, 1, 1], [1, 2, 3], "epoch")))
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
def test_points_of_less_than_an_epoch_are_told_apart(config, points, spacing, expected):
    run = case(
        config, train_loss=series("train_loss", falling(2, 1, points), spacing * np.arange(points))
    )
    assert facts.is_stepwise(run, facts.curve(run, "train_loss")) is expected


def test_a_per_step_series_is_stepwise_by_its_name():
    run = case(train_loss_step=falling(2, 1, 20))
    assert facts.is_stepwise(run, facts.train_loss(run))
