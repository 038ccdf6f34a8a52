import numpy as np
import pytest

from diagnostics_api.page import panels
from diagnostics_api.page.panels import numbered, panels_of
from engine.evidence import Span
from engine.report import Evidence
from engine.run import Case, Series

NAN = float("nan")


def curve(name, values, x_name="step", start=0):
    points = np.arange(start, start + len(values), dtype=float)
    return Series(name, points, np.array(values, dtype=float), x_name)


def case(*curves):
    return Case(series={series.name: series for series in curves})


def part(name, start, end, direction="for"):
    span = Span(name, start, end) if name else None
    return Evidence("s", "metrics", 1.0, direction, 1.0, f"seen on {name}", span)


def drawn(parts, *curves):
    run = case(*curves)
    return panels_of(numbered(parts, run), run)


def test_evidence_on_curves_is_numbered_in_its_order():
    parts = [part("", 0, 0), part("loss", 0, 1), part("gone", 0, 1), part("norm", 1, 2, "against")]
    run = case(curve("loss", [3, 2, 1]), curve("norm", [1, 1, 1]))

    assert [(n, each.span.series) for n, each in numbered(parts, run)] == [(1, "loss"), (2, "norm")]


def test_there_are_so_many_panels_and_no_more(monkeypatch):
    monkeypatch.setattr(panels, "MOST_PANELS", 1)
    parts = [part("loss", 0, 1), part("norm", 0, 1), part("loss", 1, 2)]
    run = case(curve("loss", [3, 2, 1]), curve("norm", [1, 1, 1]))

    assert [each.part for each in numbered(parts, run)] == [parts[0], parts[2]]


@pytest.mark.parametrize("values", [[1.0], [NAN, NAN, NAN]])
def test_what_is_no_curve_has_no_panel(values):
    assert drawn([part("loss", 0, 1)], curve("loss", values)) == ()


def test_a_span_stands_where_its_steps_are():
    [panel] = drawn([part("loss", 2, 4)], curve("loss", [5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0]))
    [mark] = panel.marks

    assert (mark.number, mark.direction) == (1, "for")
    assert (mark.left, mark.width, mark.middle) == (20, 20, 30)


def test_a_span_of_the_last_step_can_be_seen_and_stays_inside():
    [panel] = drawn([part("loss", 2, 2)], curve("loss", [5, 4, 3]))
    [mark] = panel.marks

    assert mark.width == panels.LEAST_MARK
    assert mark.left + mark.width == 100


def test_curves_along_the_same_axis_share_it():
    parts = [part("loss", 0, 1), part("norm", 10, 11), part("score", 0, 1)]
    loss, norm, score = drawn(
        parts,
        curve("loss", [1, 2, 3]),
        curve("norm", [1, 2, 3], start=8),
        curve("score", [1, 2, 3], x_name="epoch"),
    )

    assert (loss.path[:2], norm.path[:5]) == ("M0", "M800.")
    assert [tick.text for tick in loss.ticks_x] == [tick.text for tick in norm.ticks_x]
    assert (score.x_name, score.ticks_x[-1].text) == ("epoch", "2")


def test_an_axis_is_logarithmic_where_values_span_three_powers_of_ten():
    parts = [part("norm", 0, 1), part("loss", 0, 1)]
    norm, loss = drawn(parts, curve("norm", [1, 10, 4000]), curve("loss", [1, 10, 900]))

    assert (norm.is_log, loss.is_log) == (True, False)
    assert [tick.text for tick in norm.ticks_y][:3] == ["1", "10", "100"]


def test_a_curve_that_becomes_nan_ends_in_a_ring_at_its_last_number():
    [panel] = drawn([part("loss", 2, 4)], curve("loss", [4, 2, NAN, NAN, NAN]))

    assert panel.is_cut
    assert panel.end == (25, 75)
    assert panel.points == "0,4 1,2 2,NaN 3,NaN 4,NaN"
    assert "nan" not in panel.path


def test_infinite_values_are_told_as_a_script_reads_them():
    [panel] = drawn([part("loss", 0, 1)], curve("loss", [4, 2, float("inf"), -float("inf")]))

    assert panel.points == "0,4 1,2 2,Infinity 3,-Infinity"


def test_a_whole_curve_ends_in_a_dot():
    [panel] = drawn([part("loss", 0, 1)], curve("loss", [4, 2, 0]))

    assert not panel.is_cut
    assert panel.end == (100, 150)


def test_the_description_has_the_numbers():
    [panel] = drawn([part("val_loss", 0, 1)], curve("val_loss", [4, 1, 2.5]))

    assert panel.title == "validation loss"
    assert panel.description == "From 4 at 0 to 2.5 at 2, between 1 and 4."


def test_long_curves_are_thinned():
    [panel] = drawn([part("loss", 0, 1)], curve("loss", range(10_000)))

    assert len(panel.points.split()) <= panels.MOST_POINTS
