import numpy as np
import pytest

from engine.observe.curves.loss.loss_climbs_back import observe
from tests.engine.cases import case, falling, healthy, noisy, series


def climbing(start, lowest, end, points=24):
    """Return a loss that falls over the first fifth and then climbs back ever more slowly."""
    first = points // 5
    rise = 1 - np.exp(-4 * np.linspace(0, 1, points - first))
    return np.concatenate([np.linspace(start, lowest, first), lowest + (end - lowest) * rise])


@pytest.mark.parametrize("course", [(2.29, 2.26, 2.302), (1.49, 0.95, 1.38), (2.5, 1.13, 1.65)])
def test_a_loss_that_fades_back_toward_its_start(course):
    found = observe(case(train_loss=climbing(*course)))

    assert found.strength > 0.8
    assert f"falls from {course[0]:.4g} to {course[1]:.4g}" in found.text


def test_silent_on_runs_that_learn_or_rest():
    assert observe(healthy()).strength < 0.05
    assert observe(case(train_loss=falling(2.3, 0.4, 24))).strength < 0.05
    assert observe(case(train_loss=falling(1.42, 1.386, 24, rate=40))).strength < 0.05


def test_silent_where_the_loss_jumps_or_swings():
    swinging = 0.6 + 0.3 * np.sin(np.arange(24))
    assert observe(case(train_loss=np.concatenate([[1.4, 0.5], swinging]))).strength < 0.05
    assert observe(case(train_loss=noisy(np.full(24, 0.5), 0.02))).strength < 0.05


def test_silent_where_one_jump_makes_the_climb():
    jumped = np.concatenate([[1.4, 1.2, 1.0, 0.9, 0.9], np.linspace(1.3, 1.32, 19)])
    assert observe(case(train_loss=jumped)).strength < 0.05


def test_silent_where_the_loss_ends_far_above_its_start():
    assert observe(case(train_loss=climbing(1.4, 0.9, 2.8))).strength < 0.05


def test_silent_where_little_of_the_run_follows_the_minimum():
    late = np.concatenate([np.linspace(2.3, 1.0, 20), np.linspace(1.1, 1.6, 5)])
    assert observe(case(train_loss=late)).strength == 0


def test_not_measured_on_a_short_excerpt_a_late_one_or_one_by_step():
    assert observe(case(train_loss=climbing(1.4, 0.9, 1.3)[:6])) is None
    late = series("train_loss", climbing(1.4, 0.9, 1.3), range(400, 424))
    assert observe(case(train_loss=late)) is None
    by_step = series("train_loss", climbing(1.4, 0.9, 1.3, 150), range(150))
    assert observe(case(train_loss=by_step)) is None


@pytest.mark.parametrize("values", [[np.nan] * 24, [0.0] * 24, -climbing(1.4, 0.9, 1.3)])
def test_bad_or_negative_losses_show_nothing(values):
    found = observe(case(train_loss=values))

    assert found is None or found.strength < 0.05


def test_not_measured_without_a_training_loss():
    assert observe(case(val_loss=climbing(1.4, 0.9, 1.3))) is None
    assert observe(case()) is None
