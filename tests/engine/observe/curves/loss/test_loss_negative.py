import numpy as np
import pytest

from engine.observe.curves.loss.loss_negative import observe
from engine.scales import SEEN
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, healthy, noise


@pytest.mark.parametrize("config", [TEN_CLASSES, REGRESSION, {"loss": "BCEWithLogits"}])
def test_a_loss_that_cannot_be_negative_is(config):
    found = observe(case(config, train_loss=[1.0, 0.2, -0.4, -2.0]))
    assert found.strength > 0.9
    assert (found.span.start, found.span.end) == (60, 80)


def test_an_unknown_loss_counts_half_and_a_named_other_one_less():
    assert observe(case(train_loss=[1.0, -1.0])).strength == 0.6
    assert observe(case({"loss": "gaussian_nll"}, train_loss=[1.0, -1.0])).strength == 0.3


def test_silent_on_rounding_and_on_positive_losses():
    assert observe(case(TEN_CLASSES, train_loss=[1.0, -1e-9])).strength == 0
    assert observe(healthy()).strength == 0


def test_not_measured_where_losses_may_be_negative():
    assert observe(case({"task": "vae"}, train_loss=[-1.0, -2.0])) is None
    assert observe(case()) is None


def test_a_smooth_fall_through_zero_that_validation_follows_counts_less():
    dice = np.linspace(0.1, -0.45, 30) + noise(30, 0.01)

    assert observe(case(train_loss=dice, val_loss=dice + 0.02)).strength < SEEN
    assert observe(case(train_loss=dice)).strength < SEEN
    assert observe(case(train_loss=dice, val_loss=np.full(30, 0.9))).strength >= SEEN
    assert observe(case({"loss": "mse"}, train_loss=dice, val_loss=dice)).strength > 0.9
