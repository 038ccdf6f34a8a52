import math

import numpy as np
import pytest

from diagnostics_api.page.figure import MOST_POINTS, figure_of, title_of
from engine.evidence import Span
from engine.report import Diagnosis, Evidence, Report
from engine.run import Case, Series

UNDECIDED = Report("undecided", (), (), (), (), (), {})


def curve(name, values, x_name="epoch"):
    points = np.arange(len(values), dtype=float)
    return Series(name, points, np.array(values, dtype=float), x_name)


def case(*curves):
    return Case(series={series.name: series for series in curves})


def failure(*spans):
    parts = [
        Evidence("s", "metrics", 1.0, direction, 1.0, f"seen on {span.series}", span)
        for direction, span in spans
    ]
    diagnosis = Diagnosis("rate-too-high", 0.9, tuple(parts))
    return Report("failure", (diagnosis,), ("rate-too-high",), (), (), (), {})


LOSSES = (curve("train_loss", [3, 2, 1]), curve("val_loss", [3, 2, 2.5]))


def test_figure_draws_training_and_validation_loss():
    drawn = figure_of(case(*LOSSES), UNDECIDED)

    assert "training loss" in drawn
    assert "validation loss" in drawn
    assert 'class="span"' not in drawn


def test_curves_along_another_x_do_not_share_the_figure():
    drawn = figure_of(case(LOSSES[0], curve("val_loss", [3, 2], "step")), UNDECIDED)

    assert "training loss" in drawn
    assert "validation loss" not in drawn


def test_the_span_of_the_evidence_is_shaded():
    drawn = figure_of(case(*LOSSES), failure(("for", Span("val_loss", 1.0, 2.0))))

    assert 'class="span"' in drawn
    assert "seen on val_loss" in drawn


def test_a_loss_comes_before_other_curves():
    gradients = curve("grad_norm", [1, 2, 3])
    report = failure(("for", Span("grad_norm", 0.0, 1.0)), ("for", Span("train_loss", 0.0, 1.0)))

    assert "training loss" in figure_of(case(gradients, *LOSSES), report)
    assert "gradient norm" in figure_of(
        case(gradients, *LOSSES), failure(("for", Span("grad_norm", 0.0, 1.0)))
    )


@pytest.mark.parametrize(
    "span", [("against", Span("val_loss", 1.0, 2.0)), ("for", Span("unheard_of", 1.0, 2.0))]
)
def test_other_spans_are_not_shaded(span):
    assert 'class="span"' not in figure_of(case(*LOSSES), failure(span))


def test_no_figure_without_curves():
    assert figure_of(Case(), UNDECIDED) == ""
    assert figure_of(case(curve("train_loss", [1.0])), UNDECIDED) == ""


def test_long_curves_are_thinned_with_their_extremes():
    values = [1.0] * 100_000
    values[50_000] = 900.0
    values[60_000] = math.nan

    drawn = figure_of(case(curve("train_loss", values)), UNDECIDED)

    assert len(drawn) < 40_000
    assert len(values) > MOST_POINTS


def test_an_unknown_name_is_its_own_title():
    assert title_of("some_score") == "some score"
