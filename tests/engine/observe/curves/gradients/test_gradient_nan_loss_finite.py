import math

from engine.observe.curves.gradients.gradient_nan_loss_finite import observe
from tests.engine.cases import case

NORMS = [0.5, 0.6, 0.5, math.nan, math.nan]
LOSS = [2.0, 1.8, 1.7, 1.6, math.nan]


def test_a_norm_that_breaks_before_the_loss_is_seen():
    found = observe(case(train_loss=LOSS, grad_norm=NORMS))

    assert found.strength > 0.95
    assert "train_loss is 1.6" in found.text


def test_an_infinite_norm_counts():
    steps = case(train_loss_step=[1.0, 0.9, 0.8], grad_norm_step=[0.5, math.inf, 0.5])
    assert observe(steps).strength > 0.95


def test_silent_where_the_loss_broke_first():
    broken = [2.0, 1.8, math.nan, math.nan, math.nan]
    assert observe(case(train_loss=broken, grad_norm=NORMS)).strength < 0.05


def test_loss_scaling_and_masked_losses_are_not_judged():
    assert observe(case({"precision": "fp16"}, train_loss=LOSS, grad_norm=NORMS)) is None
    assert observe(case(train_loss=LOSS, grad_norm=NORMS, loss_scale=[2.0] * 5)) is None
    assert observe(case(train_loss=[2.0, 1.8, 1.7, 0.0, 0.0], grad_norm=NORMS)) is None
    assert observe(case(train_loss=[2.0, 1.8, 1.7, 1.7, 1.7], grad_norm=NORMS)) is None


def test_not_measured_where_the_norms_are_finite():
    assert observe(case(train_loss=LOSS, grad_norm=[0.5] * 5)) is None
    assert observe(case(grad_norm=NORMS)) is None
