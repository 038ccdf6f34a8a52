import math

import numpy as np

from engine.observe.curves.gradients.gradient_norm_non_finite import observe
from tests.engine.cases import case, healthy


def test_a_nan_gradient_norm_is_certain():
    found = observe(case(grad_norm=[1.0, 1.0, math.nan, 1.0]))
    assert found.strength == 1
    assert (found.span.start, found.span.end) == (60, 80)


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


def test_silent_when_two_skipped_steps_spoil_two_means_over_an_epoch():
    norms = np.ones(25)
    norms[[12, 20]] = np.nan
    sizes = {"n_train": 500.0, "batch_size": 20.0, "epochs": 25.0}
    assert observe(case(sizes | {"precision": "fp16"}, grad_norm=norms)).strength < 0.1
    assert observe(case(sizes, grad_norm=norms)).strength == 1


def test_steps_are_asked_before_means_over_epochs():
    steps = np.ones(500)
    steps[250] = np.inf
    found = observe(
        case({"precision": "fp16"}, grad_norm=[1.0, math.nan, 1.0], grad_norm_step=steps)
    )
    assert found.strength < 0.1
    assert found.source == "metrics.grad_norm_step"
