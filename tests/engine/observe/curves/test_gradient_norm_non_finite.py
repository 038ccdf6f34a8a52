import math

import numpy as np

from diagnostics_api.engine.observe.curves.gradient_norm_non_finite import observe
from tests.engine.cases import case, healthy


def test_a_nan_gradient_norm_is_certain():
    found = observe(case(grad_norm=[1.0, 1.0, math.nan, 1.0]))
    assert found.strength == 1
    assert found.attributes["onset_at"] == 60


def test_a_layer_alone_counts():
    assert observe(case(layers={"grad_norm_by_layer": [[1.0, 1.0], [1.0, math.inf]]})).strength == 1


def test_many_infinite_norms_count_in_half_precision_too():
    norms = np.ones(100)
    norms[::4] = np.inf
    assert observe(case({"precision": "fp16"}, grad_norm=norms)).strength > 0.95


def test_silent_when_the_loss_scale_probes_now_and_then():
    norms = np.ones(400)
    norms[200] = np.inf
    assert observe(case({"precision": "fp16"}, grad_norm_step=norms)).strength < 0.1


def test_silent_on_finite_norms():
    assert observe(healthy(grad_norm=[1e20] * 5)).strength == 0


def test_not_measured_without_norms():
    assert observe(healthy()) is None
