import numpy as np

from engine.observe.curves.loss.loss_falls_too_slowly import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy, noisy


def test_a_straight_slow_fall():
    found = observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 2.1, 15)))
    assert found.strength > 0.95
    assert "with 92% of the way left" in found.text


def test_a_fall_without_known_chance_level_is_judged_by_its_start():
    assert observe(case(train_loss=noisy(np.linspace(1.0, 0.8, 30), 0.005))).strength > 0.9


def test_silent_when_still_falling_but_nearly_done():
    assert observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 0.1, 15))).strength < 0.1


def test_silent_when_settled_or_not_falling():
    assert observe(healthy()).strength < 0.1
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 1.8, 30, rate=15))).strength < 0.3
    assert observe(case(TEN_CLASSES, train_loss=noisy(np.full(30, 2.3), 0.01))).strength < 0.3
    assert observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 3, 9))).strength < 0.1


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 0.9])) is None
