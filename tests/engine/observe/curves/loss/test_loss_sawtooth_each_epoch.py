import numpy as np

from engine.observe.curves.loss.loss_sawtooth_each_epoch import observe
from tests.engine.cases import case, falling, noise, series

SIZES = {"n_train": 400.0, "batch_size": 20.0}  # 20 steps per epoch


def test_sorted_data_in_which_alike_batches_follow_each_other():
    pattern = np.tile(np.repeat([0.2, -0.3, 0.25, -0.1], 5), 15)
    found = observe(case(SIZES, train_loss_step=falling(2.0, 0.8, 300) + pattern + noise(300, 0.05)))
    assert found.strength > 0.9
    assert "rank correlation of +0.8" in found.text
    assert "Neighbouring batches" in found.text


def test_silent_on_a_fixed_order_without_any_sorting():
    mixed = np.tile(np.resize([0.2, -0.2, 0.1, -0.15], 20), 15)
    found = observe(case(SIZES, train_loss_step=falling(2.0, 0.8, 300) + mixed + noise(300, 0.05)))
    assert found.strength < 0.05
    assert "rank correlation of +0.8" in found.text


def test_the_epoch_is_found_from_the_validations_too():
    pattern = np.tile(np.linspace(0.3, -0.3, 20), 15)
    steps = falling(2.0, 0.8, 300) + pattern + noise(300, 0.05)
    assert observe(case(train_loss_step=steps, val_loss=np.ones(15))).strength > 0.95


def test_silent_on_shuffled_batches_however_noisy():
    assert observe(case(SIZES, train_loss_step=falling(2.0, 0.8, 300) + noise(300, 0.2))).strength < 0.1


def test_silent_on_a_period_that_is_not_the_epoch():
    other = np.sin(2 * np.pi * np.arange(300) / 13.3)
    assert observe(case(SIZES, train_loss_step=2 + other)).strength < 0.2


def test_not_measured_without_steps_epochs_or_sizes():
    assert observe(case(SIZES, train_loss=np.ones(30))) is None
    assert observe(case(train_loss_step=np.ones(300))) is None
    assert observe(case(SIZES, train_loss_step=np.ones(50))) is None
    by_epoch = series("train_loss_step", np.ones(300), np.arange(300), "epoch")
    assert observe(case(SIZES, train_loss_step=by_epoch)) is None


def test_silent_on_a_loss_that_never_moves():
    assert observe(case(SIZES, train_loss_step=np.ones(300))).strength < 0.05
