import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.observe.measures import robust
from tests.engine.cases import noise
from tests.memory import peak_of

FINITE = st.floats(-1e6, 1e6, allow_nan=False)
ROWS = st.lists(FINITE, min_size=2, max_size=12)


@given(ROWS)
def test_median_and_spread_agree_with_the_standard_library(values):
    middle = statistics.median(values)
    away = statistics.median([abs(value - middle) for value in values])
    assert robust.median(np.array(values)) == pytest.approx(middle, rel=1e-9, abs=1e-9)
    assert robust.spread(np.array(values)) == pytest.approx(1.4826 * away, rel=1e-9, abs=1e-6)


def test_spread_estimates_sigma_of_normal_data():
    assert robust.spread(np.random.default_rng(0).normal(3, 2, 20_000)) == pytest.approx(
        2, rel=0.05
    )


@given(ROWS)
def test_theil_sen_agrees_with_two_plain_loops(values):
    x = [float(i * i) for i in range(len(values))]
    slopes = [
        (values[j] - values[i]) / (x[j] - x[i]) for i in range(len(x)) for j in range(i + 1, len(x))
    ]
    expected = statistics.median(slopes)
    assert robust.theil_sen(np.array(x), np.array(values)) == pytest.approx(
        expected, rel=1e-9, abs=1e-6
    )


def test_theil_sen_shrugs_off_a_wild_point_and_needs_two_places():
    x = np.arange(11.0)
    y = 2 * x
    y[5] = 1e9
    assert robust.theil_sen(x, y) == pytest.approx(2)
    assert robust.theil_sen(np.ones(4), np.arange(4.0)) == 0


@given(arrays(np.float64, st.integers(1, 15), elements=FINITE), st.integers(1, 9))
def test_moving_median_agrees_with_a_plain_loop(values, window):
    half = min(window // 2, len(values) - 1)
    mirrored = (
        [*values[1 : half + 1][::-1], *values, *values[-half - 1 : -1][::-1]]
        if half
        else list(values)
    )
    expected = [statistics.median(mirrored[i : i + 2 * half + 1]) for i in range(len(values))]
    assert robust.moving_median(values, window) == pytest.approx(expected)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=12))
def test_ranks_share_ties_like_a_plain_count(values):
    expected = [sum(b < a for b in values) + (sum(b == a for b in values) - 1) / 2 for a in values]
    assert robust.ranks(np.array(values, dtype=float)) == pytest.approx(expected)


def test_rank_correlation_sees_any_monotone_relation():
    x = np.arange(1.0, 20.0)
    assert robust.rank_correlation(x, np.exp(x)) == pytest.approx(1)
    assert robust.rank_correlation(x, 1 / x) == pytest.approx(-1)
    assert robust.rank_correlation(x, np.ones_like(x)) == 0


def test_rank_correlation_agrees_with_the_textbook_formula_without_ties():
    rng = np.random.default_rng(1)
    a, b = rng.permutation(30).astype(float), rng.permutation(30).astype(float)
    expected = 1 - 6 * sum((a - b) ** 2) / (30 * (30**2 - 1))
    assert robust.rank_correlation(a, b) == pytest.approx(expected)


def test_condense_keeps_short_series_and_takes_medians_of_long_ones():
    short = np.arange(5.0)
    assert robust.condense(short, 5) is short
    assert robust.condense(np.arange(10.0), 3).tolist() == [1.0, 4.0, 7.5]
    assert math.isclose(robust.condense(np.array([1.0, 1.0, 99.0, 1.0]), 1)[0], 1.0)


def test_the_longest_run_of_equal_values_is_found_wherever_it_lies():
    assert robust.longest_equal(np.array([1.0, 2.0, 2.0, 2.0, 1.0, 1.0])) == (1, 4)
    assert robust.longest_equal(np.array([3.0])) == (0, 1)


def test_steps_up_are_counted_and_level_steps_are_not():
    assert robust.share_of_steps_up(np.array([1.0, 2.0, 2.0, 1.0, 3.0])) == 0.5


