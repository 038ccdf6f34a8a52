import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.normal.movement import first_movement, movement, movement_of
from tests.engine.cases import case, falling, noise, series


def test_a_curve_that_falls():
    moved = movement(case(train_loss=falling(2.0, 0.5)), "train_loss")

    assert moved.falls
    assert not moved.rises
    assert moved.change == pytest.approx(-1.5, abs=0.1)
    assert moved.times == pytest.approx(0.25, abs=0.05)
    assert moved.text.startswith("train_loss goes from 2 to 0.5")


def test_scatter_is_no_movement():
    moved = movement_of(series("reward", 1 + noise(40, 0.2)))

    assert not moved.falls
    assert not moved.rises


def test_a_rise_far_beyond_the_scatter_counts():
    assert movement_of(series("reward", np.arange(30) + noise(30, 1.0))).rises


def test_a_constant_curve_does_not_move():
    moved = movement_of(series("reward", [0.0] * 9))

    assert not moved.falls
    assert not moved.rises
    assert moved.times == math.inf


def test_fewer_than_five_finite_points_are_no_movement():
    assert movement(case(), "train_loss") is None
    assert movement(case(train_loss=[3, 2, math.nan, 1, 0.5]), "train_loss") is None


def test_the_first_that_is_long_enough_counts():
    run = case(val_accuracy=[0.1, 0.2], reward=[1, 2, 3, 4, 5])

    assert first_movement(run, ["val_accuracy", "reward"]).series.name == "reward"
    assert first_movement(run, ["val_accuracy"]) is None


@given(st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=40))
def test_a_curve_moves_one_way_at_most_and_its_mirror_the_other(values):
    moved = movement_of(series("y", values))
    mirrored = movement_of(series("y", [-value for value in values]))

    assert not (moved.rises and moved.falls)
    assert moved.rises == mirrored.falls
