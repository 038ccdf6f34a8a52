import math

import numpy as np
import pytest

from engine.read.parts.limits import MAX_CURVES
from engine.read.stores.points import Points, placed


def test_values_are_kept_by_run_and_name():
    points = Points()
    points.add("loss", 3.0, 1, run="a")
    points.add("loss", 2.0, 1, run="b")
    points.add("loss", 1.5, 2, run="a")
    first, second = points.curves("group")

    assert (first.name, first.run, first.group) == ("loss", "a", "group")
    assert (first.x.tolist(), first.y.tolist(), first.x_name) == ([1, 2], [3.0, 1.5], "step")
    assert (second.run, len(second)) == ("b", 1)


def test_name_of_an_only_run_is_left_out():
    points = Points()
    points.add("loss", 3.0, 1, run="a")

    assert points.curves("")[0].run == ""


@pytest.mark.parametrize(
    ("steps", "x", "x_name"),
    [
        ([5.0], [5.0], "step"),
        ([1.0, 2.0, 2.0], [1.0, 2.0, 2.0], "step"),
        ([0.0, 0.0, 0.0], [0.0, 1.0, 2.0], "index"),
        ([1.0, math.nan], [0.0, 1.0], "index"),
        ([], [], "step"),
    ],
)
def test_steps_that_tell_nothing_become_positions(steps, x, x_name):
    found, name = placed(np.array(steps))

    assert (found.tolist(), name) == (x, x_name)


def test_curves_beyond_the_limit_are_left_out():
    points = Points()
    for number in range(MAX_CURVES + 2):
        points.add(f"m{number}", 1.0, 0)

    assert len(points) == MAX_CURVES
