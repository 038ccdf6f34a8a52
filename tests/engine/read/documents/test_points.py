import math

import numpy as np
import pytest

from engine.read.documents.points import axis_of, axis_pair, counted_keys, points_of
from tests.together import together


def test_numbers_with_holes():
    points = points_of([1.0, None, "nan", 2])

    assert points.positions.tolist() == [0, 2, 3]
    assert points.length == 4
    assert points.y[[0, 2]].tolist() == [1.0, 2.0]
    assert math.isnan(points.y[1])


@together(
    "value",
    [None, 3, "x", [], [None, None], ["a", "b"], [True, False], [1, [2]], [{}], {}, {"a": 1}, [[1]],
     [[1, 2]], [[1, 2], [3]], [[1, 2], [3, "a"]], [[5, 1], [4, 1], [3, 1]], {"0": "a", "1": "b"}],
)  # fmt: skip
def test_no_points(value):
    assert points_of(value) is None


def test_pairs_and_triples():
    assert points_of([[1, 5.0], [2, 6.0]]).x.tolist() == [1, 2]
    triples = points_of([[1.7e9, 10, 5.0], [1.7e9, 20, 6.0]])
    assert triples.x.tolist() == [10, 20]
    assert triples.y.tolist() == [5.0, 6.0]
    assert points_of([[1, 2, 3], [4, 5, 6]]) is None


def test_mappings_that_count():
    points = points_of({"epoch_10": 1.0, "epoch_2": 2.0})

    assert (points.x.tolist(), points.y.tolist(), points.x_name) == ([2, 10], [2.0, 1.0], "epoch")
    assert points_of({"0": 1.0, "1": 2.0}).x is None


def test_keys_that_count():
    assert counted_keys({"1": 0, "0": 0}).keys == ["0", "1"]
    assert counted_keys({"step 1": 0, "step 2": 0}).x_name == "step"


@pytest.mark.parametrize(
    "keys",
    [
        ["1"],
        ["a", "b"],
        ["a1", "b2"],
        ["1", "x"],
        ["label_1", "label_2"],
        ["1" * 20, "2"],
        ["²", "³"],
    ],
)
def test_keys_that_do_not_count(keys):
    assert counted_keys(dict.fromkeys(keys, 0)) is None


@pytest.mark.parametrize(
    ("mapping", "x", "x_name"),
    [
        ({"x": [1, 2], "y": [5, 6]}, [1, 2], "step"),
        ({"steps": [1, 2], "values": [5, 6], "timestamps": ["a", "b"]}, [1, 2], "step"),
        ({"epochs": [1, 2], "values": [5, 6]}, [1, 2], "epoch"),
        ({"values": [[1, 5], [2, 6]]}, [1, 2], "step"),
        ({"x": None, "y": [5, 6]}, None, "step"),
    ],
)
def test_axis_pairs(mapping, x, x_name):
    points = axis_pair(mapping)

    assert points.y.tolist() == [5, 6]
    assert points.x_name == x_name
    assert (None if points.x is None else points.x.tolist()) == x


@pytest.mark.parametrize(
    "mapping",
    [{}, {"y": 3}, {"values": ["a"]}, {"values": [1, 2]}, {"loss": [1, 2], "step": [1, 2]}],
)
def test_no_axis_pair(mapping):
    assert axis_pair(mapping) is None


def test_an_axis_is_finite_and_complete():
    assert np.array_equal(axis_of([1, 2]), [1, 2])
    assert axis_of([1, None]) is None
    assert axis_of([1, math.nan]) is None
    assert axis_of("12") is None
