"""Curves in words: first, last, lowest and highest value."""

import math

from charts.records import Curve, Labels
from dictionary.figures.curves import Shown
from dictionary.figures.description import description


def described(*values):
    curve = Curve("training", range(1, len(values) + 1), values)
    return description(Shown((curve,), Labels("epoch", "loss")))


def test_a_description_names_the_numbers():
    text = described(2.0, 1.0, 0.4)

    assert text == "Training: from 2 to 0.4; between 0.4 (epoch 3) and 2."


def test_numbers_are_rounded_to_three_digits():
    assert "from 0.123 to 0.988;" in described(0.12345, 0.98765)


def test_a_curve_that_ends_without_a_number_says_so():
    assert "from 1 to 1, then not a number" in described(1.0, math.nan)


def test_a_curve_without_any_number_says_so():
    assert described(math.nan, math.nan) == "Training: not a number."


def test_the_axis_is_named_by_its_first_words():
    curve = Curve("gradient norm", [1, 2], [0.5, 1.0])
    shown = Shown((curve,), Labels("layer, from input to output", "gradient norm"))

    assert "between 0.5 (layer 1) and 1." in description(shown)


def test_no_curves_have_no_description():
    assert description(Shown()) == ""
