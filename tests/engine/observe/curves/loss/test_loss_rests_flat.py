import numpy as np

from engine.observe.curves.loss.loss_rests_flat import observe
from tests.engine.cases import case, falling, healthy, noisy, series


def test_a_flat_loss_that_has_learned_the_best_constant():
    found = observe(case(train_loss=falling(1.42, 1.386, 20, rate=40)))

    assert found.strength > 0.95
    assert "goes from 1.386 to 1.386 and scatters by 0.00%" in found.text
    assert (found.span.start, found.span.end) == (220, 400)


def test_silent_where_the_loss_falls_on_in_a_straight_line():
    assert observe(case(train_loss=np.linspace(2.30, 2.25, 20))).strength < 0.05
    assert observe(case(train_loss=np.linspace(2.3000, 2.2992, 20))).strength < 0.05


def test_silent_where_single_epochs_scatter():
    assert observe(case(train_loss=noisy(np.full(20, 1.0), 0.006))).strength < 0.05


def test_silent_where_noise_is_learned_by_heart():
    creeping = 1.386 - 0.02 * np.linspace(0, 1, 20) ** 2
    assert observe(case(train_loss=creeping)).strength < 0.05


def test_not_measured_where_the_loss_is_not_flat_or_short_or_by_step():
    assert observe(healthy()) is None
    assert observe(case(train_loss=falling(2.3, 1.2, 20, rate=40))) is None
    assert observe(case(train_loss=[1.386] * 6)) is None
    assert observe(case(train_loss=series("train_loss", [1.386] * 150, range(150)))) is None
    assert observe(case()) is None