@pytest.mark.parametrize("window", [15, 48])
def test_moving_median_takes_memory_for_the_values_and_not_for_the_windows(window):
    values = np.random.default_rng(0).normal(size=50_000)

    peak = peak_of(lambda: robust.moving_median(values, window))

    assert peak < 4 * values.nbytes + 1_500_000


def test_moving_median_of_many_blocks_agrees_with_that_of_one(monkeypatch):
    values = np.random.default_rng(0).normal(size=500)
    in_one = robust.moving_median(values, 9)
    monkeypatch.setattr(robust, "BLOCK", 30)

    assert robust.moving_median(values, 9).tolist() == in_one.tolist()


def test_moving_median_with_a_window_beyond_its_block_still_works(monkeypatch):
    values = np.random.default_rng(0).normal(size=40)
    in_one = robust.moving_median(values, 39)
    monkeypatch.setattr(robust, "BLOCK", 5)

    assert robust.moving_median(values, 39).tolist() == in_one.tolist()


@pytest.mark.parametrize("window", [15, 300])
def test_moving_median_of_a_long_curve_stays_near_that_at_each_point(monkeypatch, window):
    values = np.linspace(3, 1, 60_000) + noise(60_000, 0.1)
    near = robust.moving_median(values, window)
    monkeypatch.setattr(robust, "LONG", len(values))

    difference = near - robust.moving_median(values, window)
    assert np.abs(difference).max() < 0.3
    assert np.abs(difference).mean() < 0.03


def test_every_few_values_keep_step_with_no_alternation():
    values = np.tile([0.0, 1.0], 50_000)

    few = robust.every_few(values)

    assert 10_000 <= len(few) < 20_000
    assert few.mean() == pytest.approx(0.5, abs=0.01)
    assert len(robust.every_few(values[:19_999])) == 19_999


def test_the_median_of_a_long_series_is_nearly_that_of_all_values():
    values = noise(200_000, 1.0) + np.linspace(0, 1, 200_000)

    assert robust.median(values) == pytest.approx(np.median(values), abs=0.03)


@given(ROWS, st.floats(0, 1))
def test_quantiles_agree_with_numpy(values, share):
    expected = np.quantile(values, share)
    assert robust.quantile(np.array(values), share) == pytest.approx(expected, rel=1e-9, abs=1e-6)


def test_long_runs_of_neighbors_are_condensed_to_nearly_the_same():
    values = np.linspace(5, 1, 200_000) + noise(200_000, 0.1)

    whole = np.median(values.reshape(200, 1000), axis=1)

    assert robust.condense(values, 200) == pytest.approx(whole, abs=0.05)


@pytest.mark.parametrize("points", [2_000, 4_000])
def test_theil_sen_of_thousands_of_points_takes_bounded_memory(points):
    x = np.arange(float(points))

    assert peak_of(lambda: robust.theil_sen(x, 3 * x)) < 8_000_000
    assert robust.theil_sen(x, 3 * x) == pytest.approx(3)


def test_scatter_and_roughness_estimate_the_noise_about_a_trend():
    scattered = noise(4000, 0.5)
    steep = scattered + 0.3 * np.arange(4000)

    assert robust.scatter(scattered) == pytest.approx(0.5, rel=0.1)
    assert robust.roughness(steep) == pytest.approx(0.5, rel=0.1)
    assert robust.roughness(np.linspace(0, 1, 20)) == pytest.approx(0, abs=1e-12)
    assert robust.scatter(np.array([1.0])) == robust.roughness(np.array([1.0, 2.0])) == 0


def test_the_range_of_a_loss_counts_only_below_zero():
    assert robust.signed_range(np.linspace(0, 1, 101)) == 0
    assert robust.signed_range(np.linspace(-1, 0, 101)) == pytest.approx(0.9)
    assert robust.signed_range(np.linspace(-0.5, 0.5, 101)) == pytest.approx(0.9)
