"""Plots that keep their type at every width: percent across, pixels down."""

import re
from math import nan
from xml.etree import ElementTree as ET

from charts.records import Curve, Labels, Level, Shade
from charts.stretched import Plot, stretched

LOSS = Curve("training", range(11), [10.0 - step for step in range(11)])
LABELS = Labels("step", "loss")


def drawn(*curves, height=100, labels=LABELS, **more):
    plot = Plot(curves or (LOSS,), labels, height, **more)
    return stretched(plot, ("A & B", "It falls."), "one")


def test_only_the_curves_are_stretched():
    made = drawn()

    assert made.count("preserveAspectRatio") == 1
    assert '<path class="curve train" d="M0.0,0.0 100.0,10.0' in made
    assert "style=" not in made


def test_it_is_well_formed_and_named():
    root = ET.fromstring(drawn())  # noqa: S314

    assert root.get("aria-labelledby") == "one-title"
    assert root.find("title").text == "A & B"
    assert root.find("desc").text == "It falls."


def test_numbers_at_an_edge_stay_inside():
    made = drawn()

    assert re.search('class="start" x="0%" y="120">0<', made)
    assert re.search('class="end" x="100%" y="120">10<', made)


def test_two_curves_have_a_key_with_their_markers():
    other = Curve("validation", range(11), [5.0] * 11, "validation")

    assert "plot-key" not in drawn()
    made = drawn(LOSS, other)
    assert re.findall(">([a-z]+)</li>", made) == ["training", "validation"]
    assert made.count("M-4-4H4V4H-4z") == 2


def test_a_curve_that_ends_in_nan_has_a_ring_at_its_last_value():
    made = drawn(Curve("loss", [0, 1, 2, 3], [3.0, 2.0, nan, nan]))

    [place] = re.findall(
        r'<svg class="mark train" x="([\d.]+)%" y="[\d.]+"><circle class="ring"', made
    )
    assert abs(float(place) - 33.3) < 0.1


def test_a_curve_without_a_number_has_no_mark():
    assert "mark" not in drawn(Curve("loss", [0, 1], [nan, nan]))


def test_a_shade_is_never_too_narrow_to_see_and_stays_inside():
    made = drawn(shade=Shade(10, 10, ""))

    assert 'class="field" x="99.2%" width="0.8%"' in made


def test_values_over_four_powers_of_ten_have_a_named_log_axis():
    made = drawn(Curve("norm", [0, 1], [0.1, 5000.0]), labels=Labels("step", "norm"))

    assert ">norm (log)</text>" in made


def test_two_plots_can_share_their_axes():
    short = Curve("loss", [0, 1], [1.0, 2.0])

    made = drawn(short, labels=Labels("step", "loss", y_holds=(8.0,)), x_holds=(4.0,))

    assert "M0.0,87.5 250.0,75.0" in made


def test_a_shape_has_no_numbers():
    made = drawn(
        Curve("loss", [0.0, 1.0], [0.9, 0.1]),
        labels=Labels("time", "loss", ticks=False),
        level=Level(0.5, "chance"),
        unit_square=True,
    )

    assert 'class="plot bare"' in made
    assert re.findall(">([^<]+)</text>", made) == ["loss", "time", "chance"]
