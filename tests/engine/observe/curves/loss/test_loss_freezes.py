import numpy as np

from engine.observe.curves.loss.loss_freezes import observe
from tests.engine.cases import case, falling, healthy

FALLS = [2.3127, 1.8341, 1.5212, 1.3019]


def test_a_loss_that_falls_and_then_repeats_to_the_end():
    found = observe(case(train_loss=[*FALLS, *[1.2518] * 16]))

    assert found.strength > 0.95
    assert "has fallen by 46% and is then 1.2518 to the last digit at 16 of 20" in found.text
    assert (found.span.start, found.span.end) == (100, 400)


def test_both_losses_must_repeat():
    frozen = [*FALLS, *[1.2518] * 16]
    held_out = [2.2811, 1.9914, 1.6121, 1.4214, *[1.3617] * 16]

    assert observe(case(train_loss=frozen, val_loss=held_out)).strength > 0.95
    moving = falling(2.3127, 1.3123, 20)
    assert observe(case(train_loss=frozen, val_loss=moving)).strength < 0.02


def test_silent_where_it_moves_on_later():
    assert observe(case(train_loss=[*FALLS, *[1.2518] * 10, 1.1123, 1.0234])).strength < 0.02
    assert observe(healthy()).strength < 0.02


def test_silent_where_it_never_fell_or_reached_its_goal():
    assert observe(case(train_loss=[1.3863] * 20)).strength < 0.05
    assert observe(case(train_loss=[2.3127, 0.4123, 0.0, *[0.0] * 17])).strength < 0.02
    assert observe(case(train_loss=[2.3127, 0.4123, *[0.0012] * 17])).strength < 0.02


def test_not_measured_on_few_points_or_few_digits():
    assert observe(case(train_loss=[2.3127, 1.2518, 1.2518])) is None
    assert observe(case(train_loss=[2.3, *[1.2] * 18])) is None
    assert observe(case(train_loss=np.full(9, np.nan))) is None
    assert observe(case()) is None
