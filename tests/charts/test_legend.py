import math

from charts.frame import WIDTH
from charts.legend import LONGEST_LABEL, ROW_HEIGHT, height_of, keys_of, legend
from charts.presets import Preset
from charts.records import Curve, Level


def shape_of(*labels, y=(1.0, 2.0), level=None):
    curves = [Curve(label, [0, 1], y) for label in labels]
    return Preset("", tuple(curves), level=level)


def test_curves_and_level_have_a_key_each():
    keys = keys_of(shape_of("training", level=Level(0.5, "chance")))

    assert [key.label for key in keys] == ["training", "chance"]
    assert keys[0].left == 0
    assert keys[1].left > 0


def test_a_key_that_does_not_fit_starts_the_next_row():
    keys = keys_of(shape_of("a" * 30, "b" * 30))

    assert [(key.row, key.left) for key in keys] == [(0, 0.0), (1, 0.0)]
    assert height_of(keys) == 2 * ROW_HEIGHT


def test_an_overlong_label_is_cut():
    (key,) = keys_of(shape_of("a" * WIDTH))

    assert len(key.label) == LONGEST_LABEL


def test_a_value_that_is_not_finite_is_explained_once():
    keys = keys_of(shape_of("one", "two", y=(1.0, math.nan)))

    assert [key.label for key in keys] == ["one", "two", "not a number"]


def test_a_figure_without_curves_has_an_empty_legend_of_one_row():
    assert keys_of(shape_of()) == []
    assert legend([]) == ""
    assert height_of([]) == ROW_HEIGHT
