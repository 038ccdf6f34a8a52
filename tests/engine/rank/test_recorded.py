"""Counted and judged rates: both are weighed, and a count lowers a background only a little."""

import pytest

from engine.knowledge import Recorded
from engine.rank.recorded import (
    JUDGED_BACKGROUND,
    LEAST_SHARE,
    backgrounds,
    blended_background,
    blended_frequency,
)

NEVER_SEEN = Recorded(healthy=10_000, healthy_seen=0, failing=10_000, failing_seen=0)
ALWAYS_SEEN = Recorded(healthy=10_000, healthy_seen=10_000, failing=10_000, failing_seen=10_000)


def test_without_a_count_the_judged_rate_stays():
    assert blended_background(0.2, None) == 0.2
    assert blended_frequency(0.6, None) == 0.6
    assert blended_background(0.2, Recorded(0, 0, 0, 0)) == pytest.approx(0.2)


def test_as_many_runs_as_the_judgment_is_worth_weigh_as_much():
    runs = int(JUDGED_BACKGROUND)
    counted = Recorded(runs, runs // 2, 0, 0)
    assert blended_background(0.1, counted) == pytest.approx(0.3)


def test_clean_runs_lower_a_background_by_a_third_at_most():
    assert blended_background(0.3, NEVER_SEEN) == pytest.approx(0.3 * LEAST_SHARE)


def test_no_rate_becomes_certain():
    assert blended_background(0.3, ALWAYS_SEEN) < 1
    assert 0 < blended_frequency(0.6, NEVER_SEEN) < 0.01


def test_backgrounds_come_in_the_order_of_the_symptoms():
    found = backgrounds({"a": 0.1, "b": 0.3}, {"b": NEVER_SEEN})
    assert found.tolist() == pytest.approx([0.1, 0.2])
