import numpy as np

from engine.observe.curves.gradients.gradient_norm_huge import observe
from tests.engine.cases import REGRESSION, case, falling, healthy


def test_a_norm_far_above_what_clipping_would_leave():
    found = observe(case(grad_norm=np.linspace(40, 400, 20)))
    assert found.strength > 0.98
    assert "median of grad_norm is 220" in found.text


def test_per_step_norms_serve():
    assert observe(case(grad_norm_step=np.full(50, 80.0))).strength > 0.95


def test_a_large_beginning_alone_counts_half():
    assert observe(case(grad_norm=falling(40, 0.5, 20, rate=30))).strength < 0.5


def test_silent_on_ordinary_norms_and_on_a_target_of_large_scale():
    assert observe(healthy(grad_norm=falling(4, 1))).strength < 0.05
    assert (
        observe(case(REGRESSION | {"target_std": 100.0}, grad_norm=np.full(20, 200.0))).strength
        < 0.05
    )


def test_not_measured_without_a_norm():
    assert observe(healthy()) is None


def test_a_few_first_steps_are_not_judged():
    assert observe(case(grad_norm=[120.0, 20.0, 5.0])) is None
    assert observe(case(grad_norm=[120.0] * 12)).strength > 0.9
    assert observe(case(grad_norm=[0.4, 0.2, 0.3])).strength < 0.05
