import numpy as np

from engine.observe.curves.loss.loss_falls_then_stalls import observe
from tests.engine.cases import TEN_CLASSES, case, falling, healthy, noisy


def test_a_fall_that_stops_half_way():
    found = observe(case(TEN_CLASSES, train_loss=noisy(falling(2.4, 1.7, 30, rate=20), 0.005)))
    assert found.strength > 0.8
    assert found.span.start < 600 / 4
    assert found.span.start < 200


def test_the_late_fall_is_told_as_a_share_of_the_first_loss():
    loss = [2.0, 1.5, 1.1, 1.1, 1.08, 1.0, 1.0, 1.0]

    assert (
        "(50%), by 4.0% of its first value in the second half;"
        in observe(case(TEN_CLASSES, train_loss=loss)).text
    )


def test_without_a_known_chance_level_the_start_is_the_scale():
    assert observe(case(train_loss=falling(1.0, 0.75, 30, rate=25))).strength > 0.6


def test_silent_without_a_scale_where_a_healthy_loss_ends():
    found = observe(case(train_loss=falling(1.0, 0.6, 30, rate=25)))

    assert found.strength < 0.2
    assert found.text.endswith("in the second half.")


def test_silent_when_it_stops_near_zero():
    assert observe(healthy()).strength < 0.1
    assert observe(case(TEN_CLASSES, train_loss=falling(2.3, 0.02, 30, rate=20))).strength < 0.05


def test_silent_while_still_falling_and_when_never_falling():
    assert observe(case(TEN_CLASSES, train_loss=np.linspace(2.3, 1.5, 20))).strength < 0.1
    assert observe(case(TEN_CLASSES, train_loss=np.full(20, 2.3))).strength < 0.1


def test_not_measured_with_few_points_or_a_negative_loss():
    assert observe(case(train_loss=[1.0, 0.5, 0.5])) is None
    assert observe(case(train_loss=[-1.0] * 9)) is None
