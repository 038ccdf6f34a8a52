import math

import numpy as np
import pytest

from engine.observe.measures.settled import settled_at_guess
from tests.engine.cases import REGRESSION, case, falling, healthy


@pytest.mark.parametrize("classes", [2, 5, 10, 1000])
def test_a_loss_that_never_left_the_guess(classes):
    found = settled_at_guess(case(train_loss=np.full(8, math.log(classes))))

    assert (found.classes, found.has_fallen) == (classes, False)
    assert found.loss == pytest.approx(math.log(classes))


def test_a_loss_that_falls_to_the_guess_needs_a_common_number_and_more_points():
    to_three = falling(1.25, math.log(3), 16, rate=30)
    assert settled_at_guess(case(train_loss=to_three)).has_fallen
    assert settled_at_guess(case(train_loss=to_three[:6])) is None
    assert settled_at_guess(case(train_loss=falling(2.5, math.log(7), 16, rate=30))) is None


def test_a_loss_that_was_lower_and_rises_to_the_guess():
    collapsed = [1.9, 0.6, 0.2, *[math.log(7)] * 9]
    found = settled_at_guess(case(train_loss=collapsed))
    assert (found.classes, found.has_fallen) == (7, False)


def test_a_loss_that_hovers_above_the_guess_on_both_sides():
    above = [15.0, *([2.35, 2.37] * 6)]
    held_out = [2.9, *([2.32, 2.36] * 6)]

    assert settled_at_guess(case(train_loss=above, val_loss=held_out)).classes == 10
    assert settled_at_guess(case(train_loss=above)) is None


def test_none_while_the_loss_moves_or_validation_disagrees():
    assert settled_at_guess(healthy()) is None
    assert settled_at_guess(case(train_loss=np.linspace(0.72, 0.66, 20))) is None
    stays = np.full(8, math.log(2))
    assert settled_at_guess(case(train_loss=stays, val_loss=np.full(8, 0.9))) is None


def test_none_beside_an_accuracy_or_on_another_scale():
    stays = np.full(8, math.log(2))
    assert settled_at_guess(case(train_loss=stays, val_accuracy=np.full(8, 0.5))) is None
    assert settled_at_guess(case(REGRESSION, train_loss=stays)) is None
    assert settled_at_guess(case({"task": "vae"}, train_loss=stays)) is None
    assert settled_at_guess(case()) is None
