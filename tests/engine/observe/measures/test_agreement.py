import math

import numpy as np
import pytest

from engine.observe.measures.agreement import guess_among
from tests.engine.cases import case, falling, healthy, noise


@pytest.mark.parametrize("classes", [2, 3, 10, 37, 100, 1000])
def test_one_point_is_enough_where_loss_and_accuracy_agree(classes):
    run = case(train_loss=[math.log(classes)], train_accuracy=[1 / classes])
    agreement = guess_among(run)

    assert agreement.classes == classes
    assert agreement.is_exact


def test_a_validation_accuracy_serves_where_no_other_is_recorded():
    agreement = guess_among(case(train_loss=[4.6052], val_accuracy=[0.01]))
    assert agreement.classes == 100


def test_a_settled_loss_a_little_above_is_near_a_guess():
    loss = [2.18, *(1.45 + noise(11, 0.02))]
    agreement = guess_among(case(train_loss=loss, val_accuracy=[0.22, 0.28] * 6))

    assert agreement.classes == 4
    assert not agreement.is_exact


@pytest.mark.parametrize(
    ("loss", "accuracy"),
    [
        ([2.3], [0.3]),
        ([0.9], [0.25]),
        ([1.45], [0.25]),  # near a guess, and one point does not show that it stays
        (falling(2.2, 1.42, 12, rate=1), [0.25] * 12),
        ([0.01], [0.99]),
        ([0.0], [0.0]),
    ],
)
def test_silent_where_they_do_not_agree(loss, accuracy):
    assert guess_among(case(train_loss=loss, train_accuracy=accuracy)) is None


def test_silent_on_learning_runs_and_on_losses_of_other_kinds():
    assert guess_among(healthy()) is None
    assert guess_among(case(train_loss=[math.log(10)] * 5)) is None
    policy = case(train_loss=[math.log(2)] * 5, train_accuracy=[0.5] * 5, reward=np.ones(5))
    assert guess_among(policy) is None
