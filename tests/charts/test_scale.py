import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.scale import (
    Scale,
    domain,
    drawable,
    extent,
    log_domain,
    log_ticks,
    round_step,
    tick_text,
    ticks,
    wants_log,
)


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


def test_values_that_are_not_finite_are_no_part_of_an_axis():
    assert drawable([1.0, math.nan, -2.0, math.inf]) == [1.0, -2.0]
    assert drawable([math.nan]) == []


def test_huge_and_tiny_values_are_bounded_and_keep_their_signs():
    assert drawable([1.7e308, -1.7e308, 5e-324, 0.0]) == [1e300, -1e300, 1e-300, 0.0]


def test_no_values_have_the_unit_extent():
    assert extent([3.0, -1.0]) == (-1.0, 3.0)
    assert extent([]) == (0.0, 1.0)


def test_a_log_domain_ends_in_powers_of_ten():
    assert log_domain([0.02, 300.0]) == (0.01, 1000.0)
    assert log_domain([10.0]) == (10.0, 100.0)


def test_a_log_domain_without_positive_values_is_an_error():
    with pytest.raises(ValueError, match="math domain"):
        log_domain([0.0, 1.0])


def test_a_step_is_one_two_or_five_times_a_power_of_ten():
    assert [round_step(span, 5) for span in (4.0, 7.0, 20.0, 30.0)] == [1.0, 2.0, 5.0, 10.0]


def test_an_empty_span_has_no_step():
    with pytest.raises(ValueError, match="math domain"):
        round_step(0.0, 5)


def test_a_scale_chooses_its_kind_of_ticks():
    assert Scale(0, 2, 0, 100).ticks() == [0, 0.5, 1, 1.5, 2]
    assert Scale(1, 1000, 0, 100, log=True).ticks() == [1, 10, 100, 1000]
