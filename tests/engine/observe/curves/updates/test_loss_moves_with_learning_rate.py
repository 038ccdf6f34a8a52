import numpy as np

from engine.observe.curves.updates.loss_moves_with_learning_rate import observe
from tests.engine.cases import case, falling, healthy

DROP = np.concatenate([np.full(10, 1e-2), np.full(10, 1e-5)])


def test_a_fall_that_stops_when_the_rate_drops():
    loss = np.concatenate([np.linspace(2.3, 1.2, 10), np.full(10, 1.2)])
    found = observe(case(train_loss=loss, lr=DROP))
    assert found.strength > 0.9
    assert found.text.endswith("per point before and by -0.00% after.")
    assert found.span.start == 220


def test_a_stalled_loss_that_is_freed():
    loss = np.concatenate([np.full(10, 2.0), np.linspace(2.0, 1.0, 10)])
    assert (
        "by -0.00% of its first value per point before"
        in observe(case(train_loss=loss, lr=DROP)).text
    )


def test_silent_on_smooth_schedules_and_when_the_loss_goes_on_the_same():
    assert observe(case(train_loss=falling(2, 0.1), lr=np.linspace(1e-2, 1e-4, 20))).strength < 0.1
    assert observe(case(train_loss=np.linspace(2, 1, 20), lr=DROP)).strength < 0.1


def test_silent_when_the_run_has_settled_before():
    assert observe(case(train_loss=falling(2, 0.1, 20, rate=30), lr=DROP)).strength < 0.1


def test_not_measured_without_a_rate():
    assert observe(healthy()) is None
    assert observe(case(train_loss=[2.0, 1.0], lr=[1.0, 0.1])) is None
