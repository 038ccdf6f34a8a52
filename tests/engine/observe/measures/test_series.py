import math

import numpy as np
import pytest

from engine.observe.measures import series as measures
from tests.engine.cases import case, series


def test_curve_drops_what_is_not_finite_and_condenses_long_series():
    long = case(train_loss=[1.0, float("nan"), *[2.0] * 1000])
    assert len(measures.curve(long, "train_loss")) == 200
    assert np.isfinite(measures.curve(long, "train_loss").y).all()
    assert measures.curve(case(train_loss=[1.0, float("inf")]), "train_loss") is None
    assert measures.curve(case(), "train_loss") is None


def test_a_curve_is_worked_out_once_per_case():
    first, second = case(train_loss=[3.0, 2.0]), case(train_loss=[5.0, 4.0])
    assert measures.curve(first, "train_loss") is measures.curve(first, "train_loss")
    assert measures.curve(second, "train_loss").y[0] == 5


def test_series_are_paired_by_step_or_by_place():
    a, b = series("a", [1, 2, 3], [10, 20, 30]), series("b", [5, 6], [20, 30])
    left, right = measures.paired(case(a=a, b=b), "a", "b")
    assert (left.tolist(), right.tolist()) == ([2, 3], [5, 6])
    by_epoch = series("b", [7, 8, 9], [1, 2, 3], "epoch")
    assert measures.paired(case(a=a, b=by_epoch), "a", "b")[1].tolist() == [7, 8, 9]
    assert measures.paired(case(a=a, b=series("b", [7, 8], [1, 2], "epoch")), "a", "b") is None
    assert measures.paired(case(a=a), "a", "b") is None
    assert measures.paired(case(a=[1, math.nan, math.nan], b=[1, 2, 3]), "a", "b") is None


def test_recorded_series_come_in_the_order_of_the_names():
    run = case(grad_norm=[math.nan], train_loss=[1.0], val_loss=[])

    assert [
        one.name for one in measures.recorded(run, ("train_loss", "val_loss", "grad_norm"))
    ] == [
        "train_loss",
        "grad_norm",
    ]
    assert measures.first_recorded(run, ("val_loss", "grad_norm")).name == "grad_norm"
    assert measures.first_recorded(run, ("val_loss", "lr")) is None


def test_parts_keep_the_name_and_the_points_of_x():
    whole = series("lr", [5.0, 4.0, 3.0, 2.0], [10, 20, 30, 40])

    assert measures.part(whole, 1, 3).x.tolist() == [20, 30]
    assert measures.first_points(whole, 2).y.tolist() == [5, 4]
    assert measures.last_points(whole, 3).x.tolist() == [20, 30, 40]
    assert measures.last_points(whole, 3).name == "lr"


def test_parts_of_short_series_are_the_whole_series():
    short = series("lr", [5.0, 4.0])

    assert measures.last_points(short).y.tolist() == [5, 4]
    assert measures.first_points(short, 9).y.tolist() == [5, 4]
    assert measures.after_first_third(short).y.tolist() == [5, 4]


def test_a_point_at_an_end_has_one_neighbor():
    whole = series("lr", [5.0, 4.0, 3.0])

    assert measures.around(whole, 0).y.tolist() == [5, 4]
    assert measures.around(whole, 1).y.tolist() == [5, 4, 3]
    assert measures.around(whole, 2).y.tolist() == [4, 3]


def test_the_finite_part_drops_the_points_with_their_x():
    broken = series("lr", [5.0, math.nan, 3.0, math.inf], [10, 20, 30, 40])

    assert measures.finite_part(broken).x.tolist() == [10, 30]


def test_the_first_level_is_the_mean_size_of_the_first_fortieth():
    assert measures.first_level(np.array([3.0, 1.0])) == 3
    assert measures.first_level(np.array([1.0, 3.0, *[9.0] * 78])) == 2


def test_the_level_of_a_loss_of_both_signs_is_at_least_its_range():
    assert measures.first_level(np.linspace(0.0, -1.0, 101)) == pytest.approx(0.9)
    assert measures.first_level(np.array([-3.0, *np.linspace(-3, 0, 50)])) >= 3


def test_any_points_takes_a_single_finite_point():
    run = case(train_loss=[np.nan, 2.0], val_loss=[np.nan])

    assert measures.any_points(run, "train_loss").y.tolist() == [2.0]
    assert measures.any_points(run, "val_loss") is measures.any_points(run, "lr") is None


def test_the_final_level_is_the_median_of_the_last_tenth():
    assert measures.final_level(np.array([9.0, 1.0, 3.0])) == 2
    assert measures.final_level(np.array([*[9.0] * 36, 1.0, 2.0, 3.0, 90.0])) == 2.5


def test_the_end_of_a_curve_is_written_as_it_was_recorded():
    steady = case(train_loss=[1.0, 0.5, 0.5])
    falling = case(train_loss=[1.0, 0.2, 0.1])

    assert measures.ending(steady, measures.curve(steady, "train_loss")) == "0.5"
    written = measures.ending(falling, measures.curve(falling, "train_loss"))
    assert written == "0.1 (level of the end: 0.15)"


def test_the_end_of_a_long_curve_is_its_last_value():
    long = case(val_accuracy=[0.5] * 999 + [0.9])

    written = measures.ending(long, measures.curve(long, "val_accuracy"), ".2f")

    assert written == "0.90 (level of the end: 0.50)"
