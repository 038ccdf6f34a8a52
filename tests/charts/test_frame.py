import math

import pytest

from charts.frame import HEIGHT, WIDTH, frame_of
from charts.presets import Preset
from charts.records import Curve, Labels


def framed(x, y, y_range=None, **labels):
    curve = Curve("loss", x, y)
    return frame_of(Preset("", (curve,), Labels(**labels)), 40.0, y_range)


def test_the_plot_lies_between_the_top_and_the_texts_of_the_axes():
    frame = framed([0, 10], [0.0, 2.0])

    assert frame.top == 40
    assert 0 < frame.left < frame.right < WIDTH
    assert frame.top < frame.bottom < HEIGHT


def test_numbers_on_the_axes_take_room():
    bare = framed([0, 10], [0.0, 2.0], ticks=False)
    numbered = framed([0, 10], [0.0, 2.0])

    assert bare.left < numbered.left
    assert bare.bottom > numbered.bottom


def test_a_wide_range_gets_a_log_scale_unless_the_range_is_given():
    assert framed([0, 1], [1e-3, 1e3]).y.log
    assert not framed([0, 1], [1e-3, 1e3], y_range=(0.0, 1.0)).y.log


def test_the_y_axis_includes_the_values_asked_for():
    frame = framed([0, 1], [1.0, 2.0], y_holds=(9.0,))

    assert frame.y.high >= 9


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([], []),
        ([5], [1.0]),
        ([math.nan], [math.inf]),
        ([1e18, 1e18], [-1.7e308, 1.7e308]),
    ],
)
def test_no_axis_is_empty_whatever_the_values(x, y):
    frame = framed(x, y)

    assert frame.x.low < frame.x.high
    assert frame.y.low < frame.y.high
