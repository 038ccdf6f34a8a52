import math

import numpy as np
import pytest

from engine.observe.curves.loss.loss_rests_off_chance import observe
from tests.engine.cases import case, falling, healthy


def resting(level, **settings):
    return case(train_loss=falling(1.003 * level, level, 20, rate=40), **settings)


@pytest.mark.parametrize("level", [0.82, 1.19, 1.24, 1.5])
def test_a_loss_that_rests_off_every_common_guess(level):
    found = observe(resting(level))

    assert 0.6 < found.strength <= 0.7
    assert f"rests at {level:.4g}" in found.text
    assert (found.span.start, found.span.end) == (220, 400)


def test_certain_where_the_loss_of_a_guess_is_known():
    found = observe(resting(2.9, config={"task": "classification", "n_classes": 10}))

    assert found.strength > 0.95
    assert "the best constant answer costs 2.303 (+25.9%)" in found.text


@pytest.mark.parametrize("level", [1.0, math.log(2), math.log(4), math.log(8), 1.004 * math.log(3)])
def test_silent_where_the_loss_rests_at_that_of_a_guess(level):
    assert observe(resting(level)).strength < 0.1


def test_silent_at_or_below_a_known_guess():
    known = {"task": "classification", "n_classes": 4}

    assert observe(resting(math.log(4), config=known)).strength < 0.05
    assert observe(resting(1.19, config=known)).strength < 0.05


def test_silent_a_few_percent_below_a_guess_where_a_little_is_learned():
    assert observe(resting(0.97 * math.log(4))).strength < 0.05


def test_not_measured_where_a_large_number_of_classes_explains_the_level():
    assert observe(resting(3.4)) is None


def test_not_measured_where_no_guess_gives_the_scale():
    assert observe(resting(1.19, config={"task": "diffusion"})) is None


def test_not_measured_where_the_loss_moves_or_the_excerpt_is_short_or_broken():
    assert observe(healthy()) is None
    assert observe(case(train_loss=np.linspace(1.2, 1.15, 20))) is None
    assert observe(case(train_loss=[1.19] * 6)) is None
    assert observe(case(train_loss=[np.nan] * 20)) is None
    assert observe(case()) is None
