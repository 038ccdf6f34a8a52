import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.measures.band import Band, logistic


def band(normal, abnormal, **more):
    return Band(normal, abnormal, source="judgment", **more)


@pytest.mark.parametrize(("normal", "abnormal"), [(0.1, 0.9), (0.9, 0.1), (-2.0, 3.0)])
def test_strength_meets_its_ends_and_its_middle(normal, abnormal):
    assert band(normal, abnormal).strength(normal) == pytest.approx(0.02)
    assert band(normal, abnormal).strength(abnormal) == pytest.approx(0.98)
    assert band(normal, abnormal).strength((normal + abnormal) / 2) == pytest.approx(0.5)


def test_strength_on_a_log_scale_has_its_middle_at_the_geometric_mean():
    assert band(1e-2, 1e-4, log=True).strength(1e-3) == pytest.approx(0.5)
    assert band(1e-2, 1e-4, log=True).strength(0.0) > 0.999
    assert band(1e-4, 1e-2, log=True).strength(-5.0) < 0.001


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_strength_stays_between_0_and_1(value):
    assert 0 <= band(0.1, 0.2).strength(value) <= 1


@given(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_strength_never_falls_toward_the_abnormal_bound(value, other):
    rising, falling = band(-1.0, 2.0), band(2.0, -1.0)
    low, high = sorted((value, other))

    assert rising.strength(low) <= rising.strength(high)
    assert falling.strength(low) >= falling.strength(high)


def test_a_band_and_the_plain_function_agree():
    assert band(0.1, 3.0, log=True).strength(0.7) == logistic(0.7, 0.1, 3.0, log=True)


def test_scaling_moves_both_bounds_and_keeps_the_rest():
    usual = band(2.0, 8.0, log=True, note="samples")

    assert usual.scaled(0.5) == band(1.0, 4.0, log=True, note="samples")
    assert usual.scaled(0.5).strength(2.0) == pytest.approx(usual.strength(4.0))


def test_the_middle_of_a_band_is_half_strength():
    assert band(0.2, 0.6).strength(band(0.2, 0.6).middle) == pytest.approx(0.5)


def test_a_band_needs_a_source():
    with pytest.raises(TypeError, match="source"):
        Band(0.1, 0.2)


def test_a_band_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        band(0.1, 0.2).normal = 0.5
