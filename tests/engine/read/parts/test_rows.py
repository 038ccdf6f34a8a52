import math

import numpy as np

from engine.read.parts.rows import floats, make_series
from tests.together import together

NAN = math.nan


def made(steps, epochs):
    steps, epochs = np.array(steps, dtype=float), np.array(epochs, dtype=float)
    return make_series("loss", np.arange(len(steps), dtype=float), steps, epochs)


@together(
    "steps, epochs, x_name",
    [
        ([1, 2, 3], [1, 1, 2], "step"),
        ([1, 2, 2, 3], [NAN] * 4, "step"),
        ([NAN, 2, 3], [1, 2, 3], "epoch"),
        ([1, 1, 1], [1, 2, 3], "epoch"),
        ([1, 2, 1, 2, 1, 2], [1, 1, 2, 2, 3, 3], "epoch"),
        ([math.inf, 2], [NAN, NAN], "index"),
        ([NAN, NAN], [1, NAN], "index"),
        ([5, 5, 5], [2, 2, 2], "index"),
        ([], [], "index"),
    ],
)
def test_x_is_what_counts_through_the_run(steps, epochs, x_name):
    assert made(steps, epochs).x_name == x_name


def test_run_resumed_once_keeps_its_steps():
    assert made([1, 2, 3, 2, 3, 4], [NAN] * 6).x_name == "step"


def test_whole_numbers_beyond_floating_point_become_infinite():
    assert floats([1, 10**400, -(10**400)]).tolist() == [1, math.inf, -math.inf]
    assert floats([]).tolist() == []
