import numpy as np

from engine.observe.curves.gradients.gradient_norm_grows import observe
from tests.engine.cases import case, falling, healthy, noisy


def test_a_norm_that_rises_all_along():
    found = observe(case(grad_norm=noisy(np.geomspace(2, 40, 30), 0.1)))
    assert found.strength > 0.95
    assert "changes 16-fold" in found.text


def test_silent_on_a_falling_and_on_a_steady_norm():
    assert observe(case(grad_norm=falling(2, 0.1))).strength < 0.01
    assert observe(case(grad_norm=noisy(np.ones(30), 0.3))).strength < 0.1


def test_silent_on_a_rise_within_the_beginning():
    norm = np.concatenate([np.geomspace(0.2, 1.5, 5), np.full(25, 1.5)])
    assert observe(case(grad_norm=noisy(norm, 0.1))).strength < 0.2


def test_not_measured_with_few_points():
    assert observe(case(grad_norm=[1.0, 2.0, 4.0])) is None
    assert observe(healthy()) is None


def test_a_few_points_that_all_rise_far():
    found = observe(case(grad_norm=[1.3, 8.6, 88.0, 4213.0, float("nan")]))

    assert found.strength > 0.99
    assert found.text == "grad_norm rises at every point: 1.3 at first, 4.21e+03 at last."


def test_a_few_points_that_fall_once_or_rise_a_little_are_no_growth():
    assert observe(case(grad_norm=[1.0, 90.0, 80.0, 4000.0])).strength == 0.0
    assert observe(case(grad_norm=[1.0, 1.2, 1.5, 2.0])).strength < 0.01
