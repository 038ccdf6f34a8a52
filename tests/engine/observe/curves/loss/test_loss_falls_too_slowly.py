import numpy as np

from engine.observe.curves.loss.loss_falls_too_slowly import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy, noisy, series


def test_a_straight_slow_fall():
    found = observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 2.1, 15)))
    assert found.strength > 0.95
    assert "with 92% of the way left" in found.text


def test_a_fall_without_a_known_floor_counts_once_the_rate_anneals():
    slow = noisy(np.linspace(1.0, 0.8, 30), 0.005)
    annealed = case(train_loss=slow, lr=np.linspace(1e-3, 1e-5, 30))

    assert observe(annealed).strength > 0.9
    assert "its floor is not known" in observe(annealed).text
    assert observe(case(train_loss=slow)).strength < 0.1
    assert observe(case(train_loss=slow, lr=np.full(30, 1e-3))).strength < 0.1


def test_a_few_points_of_a_loss_without_a_known_floor_are_no_verdict():
    few = [2.00, 1.72, 1.60, 1.52, 1.41]
    assert observe(case(train_loss=few)).strength < 0.1
    assert observe(case(train_loss=few, lr=[5e-4, 4e-4, 3e-4, 2e-4, 1e-4])).strength < 0.1
    assert observe(case(train_loss=np.linspace(150, 82, 10))).strength < 0.1


def test_a_loss_that_hardly_moves_although_it_falls_at_every_step():
    hardly = np.linspace(1.3627, 1.3575, 12)
    assert observe(case(train_loss=hardly)).strength > 0.9
    assert observe(case({"pretrained": True}, train_loss=hardly)).strength < 0.1
    assert observe(case(train_loss=noisy(np.full(12, 1.36), 0.002))).strength < 0.3


def test_an_excerpt_from_the_middle_of_a_run_is_not_judged():
    steps = 90_000 + 100 * np.arange(12)
    excerpt = series("train_loss", np.linspace(1.31, 1.299, 12), steps)
    assert observe(case(train_loss=excerpt)) is None


def test_silent_when_still_falling_but_nearly_done():
    assert observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 0.1, 15))).strength < 0.1


def test_silent_when_settled_or_not_falling():
    assert observe(healthy()).strength < 0.1
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 1.8, 30, rate=15))).strength < 0.3
    assert observe(case(TEN_CLASSES, train_loss=noisy(np.full(30, 2.3), 0.01))).strength < 0.3
    assert observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 3, 9))).strength < 0.1


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 0.9])) is None
