import numpy as np

from engine.observe.curves.gradients.gradient_norm_erratic import observe
from tests.engine.cases import case, falling, healthy, noisy


def test_norms_that_differ_by_factors_from_step_to_step():
    found = observe(case(grad_norm_step=noisy(np.ones(300), 1.5)))
    assert found.strength > 0.9
    assert "factor" in found.text


def test_silent_on_ordinary_scatter_and_on_a_smooth_fall():
    assert observe(case(grad_norm_step=noisy(np.ones(300), 0.4))).strength < 0.1
    assert observe(case(grad_norm_step=falling(5, 0.1, 300))).strength < 0.05


def test_not_measured_without_steps():
    assert observe(healthy(grad_norm=np.ones(300))) is None
    assert observe(case(grad_norm_step=[1.0, 9.0])) is None
