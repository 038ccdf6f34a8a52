import math

from engine.observe.curves.loss.loss_masked_nan import observe
from tests.engine.cases import case


def test_zero_loss_with_a_nan_gradient_norm():
    found = observe(case(train_loss=[2.0, 1.5, 0.0, 0.0], grad_norm=[1.0, 1.0, math.nan, math.nan]))
    assert found.strength > 0.9
    assert (found.span.start, found.span.end) == (60, 80)


def test_a_frozen_average_with_a_nan_gradient_norm():
    frozen = case(train_loss=[2.0, 1.512, 1.512, 1.512, 1.512], grad_norm=[1.0, *[math.nan] * 4])
    assert observe(frozen).strength > 0.9


def test_silent_when_the_loss_moves_on():
    assert (
        observe(case(train_loss=[2.0, 1.5, 1.2, 1.0], grad_norm=[1.0, math.inf, 1.0, 1.0])).strength
        < 0.1
    )


def test_silent_when_the_loss_shows_the_nan_itself():
    assert (
        observe(
            case(train_loss=[2.0, math.nan, math.nan], grad_norm=[1.0, math.nan, math.nan])
        ).strength
        < 0.1
    )


def test_silent_on_a_true_zero():
    assert observe(case(train_loss=[1.0, 0.0, 0.0], grad_norm=[1.0, 0.0, 0.0])).strength == 0


def test_not_measured_without_both():
    assert observe(case(train_loss=[0.0, 0.0])) is None
    assert observe(case(grad_norm=[math.nan])) is None
