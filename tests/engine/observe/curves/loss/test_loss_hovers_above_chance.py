import math

import numpy as np
import pytest

from engine.observe.curves.loss.loss_hovers_above_chance import observe
from tests.engine.cases import REGRESSION, TEN_CLASSES, case, falling, healthy, noise

GUESS = math.log(10)


def hovering(share, scatter=0.015, points=16):
    level = GUESS * (1 + share) + np.abs(noise(points, scatter))
    return np.concatenate([[9.0], level])


@pytest.mark.parametrize("config", [TEN_CLASSES, {}])
def test_a_loss_that_is_thrown_about_above_a_guess(config):
    held_out = hovering(0.015)
    found = observe(case(config, train_loss=hovering(0.02), val_loss=held_out))

    assert found.strength > 0.9
    assert "from the loss of a guess (2.303)" in found.text


@pytest.mark.parametrize("level", [GUESS, 1.002 * GUESS, 0.98 * GUESS])
def test_silent_where_the_loss_rests_on_a_guess_or_below(level):
    resting = falling(1.2 * level, level, 17, rate=40) + noise(17, 0.001)
    assert observe(case(TEN_CLASSES, train_loss=resting)).strength < 0.1


def test_silent_where_the_loss_stands_still_above_a_guess():
    assert observe(case(TEN_CLASSES, train_loss=hovering(0.03, scatter=0))).strength < 0.05


def test_silent_where_the_loss_is_far_above_or_learns():
    assert observe(case(TEN_CLASSES, train_loss=hovering(2.0))).strength < 0.05
    assert observe(healthy()).strength < 0.05


def test_not_measured_without_a_known_guess_or_on_a_short_or_broken_excerpt():
    assert observe(case(train_loss=falling(2.3, 0.2))) is None
    assert observe(case(REGRESSION, train_loss=hovering(0.02))) is None
    assert observe(case(TEN_CLASSES, train_loss=hovering(0.02)[:6])) is None
    assert observe(case(TEN_CLASSES, train_loss=[np.nan] * 20)) is None
    assert observe(case()) is None
