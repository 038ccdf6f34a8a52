"""Growth of time is told from noise; the calls here return the seconds they pretend to take."""

from itertools import chain, repeat

import pytest

from tests import growth
from tests.growth import SuperLinearError, assert_linear

SIZES = (100, 400, 1_600, 6_400)
FAST = growth.FLOOR / 20


@pytest.fixture(autouse=True)
def _told_seconds(monkeypatch):
    monkeypatch.setattr(growth, "_seconds", lambda call: call())


def taking(seconds_of_size):
    return lambda size: lambda: seconds_of_size(size)


def noisy(seconds, noise):
    """Return a call that takes `noise` the first time and `seconds` from then on."""
    times = chain([noise], repeat(seconds))
    return lambda: next(times)


def test_linear_time_passes():
    assert_linear(taking(lambda size: size * 5e-6), SIZES)


@pytest.mark.parametrize("power", [2, 3])
def test_more_than_linear_time_is_refused(power):
    with pytest.raises(SuperLinearError, match="a quarter of it"):
        assert_linear(taking(lambda size: 5e-6 * size * (size / 100) ** (power - 1)), SIZES)


def test_slow_linear_time_is_refused():
    with pytest.raises(SuperLinearError, match="for a size of"):
        assert_linear(taking(lambda size: size * 50e-6), SIZES, ceiling=20e-6)


@pytest.mark.parametrize("noise", [1.2 * growth.FLOOR, 30 * growth.FLOOR, 300 * growth.FLOOR])
def test_one_slow_measurement_of_a_fast_call_passes(noise):
    """A bounded repeat may grow tenfold below the floor, where it is fast at any size."""
    calls = {100: lambda: FAST, 400: noisy(0.6 * growth.FLOOR, noise)}

    assert_linear(calls.__getitem__, (100, 400))
