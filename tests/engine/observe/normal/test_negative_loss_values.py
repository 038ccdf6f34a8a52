import numpy as np
import pytest

from engine.observe.normal.negative_loss_values import read
from tests.engine.cases import case, falling

DENSITY = {"task": "density", "loss": "gaussian_nll"}
LOSS = falling(0.5, -2.4)


def test_a_density_whose_held_out_loss_falls_too():
    found = read(case(DENSITY, train_loss=LOSS, val_loss=LOSS + 0.1))

    assert found.state == "holds"
    assert "down to -2.38" in found.text


@pytest.mark.parametrize("loss", ["cosine_similarity", "si-sdr", "wgan", "negative ELBO"])
def test_other_losses_without_a_bound(loss):
    assert read(case({"loss": loss}, train_loss=LOSS, val_loss=LOSS)).state == "holds"


def test_a_held_out_loss_that_climbs():
    turning = np.concatenate([LOSS, np.linspace(-2.4, -1.0, 20)])
    found = read(case(DENSITY, train_loss=falling(0.5, -3.0, 40), val_loss=turning))

    assert (found.state, found.beyond) == ("broken", "overfitting")


def test_a_loss_with_a_bound_at_zero():
    config = {"task": "classification", "loss": "cross_entropy"}
    found = read(case(config, train_loss=LOSS, val_loss=LOSS))

    assert (found.state, found.beyond) == ("broken", "label-loss-mismatch")


def test_a_loss_of_unknown_kind_or_without_held_out_data_is_left_open():
    assert read(case(train_loss=LOSS, val_loss=LOSS)).state == "not-measured"
    assert read(case(DENSITY, train_loss=LOSS)).state == "not-measured"
    level = np.full(20, -1.0)
    assert read(case(DENSITY, train_loss=LOSS, val_loss=level)).state == "not-measured"


def test_rounding_and_positive_losses_are_not_shown():
    assert read(case(DENSITY, train_loss=[0.5, 0.1, -1e-9])).state == "not-shown"
    assert read(case(train_loss=falling(2.0, 0.1))).state == "not-shown"


def test_without_a_loss_nothing_is_measured():
    assert read(case(DENSITY)).state == "not-measured"
