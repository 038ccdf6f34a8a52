import numpy as np

from engine.observe.curves.outputs.predictions_constant import observe
from tests.engine.cases import REGRESSION, case, healthy


def test_predictions_without_spread():
    found = observe(case(REGRESSION, pred_std=[0.5, 0.02, 0.01, 0.01]))
    assert found.strength > 0.98
    assert "a standard deviation of 0.01, the target has 1" in found.text


def test_the_spread_of_the_target_is_the_scale():
    assert (
        observe(case(REGRESSION | {"target_std": 120.0}, pred_std=np.full(5, 1.0))).strength > 0.95
    )


def test_silent_when_predictions_vary():
    assert observe(case(REGRESSION, pred_std=np.linspace(0.1, 0.9, 10))).strength < 0.01
    assert observe(case(REGRESSION, pred_std=np.full(10, 0.35))).strength < 0.05


def test_not_measured_without_predictions_or_target():
    assert observe(healthy()) is None
    assert observe(case(pred_std=[0.0, 0.0])) is None
