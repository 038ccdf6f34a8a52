import numpy as np

from engine.observe.measures.answer import stays_down
from tests.engine.cases import falling, noise, series

STEPS = np.arange(60)


def test_a_loss_that_goes_on_falling_does_not_answer():
    assert stays_down(series("train_loss", falling(2.3, 0.5, 60), STEPS), 40)
    noisy = falling(2.3, 0.5, 60) + noise(60, 0.05)
    assert stays_down(series("train_loss", noisy, STEPS), 40)


def test_a_loss_that_jumps_at_the_event_or_just_after_answers():
    for at in (40, 41, 42):
        loss = falling(2.3, 0.5, 60) + noise(60, 0.02)
        loss[at] = 4.0
        assert not stays_down(series("train_loss", loss, STEPS), 40)


def test_a_short_loss_or_one_on_one_side_cannot_answer():
    assert not stays_down(series("train_loss", [1.0, 0.9, 0.8], [1, 2, 3]), 2)
    assert not stays_down(series("train_loss", falling(2.3, 0.5, 60), STEPS), 0)
    assert not stays_down(series("train_loss", falling(2.3, 0.5, 60), STEPS), 100)
    assert not stays_down(series("train_loss", [np.nan] * 60, STEPS), 40)
