import numpy as np
import pytest

from engine.read import ReadError
from engine.read.parts import metric_values
from engine.read.parts.metric_values import (
    curve_of_one,
    curve_on_axis,
    curve_with_own_axis,
    curves_of_layers,
    is_axis_pair,
    matrix_of_classes,
    refuse_too_many,
)


def test_steps_of_the_same_length_are_x_before_epochs():
    axes = {"epoch": np.array([1.0, 2.0]), "step": np.array([10.0, 20.0])}

    assert curve_on_axis("loss", [2.0, 1.0], "", axes).x.tolist() == [10, 20]
    assert curve_on_axis("loss", [2.0, None], "", axes).x.tolist() == [10]
    assert curve_on_axis("loss", [2.0], "", axes).x_name == "index"


@pytest.mark.parametrize(
    ("value", "answer"),
    [({"x": 1, "y": 2}, True), ({"y": 2}, True), ({"x": 1}, False), ({"y": 1, "z": 2}, False)],
)
def test_axis_pair(value, answer):
    assert is_axis_pair(value) is answer


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"y": "1"}, "/a/y"),
        ({"x": 1, "y": [1]}, "/a/x"),
        ({"x": [1], "y": [1, 2]}, "/a"),
        ({"x": [None], "y": [1]}, "/a/x"),
        ({"x": ["inf"], "y": [1]}, "/a/x"),
    ],
)
def test_broken_axis_pair_is_refused(value, pointer):
    with pytest.raises(ReadError) as caught:
        curve_with_own_axis("a", value, "/a")

    assert caught.value.problems[0].pointer == pointer


def test_axis_pair_without_x_is_on_its_positions():
    assert curve_with_own_axis("a", {"y": [3, 4]}, "/a").x.tolist() == [0, 1]


def test_numbered_layers_come_first_in_order():
    layers = {"head": [1.0], "10": [1.0], "2": [1.0], "9999999999": [1.0], "empty": []}

    names = [curve.name for curve in curves_of_layers(layers, "", {})]
    assert names == ["2", "10", "head", "9999999999"]


def test_problems_of_all_layers_are_raised_together():
    with pytest.raises(ReadError) as caught:
        list(curves_of_layers({"0": 3, "1": ["x"]}, "/a", {}))

    assert [problem.pointer for problem in caught.value.problems] == ["/a/0", "/a/1/0"]


def test_classes_are_a_matrix_without_missing_points():
    matrix = matrix_of_classes([None, [0.5, None], [1, 0]], "/a")

    np.testing.assert_array_equal(matrix, [[0.5, np.nan], [1, 0]])


@pytest.mark.parametrize("points", [[[1.0], 3], [[1.0], [1.0, 2.0]], [["x"]]])
def test_uneven_classes_are_refused(points):
    with pytest.raises(ReadError):
        matrix_of_classes(points, "/a")


def test_one_number_is_one_point():
    assert curve_of_one("a", "0.5", "").y.tolist() == [0.5]
    assert len(curve_of_one("a", None, "")) == 0


def test_one_word_is_refused():
    with pytest.raises(ReadError, match="/a: not a number: 'x'"):
        curve_of_one("a", "x", "/a")


def test_more_entries_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(metric_values, "MAX_CURVES", 2)

    refuse_too_many({"a": 1, "b": 2}, "/m", "metrics")
    with pytest.raises(ReadError, match="holds 3 metrics, of which at most 2 are read"):
        refuse_too_many({"a": 1, "b": 2, "c": 3}, "/m", "metrics")
