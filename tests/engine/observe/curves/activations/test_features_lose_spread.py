import numpy as np

from engine.observe.curves.activations.features_lose_spread import observe
from tests.engine.cases import case, falling


def test_features_that_shrink_to_a_point_are_seen():
    found = observe(case(feature_std=falling(0.09, 0.001, 20)))

    assert found.strength > 0.95
    assert "its highest value was 0.09" in found.text


def test_a_collapse_after_a_rise_is_seen():
    assert observe(case(feature_std=[0.05, 0.09, 0.08, 0.01, 0.002, 0.002])).strength > 0.95


def test_silent_on_features_that_keep_their_size():
    assert observe(case(feature_std=np.linspace(0.05, 0.09, 12))).strength < 0.05
    assert observe(case(feature_std=falling(0.09, 0.05, 12))).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(feature_std=[0.09, 0.001])) is None
    assert observe(case({"feature_std": (0.09, 0.001)}, train_loss=[1.0] * 9)) is None
