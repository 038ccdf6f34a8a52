import math

import numpy as np

from engine.observe.curves.loss.loss_starts_at_chance import observe
from tests.engine.cases import TEN_CLASSES, case, falling, noise, series


def test_a_first_loss_of_equal_chances_that_falls_is_seen():
    steps = falling(math.log(10), 0.3, 200) + noise(200, 0.02)
    found = observe(case(TEN_CLASSES, train_loss_step=steps))

    assert found.strength > 0.9
    assert "equal chances" in found.text


def test_a_log_by_epoch_that_begins_before_training_counts():
    curve = series("train_loss", falling(2.3, 0.3, 10), np.arange(10), "epoch")
    assert observe(case(TEN_CLASSES, train_loss=curve)).strength > 0.9


def test_silent_where_it_stays_there_or_begins_elsewhere():
    assert observe(case(TEN_CLASSES, train_loss_step=np.full(200, 2.303))).strength < 0.1
    assert observe(case(TEN_CLASSES, train_loss_step=falling(0.9, 0.1, 200))).strength < 0.05
    assert observe(case(TEN_CLASSES, train_loss_step=falling(9.0, 0.1, 200))).strength < 0.05


def test_not_measured_for_means_of_an_epoch_or_without_classes():
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.3, 30))) is None
    assert observe(case(train_loss_step=falling(2.3, 0.3, 200))) is None
    late = series("train_loss_step", falling(2.3, 0.3, 200), range(90_000, 90_200))
    assert observe(case(TEN_CLASSES, train_loss_step=late)) is None
