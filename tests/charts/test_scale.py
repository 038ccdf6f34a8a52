import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.scale import (
    Scale,
    domain,
    last_before_gap,
    log_ticks,
    runs,
    thin,
    tick_text,
    ticks,
    wants_log,
)

nan = math.nan


def test_a_linear_scale_maps_its_ends_and_holds_what_lies_outside():
    scale = Scale(0, 10, 100, 0)
    assert (scale(0), scale(5), scale(10)) == (100, 50, 0)
    assert scale(-3) == 100
    assert scale(99) == 0


def test_a_log_scale_maps_powers_evenly():
    scale = Scale(0.01, 100, 0, 40, log=True)
    assert [round(scale(value), 6) for value in (0.01, 0.1, 1, 10, 100)] == [0, 10, 20, 30, 40]
    assert scale(0) == 0


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 2000], True),
        ([1, 2, 900], False),
        ([0, 5000], False),
        ([-1, 5000], False),
        ([], False),
    ],
)
def test_only_positive_values_over_three_powers_of_ten_want_a_log_axis(values, expected):
    assert wants_log(values) is expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.2, 2.0], (0.0, 2.0)),
        ([9.0, 10.0], (9.0, 10.0)),
        ([-1, 1], (-1, 1)),
        ([3.0], (1.5, 4.5)),
        ([], (0.0, 1.0)),
    ],
)
def test_the_domain_is_never_empty_and_starts_at_zero_where_zero_is_near(values, expected):
    assert domain(values) == expected


def test_ticks_are_round_numbers_within_the_range():
    assert ticks(0, 2.3) == [0, 0.5, 1.0, 1.5, 2.0]
    assert ticks(0, 40) == [0, 10, 20, 30, 40]
    assert log_ticks(0.001, 1000) == pytest.approx([0.001, 0.1, 10, 1000])


@given(st.floats(-1e12, 1e12), st.floats(1e-6, 1e12))
def test_there_are_one_to_six_ticks_whatever_the_range(low, width):
    high = low + max(width, abs(low) * 1e-3)
    found = ticks(low, high)
    assert 1 <= len(found) <= 6
    assert all(
        low - width * 1e-6 <= value <= high + (high - low) * 1e-6 or math.isclose(value, low)
        for value in found
    )


@pytest.mark.parametrize("low", [1.0, 1e9, 1e18, 2.0**64, -1e15, 1e300])
def test_there_are_at_most_six_ticks_between_neighboring_floats(low):
    assert len(ticks(low, math.nextafter(low, math.inf))) <= 6


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.5, "0.5"),
        (-2, "−2"),
        (20000, "20k"),
        (1e-6, "1e−6"),
        (3e7, "3e7"),
        (0.30000000000000004, "0.3"),
    ],
)
def test_tick_text_is_short(value, text):
    assert tick_text(value) == text


def test_a_short_curve_is_not_thinned():
    points = [(0.0, 1.0), (1.0, 2.0)]
    assert thin(points) == points


def test_thinning_keeps_ends_spikes_and_gaps():
    points = [(float(x), 1.0) for x in range(10_000)]
    points[4321] = (4321.0, 99.0)
    points[7000] = (7000.0, -5.0)
    points[9000] = (9000.0, nan)
    kept = thin(points)
    assert len(kept) <= 400
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert {points[4321], points[7000]} <= set(kept)
    assert any(x == 9000.0 and math.isnan(y) for x, y in kept)
    assert [x for x, _ in kept] == sorted(x for x, _ in kept)


def test_gaps_cut_a_curve_into_runs():
    points = [(0, nan), (1, 1.0), (2, 2.0), (3, nan), (4, nan), (5, 3.0)]
    assert runs(points) == [[(1, 1.0), (2, 2.0)], [(5, 3.0)]]
    assert runs([(0, nan)]) == []


def test_the_last_point_before_a_gap_is_found_where_there_is_one():
    assert last_before_gap([(0, 1.0), (1, 0.5), (2, math.inf)]) == (1, 0.5)
    assert last_before_gap([(0, 1.0), (1, 0.5)]) is None
    assert last_before_gap([(0, nan)]) is None
