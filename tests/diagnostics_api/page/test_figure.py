import math

import numpy as np

from diagnostics_api.page.figure import MOST_POINTS, figure_of
from diagnostics_api.page.titles import title_of
from engine.run import Case, Series


def curve(name, values, x_name="epoch"):
    points = np.arange(len(values), dtype=float)
    return Series(name, points, np.array(values, dtype=float), x_name)


def case(*curves):
    return Case(series={series.name: series for series in curves})


LOSSES = (curve("train_loss", [3, 2, 1]), curve("val_loss", [3, 2, 2.5]))


def test_figure_draws_training_and_validation_loss():
    drawn = figure_of(case(*LOSSES))

    assert "training loss" in drawn
    assert "validation loss" in drawn


def test_curves_along_another_x_do_not_share_the_figure():
    drawn = figure_of(case(LOSSES[0], curve("val_loss", [3, 2], "step")))

    assert "training loss" in drawn
    assert "validation loss" not in drawn


def test_a_case_without_a_loss_has_no_figure():
    assert figure_of(case(curve("grad_norm", [1, 2, 3]))) == ""


def test_no_figure_without_curves():
    assert figure_of(Case()) == ""
    assert figure_of(case(curve("train_loss", [1.0]))) == ""


def test_long_curves_are_thinned_with_their_extremes():
    values = [1.0] * 100_000
    values[50_000] = 900.0
    values[60_000] = math.nan

    drawn = figure_of(case(curve("train_loss", values)))

    assert len(drawn) < 40_000
    assert len(values) > MOST_POINTS


def test_an_unknown_name_is_its_own_title():
    assert title_of("some_score") == "some score"
