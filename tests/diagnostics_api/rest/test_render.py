import math

import numpy as np
import pytest

from diagnostics_api.page.figure import MOST_POINTS, figure_of
from diagnostics_api.page.shown import certainty, headline, percent
from diagnostics_api.rest.render import number
from diagnostics_api.templatetags.diagnosis import inline_code, sentence
from engine.report import Report
from engine.run import Case, Series

UNDECIDED = Report("undecided", (), (), (), (), (), {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0.123456, 0.1235),
        (1.23456789, 1.2346),
        (1e-9, 1e-9),
        (12345.678, 12345.678),
        (0.0, 0.0),
        (math.nan, "NaN"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
    ],
)
def test_numbers(value, expected):
    assert number(value) == expected


@pytest.mark.parametrize(
    ("share", "words"), [(0.004, "under 1 %"), (0.01, "1 %"), (0.5, "50 %"), (0.9999, "99 %")]
)
def test_percent(share, words):
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.9, "very likely"), (0.6, "likely"), (0.1, "possibly")]
)
def test_certainty(share, words):
    assert certainty(share) == words


def test_headlines():
    assert headline(UNDECIDED) == "Not enough to tell"
    assert headline(Report("healthy", (), (), (), (), (), {})) == "Nothing wrong was found"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the loss", "The loss"), ("val_loss is", "val_loss is"), ("", ""), ("x.y is", "x.y is")],
)
def test_sentence(text, expected):
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a `b<` c", "a <code>b&lt;</code> c"), ("a ` b <i>", "a ` b &lt;i&gt;"), ("", "")],
)
def test_inline_code(text, expected):
    assert inline_code(text) == expected


def curve(name, values):
    return Series(name, *map(_floats, (range(len(values)), values)), "epoch")


def _floats(values):
    return np.array(list(values), dtype=float)


def test_figure_draws_training_and_validation_loss():
    case = Case(
        series={
            "train_loss": curve("train_loss", [3, 2, 1]),
            "val_loss": curve("val_loss", [3, 2, 2.5]),
        }
    )
    drawn = figure_of(case, UNDECIDED)
    assert "training loss" in drawn
    assert "validation loss" in drawn
    assert 'class="span"' not in drawn


def test_no_figure_without_curves():
    assert figure_of(Case(), UNDECIDED) == ""
    assert figure_of(Case(series={"train_loss": curve("train_loss", [1.0])}), UNDECIDED) == ""


def test_long_curves_are_thinned_with_their_extremes():
    values = [1.0] * 100_000
    values[50_000] = 900.0
    values[60_000] = math.nan
    drawn = figure_of(Case(series={"train_loss": curve("train_loss", values)}), UNDECIDED)
    assert len(drawn) < 40_000
    assert len(values) > MOST_POINTS
