import pytest

from engine.read.documents.spoiled import spoiled_points


def test_the_first_fault_is_named_and_the_others_are_counted():
    spoiled = spoiled_points([2.0, "x", None, [1], 1.0, 0.5], "/loss")

    assert spoiled.points.y.tolist() == [2.0, 1.0, 0.5]
    assert spoiled.points.positions.tolist() == [0, 4, 5]
    assert spoiled.points.length == 6
    assert spoiled.warning == "/loss/1: not a number: 'x' (left out, and 1 more)"


def test_spelled_numbers_are_no_faults():
    assert spoiled_points([1.0, "nan", "Infinity"], "") is None


@pytest.mark.parametrize(
    "values",
    [[], [1.0, 2.0], ["x"], ["mse", 1.0, 2.0], [1.0, "a", "b"], [True, False], [None, "x"]],
)
def test_other_lists_are_settings_or_curves(values):
    assert spoiled_points(values, "") is None
