import numpy as np

from engine.observe.curves.gradients.clipping_always_active import observe
from tests.engine.cases import case, healthy


def test_every_norm_is_above_the_threshold():
    found = observe(case({"gradient_clip": 1.0}, grad_norm_step=np.full(100, 6.0)))
    assert found.strength > 0.95
    assert "in 100% of the points" in found.text


def test_silent_when_half_are_clipped_or_none():
    assert observe(case({"gradient_clip": 1.0}, grad_norm=np.linspace(0, 2, 50))).strength < 0.05
    assert observe(case({"gradient_clip": 5.0}, grad_norm=np.ones(50))).strength < 0.01


def test_not_measured_without_a_threshold_or_a_norm():
    assert observe(healthy(grad_norm=[3.0, 3.0])) is None
    assert observe(case({"gradient_clip": 1.0})) is None
    assert observe(case({"gradient_clip": -1.0}, grad_norm=[3.0, 3.0])) is None
