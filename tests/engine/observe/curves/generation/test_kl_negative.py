import numpy as np

from engine.observe.curves.generation.kl_negative import observe
from tests.engine.cases import case, noise


def test_a_divergence_below_zero_is_seen():
    found = observe(case(kl=-0.02 + noise(50, 0.01)))

    assert found.strength > 0.95
    assert "standard error" in found.text


def test_a_constant_one_below_zero_is_seen():
    assert observe(case(approx_kl=np.full(20, -0.01))).strength > 0.95


def test_silent_on_scatter_about_zero_and_above():
    assert observe(case(kl=noise(50, 0.01))).strength < 0.3
    assert observe(case(kl=np.linspace(0, 5, 50))).strength < 0.05
    assert observe(case(kl=np.zeros(50))).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(kl=[-0.1, -0.1])) is None
    assert observe(case(train_loss=-np.ones(50))) is None
