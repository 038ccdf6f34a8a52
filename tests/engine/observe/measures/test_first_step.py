import math

import numpy as np
import pytest

from engine.observe.measures.first_step import first_step_loss
from tests.engine.cases import TEN_CLASSES, case, falling, series


def test_the_first_steps_are_taken_together():
    run = case(TEN_CLASSES, train_loss_step=[2.3, 9.0, 2.4, *falling(2.2, 0.2, 50)])
    first = first_step_loss(run)

    assert first.level == 2.4
    assert first.over_chance == pytest.approx(2.4 / math.log(10))


def test_an_evaluation_before_training_counts_by_itself():
    before = series("train_loss", [2.31, 0.9, 0.5], np.arange(3), "epoch")
    assert first_step_loss(case(TEN_CLASSES, train_loss=before)).level == 2.31


@pytest.mark.parametrize(
    "curves",
    [
        {"train_loss": falling(2.3, 0.2, 30)},  # means of an epoch
        {"train_loss_step": falling(2.3, 0.2, 10, rate=1)[1:]},
        {"val_loss": falling(2.3, 0.2, 200)},
        {"train_loss_step": series("train_loss_step", np.ones(200), range(9000, 9200))},
    ],
)
def test_not_measured_without_single_first_steps(curves):
    made = {
        name: curve if not isinstance(curve, np.ndarray) else series(name, curve)
        for name, curve in curves.items()
    }
    assert first_step_loss(case(TEN_CLASSES, **made)) is None


def test_not_measured_without_a_chance():
    assert first_step_loss(case(train_loss_step=falling(2.3, 0.2, 200))) is None
