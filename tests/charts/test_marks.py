import math

import pytest

from charts.frame import Frame
from charts.marks import curve_path, level_line, shade_rectangle
from charts.records import Curve, Level, Shade
from charts.scale import Scale

FRAME = Frame(Scale(0, 10, 0, 100), Scale(0, 1, 50, 0))


def test_a_curve_is_one_path_in_pixels():
    drawn = curve_path(FRAME, Curve("loss", [0, 10], [1.0, 0.0]))

    assert drawn == '<path class="curve train" d="M0.0,0.0 100.0,50.0"/>'


def test_a_gap_breaks_the_path_and_gets_a_ring():
    drawn = curve_path(FRAME, Curve("loss", [0, 1, 2], [1.0, math.nan, 0.0]))

    assert 'd="M0.0,0.0 0.0,0.0M20.0,50.0 20.0,50.0"' in drawn
    assert drawn.endswith('<circle class="ring" cx="0.0" cy="0.0" r="3.6"/>')


def test_a_curve_without_finite_values_draws_nothing():
    assert curve_path(FRAME, Curve("loss", [0, 1], [math.nan, math.inf])) == ""
    assert curve_path(FRAME, Curve("loss", [], [])) == ""


def test_a_curve_of_unequal_lengths_is_refused():
    with pytest.raises(ValueError, match="shorter"):
        curve_path(FRAME, Curve("loss", [0, 1], [1.0]))


def test_a_level_crosses_the_plot():
    assert level_line(FRAME, Level(0.5, "chance")) == '<path class="chance" d="M0.0,25.0H100.0"/>'


def test_a_shade_without_width_still_shows():
    assert 'width="2.0" height="50.0"' in shade_rectangle(FRAME, Shade(3, 3, "here"))
