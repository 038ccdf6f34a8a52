import numpy as np

from engine.observe.curves.loss.loss_flat_from_start import observe
from tests.engine.cases import case, falling, healthy, noisy, series


def test_a_loss_that_does_not_move_is_flat():
    found = observe(case(train_loss=noisy(np.full(12, 2.303), 0.003)))
    assert found.strength > 0.95
    assert "%" in found.text


def test_noise_of_single_batches_does_not_hide_it():
    found = observe(
        case(train_loss=noisy(np.full(12, 1.0), 0.01), train_loss_step=noisy(np.ones(240), 0.4))
    )
    assert found.strength > 0.9


def test_silent_when_all_is_learned_within_the_first_epoch():
    steps = noisy(np.concatenate([falling(2.3, 0.3, 20), np.full(180, 0.3)]), 0.05)
    assert (
        observe(case(train_loss=steps.reshape(10, 20).mean(axis=1), train_loss_step=steps)).strength
        < 0.1
    )
    assert observe(case(train_loss=[1.2, *[0.3] * 9])).strength < 0.1


def test_silent_on_a_learning_run_and_on_one_that_climbs():
    assert observe(healthy()).strength < 0.05
    assert observe(case(train_loss=[1.0, 2.0, 4.0, 8.0])).strength < 0.05


def test_a_slow_fall_is_graded_between():
    assert 0.2 < observe(case(train_loss=np.linspace(1.0, 0.94, 20))).strength < 0.8


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 1.0, 1.0])) is None
    assert observe(case(val_accuracy=[1.0] * 9)) is None


def test_the_validation_loss_is_judged_where_it_is_recorded_alone():
    assert observe(case(val_loss=noisy(np.full(12, 2.303), 0.003))).strength > 0.95
    assert observe(case(val_loss=falling(2.3, 0.5))).strength < 0.05


def test_an_excerpt_from_the_middle_of_a_run_does_not_show_the_start():
    steps = 90_000 + 100 * np.arange(12)
    assert observe(case(train_loss=series("train_loss", np.full(12, 1.31), steps))) is None
    early = series("train_loss", np.full(12, 1.31), 100 + 100 * np.arange(12))
    assert observe(case(train_loss=early)).strength > 0.95


def test_a_long_loss_by_step_is_judged_where_the_loss_by_epoch_is_short():
    run = case(train_loss=[1.0, 1.0, 1.0], train_loss_step=noisy(np.full(60, 1.0), 0.01))
    assert observe(run).strength > 0.9
