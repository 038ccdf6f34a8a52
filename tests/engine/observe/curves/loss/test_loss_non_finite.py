import math

from engine.observe.curves.loss.loss_non_finite import observe
from tests.engine.cases import case, falling, healthy


def test_nan_to_the_end_is_certain():
    found = observe(case(train_loss=[1.0, 0.5, math.nan, math.nan]))
    assert found.strength == 1
    assert (found.span.start, found.span.end) == (60, 80)
    assert "finite again" not in found.text
    assert "NaN from step 60" in found.text


def test_an_infinite_validation_loss_counts():
    found = observe(healthy(val_loss=[math.inf] * 20))
    assert found.strength == 1
    assert found.span.series == "val_loss"
    assert found.span.start == 20


def test_one_bad_step_that_recovers_is_weaker():
    loss = falling(2, 0.2, 400)
    loss[100] = math.nan
    found = observe(case(train_loss_step=loss))
    assert 0.5 < found.strength < 0.7
    assert "finite again at the end" in found.text


def test_silent_on_finite_losses_however_large():
    assert observe(healthy()).strength == 0
    assert observe(case(train_loss=[1e30, 1e38])).strength == 0


def test_not_measured_without_a_loss():
    assert observe(case(grad_norm=[math.nan])) is None
