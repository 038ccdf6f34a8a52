import math

import numpy as np

from engine.read.log.axis import axis_of
from tests.together import together

NAN = math.nan


def floats(values):
    return np.array(values, dtype=float)


@together(
    "steps, epochs, x, x_name",
    [
        ([10, 20, 30], [NAN] * 3, [10, 20, 30], "step"),
        ([NAN] * 3, [0, 1, 2], [0, 1, 2], "epoch"),
        ([NAN] * 3, [NAN] * 3, [0, 1, 2], "index"),
        ([0, 5, 0, 5], [1, 1, 2, 2], [0, 5, 6, 11], "step"),
        ([1, 2, 1, 2], [1, 1, 2, 2], [1, 2, 3, 4], "step"),
        ([1, 1, 1, 1], [1, 2, 3, 4], [1, 2, 3, 4], "epoch"),
        ([1, 2, 1, 2], [NAN] * 4, [0, 1, 2, 3], "index"),
        ([], [], [], "index"),
    ],
)
def test_x_is_the_step_the_epoch_or_the_position(steps, epochs, x, x_name):
    found, name = axis_of(floats(steps), floats(epochs))

    assert (found.tolist(), name) == (x, x_name)
