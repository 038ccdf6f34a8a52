import numpy as np

from engine.observe.curves.loss.loss_diverges import observe
from tests.engine.cases import case, falling, healthy


def test_a_loss_that_climbs_far_above_its_start_diverges():
    found = observe(case(train_loss=[1.0, 0.6, 0.8, 2.0, 5.0, 9.0]))
    assert found.strength > 0.95
    assert (found.span.start, found.span.end) == (40, 120)


def test_a_loss_that_returns_to_its_start_diverges():
    assert (
        observe(case(train_loss=np.concatenate([falling(2.3, 0.5), falling(0.5, 2.4)]))).strength
        > 0.9
    )


def test_silent_when_a_tiny_loss_doubles():
    assert observe(case(train_loss=[0.7, 1e-3, 4e-5, 5e-5, 7e-5, 9e-5])).strength < 0.1


def test_silent_on_a_learning_run_and_on_an_early_overshoot():
    assert observe(healthy()).strength < 0.1
    assert observe(case(train_loss=[15.0, 2.5, 2.3, 2.3, 2.3])).strength < 0.1


def test_not_measured_with_few_points_or_in_a_game():
    assert observe(case(train_loss=[1.0, 9.0])) is None
    assert observe(case({"task": "gan"}, train_loss=[1.0, 2.0, 9.0, 9.0])) is None
