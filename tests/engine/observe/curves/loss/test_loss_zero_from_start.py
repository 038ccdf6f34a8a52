import math

import pytest

from engine.observe.curves.loss.loss_zero_from_start import observe
from tests.engine.cases import case, series


@pytest.mark.parametrize("points", [3, 8, 40])
def test_a_loss_of_exactly_zero_from_the_first_point_on_is_seen(points):
    found = observe(case(train_loss=[0.0] * points))

    assert found.strength > 0.9
    assert "exactly 0" in found.text


@pytest.mark.parametrize(
    "values",
    [
        [1e-4] * 8,  # small, and not nothing
        [2.3, 0.1, 0.0, 0.0, 0.0],  # a fit
        [0.0, 0.7, 0.0, 0.6, 0.5],
    ],
)
def test_silent_where_there_is_a_loss(values):
    assert observe(case(train_loss=values)).strength == 0


def test_losses_of_policies_and_hidden_nans_are_not_judged():
    zeros = [0.0] * 8
    assert observe(case(train_loss=zeros, reward=range(8))) is None
    assert observe(case(train_loss=zeros, grad_norm=[math.nan] * 8)) is None


def test_not_measured_with_few_points_or_in_an_excerpt():
    late = series("train_loss", [0.0] * 8, range(90_000, 90_800, 100))
    assert observe(case(train_loss=late)) is None
    assert observe(case(train_loss=[0.0, 0.0])) is None
    assert observe(case(val_loss=[0.0] * 8)) is None
