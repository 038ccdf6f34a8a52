import pytest

from engine.observe.config.features_unscaled import observe
from tests.engine.cases import case


@pytest.mark.parametrize("deviations", [(0.1, 40.0, 10_000.0), (900.0, 1000.0, 1100.0)])
def test_scales_apart_or_far_from_one(deviations):
    assert observe(case({"feature_std": deviations})).strength > 0.95


@pytest.mark.parametrize("deviations", [(1.0, 1.0, 1.0), (0.4, 1.0, 2.0), (0.0, 1.0, 1.0)])
def test_silent_on_scaled_features_and_constant_ones(deviations):
    assert observe(case({"feature_std": deviations})).strength < 0.05


def test_not_measured_without_deviations():
    assert observe(case()) is None
    assert observe(case({"feature_std": (0.0, 0.0)})) is None
