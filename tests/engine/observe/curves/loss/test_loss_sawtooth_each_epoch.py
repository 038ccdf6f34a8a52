import numpy as np
import pytest

from engine.observe.curves.loss.loss_sawtooth_each_epoch import observe
from tests.engine.cases import case, falling, noise, series
from tests.engine.read.short import read
from tests.memory import peak_of

SIZES = {"n_train": 400.0, "batch_size": 20.0}  # 20 steps per epoch


def test_sorted_data_in_which_alike_batches_follow_each_other():
    pattern = np.tile(np.repeat([0.2, -0.3, 0.25, -0.1], 5), 15)
    found = observe(
        case(SIZES, train_loss_step=falling(2.0, 0.8, 300) + pattern + noise(300, 0.05))
    )
    assert found.strength > 0.9
    assert "rank correlation of +0.8" in found.text
    assert "Neighboring batches" in found.text


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
    assert (
        observe(case(SIZES, train_loss_step=falling(2.0, 0.8, 300) + noise(300, 0.2))).strength
        < 0.1
    )


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


@pytest.mark.parametrize("last", [1e7, 2e8, 1.7e9, 1e15])
def test_one_huge_step_is_not_measured_and_takes_no_memory(last):
    metrics = {"step": [*range(19), last], "train_loss_step": list(range(20))}
    run = read(metrics=metrics, config={"n_train": 1000, "batch_size": 10})

    peak = peak_of(lambda: observe(run))

    assert observe(run) is None
    assert peak < 200_000


@pytest.mark.parametrize("points", [2_000, 8_000])
def test_memory_grows_with_the_points_and_not_with_the_gaps(points):
    steps = np.cumsum(np.where(np.arange(points) % 10 == 9, 1000, 1))
    gaps = case(SIZES, train_loss_step=series("train_loss_step", noise(points, 1.0), steps))
    whole = case(SIZES, train_loss_step=noise(points, 1.0))

    assert observe(gaps) is None
    assert peak_of(lambda: observe(gaps)) < 200 * points + 50_000
    assert observe(whole) is not None
    assert peak_of(lambda: observe(whole)) < 400 * points + 50_000


@pytest.mark.parametrize(
    "sizes", [{"n_train": -400.0, "batch_size": 20.0}, {"n_train": 1e308, "batch_size": 1.0}]
)
def test_an_epoch_of_no_length_or_beyond_the_run_is_not_measured(sizes):
    assert observe(case(sizes, train_loss_step=noise(300, 1.0))) is None


@pytest.mark.parametrize(
    "steps", [[-1e308, *[1e308] * 19], [0, 1e308, -1e308] * 6 + [0, 1], [5] * 20]
)
def test_steps_whose_distances_overflow_or_vanish_are_not_measured(steps):
    loss = series("train_loss_step", np.arange(20), steps)

    with np.errstate(over="ignore", invalid="ignore"):
        assert observe(case(SIZES, train_loss_step=loss)) is None


def test_validations_at_one_step_give_no_epoch():
    at_one_step = series("val_loss", np.ones(5), np.full(5, 7.0))

    assert observe(case(train_loss_step=noise(300, 1.0), val_loss=at_one_step)) is None


def test_a_few_steps_missing_from_the_log_are_bridged():
    kept = np.delete(np.arange(300), np.s_[120:150])
    pattern = np.tile(np.repeat([0.2, -0.3, 0.25, -0.1], 5), 15) + noise(300, 0.02)
    loss = series("train_loss_step", (falling(2.0, 0.8, 300) + pattern)[kept], kept)

    assert observe(case(SIZES, train_loss_step=loss)).strength > 0.5
