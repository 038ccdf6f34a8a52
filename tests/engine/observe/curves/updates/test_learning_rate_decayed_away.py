import numpy as np

from engine.observe.curves.updates.learning_rate_decayed_away import observe
from tests.engine.cases import case, healthy

SHARE = np.arange(100) / 99


def test_step_decay_that_leaves_nothing_early():
    found = observe(case(lr=1e-2 * 0.1 ** np.floor(SHARE * 10)))
    assert found.strength > 0.98
    assert "for the last 70% of the run" in found.text


def test_silent_on_schedules_that_end_at_zero():
    assert observe(case(lr=1e-2 * (1 - SHARE))).strength < 0.05
    assert observe(case(lr=1e-2 * (1 + np.cos(np.pi * SHARE)) / 2)).strength < 0.05


def test_silent_on_two_late_decays_by_ten_and_on_restarts():
    assert (
        observe(case(lr=np.where(SHARE < 0.8, 0.1, np.where(SHARE < 0.9, 0.01, 0.00099)))).strength
        < 0.05
    )
    restarts = 1e-2 * (1 + np.cos(np.pi * (SHARE * 4 % 1))) / 2
    assert observe(case(lr=restarts)).strength < 0.05


def test_silent_on_warm_up():
    assert observe(case(lr=np.minimum(SHARE / 0.5, 1) * 1e-3)).strength < 0.05


def test_not_measured_without_a_rate_above_zero():
    assert observe(healthy()) is None
    assert observe(case(lr=np.zeros(10))) is None
    assert observe(case(lr=[1.0, 0.0])) is None


def test_halving_again_and_again_leaves_little_for_most_of_the_run():
    assert observe(case(lr=1e-2 * 0.5 ** np.floor(SHARE * 12))).strength > 0.9


def test_silent_on_decays_by_ten_after_each_third():
    assert observe(case(lr=0.1 * 0.1 ** np.minimum(np.floor(SHARE * 3), 2))).strength < 0.05


def test_the_sentence_names_the_levels_that_were_measured():
    found = observe(case(lr=1e-2 * 0.1 ** np.floor(SHARE * 10)))
    assert "below a hundredth of its highest value for the last 70%" in found.text
    assert f"below a twelfth for the last {np.mean(SHARE >= 0.2):.0%}" in found.text
