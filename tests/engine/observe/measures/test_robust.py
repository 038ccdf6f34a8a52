import math
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.observe.measures import robust, rows
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
    monkeypatch.setattr(rows, "BLOCK", 30)

    assert robust.moving_median(values, 9).tolist() == in_one.tolist()


def test_moving_median_with_a_window_beyond_its_block_still_works(monkeypatch):
    values = np.random.default_rng(0).normal(size=40)
    in_one = robust.moving_median(values, 39)
    monkeypatch.setattr(rows, "BLOCK", 5)

    assert robust.moving_median(values, 39).tolist() == in_one.tolist()


@pytest.mark.parametrize("window", [15, 300])
def test_moving_median_of_a_long_curve_stays_near_that_at_each_point(monkeypatch, window):
    values = np.linspace(3, 1, 60_000) + noise(60_000, 0.1)
    near = robust.moving_median(values, window)
    monkeypatch.setattr(robust, "LONG", len(values))

    difference = near - robust.moving_median(values, window)
    assert np.abs(difference).max() < 0.3
    assert np.abs(difference).mean() < 0.03


def test_many_values_are_parted_where_few_are_sorted(monkeypatch):
    monkeypatch.setattr(robust, "MOST_SORTED", 3)
    values = np.random.default_rng(0).integers(0, 9, 40).astype(float)

    for count in (4, 5, 40):
        few = values[:count]
        assert robust.median(few) == np.median(few)
        for share in (0.0, 0.05, 0.5, 0.95, 1.0):
            assert robust.quantile(few, share) == pytest.approx(np.quantile(few, share))


@pytest.mark.parametrize("count", [2, 50, 10_001, 29_999, 30_001, 70_000])
def test_the_spread_of_steps_is_that_of_all_differences(count):
    values = noise(count, 1.0)

    assert robust.spread_of_steps(values) == robust.spread(np.diff(values))
    assert robust.steps_between(values).tolist() == np.diff(values).tolist()


def test_windows_are_all_stretches_of_neighbors():
    values = np.arange(12.0)[::2]

    expected = np.lib.stride_tricks.sliding_window_view(values, 4)
    assert robust.windows_of(values, 4).tolist() == expected.tolist()


def test_blocks_cover_every_place_once(monkeypatch):
    monkeypatch.setattr(robust, "AT_ONCE", 3)

    assert [list(range(10))[block] for block in robust.blocks(2, 9)] == [[2, 3, 4], [5, 6, 7], [8]]
    assert list(robust.blocks(4, 4)) == []


def test_rising_values_are_condensed_like_any_others():
    rising = np.sort(np.random.default_rng(0).normal(size=107))

    assert robust.condense_sorted(rising, 20).tolist() == robust.condense(rising, 20).tolist()


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
