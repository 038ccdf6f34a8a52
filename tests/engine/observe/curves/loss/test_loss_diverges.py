import numpy as np
import pytest

from engine.observe.curves.loss.loss_diverges import observe
from tests.engine.cases import case, falling, healthy, noise, series


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


BATCHES = [
    *(0.67, 1.06, 1.9, 0.8, 2.12, 1.3, 0.95, 1.5, 0.7, 1.8),
    *(1.1, 1.4, 2.0, 0.9, 1.2, 1.7, 0.85, 1.35, 1.6),
]


def test_batches_without_a_trend_do_not_diverge():
    steps = 50 * np.arange(19)
    assert observe(case(train_loss_step=series("train_loss_step", BATCHES, steps))).strength < 0.3
    assert observe(case(train_loss_step=1.2 + noise(200, 0.4))).strength < 0.3
    climbing = np.linspace(1, 9, 40) + noise(40, 0.4)
    assert observe(case(train_loss_step=climbing)).strength > 0.9


def test_a_validation_loss_alone_has_to_end_far_above_its_first_value():
    overfits = [2.3, 1.8, 2.1, 2.6, 3.0, 3.4]
    assert observe(case(val_loss=overfits)).strength < 0.3
    assert observe(case(val_loss=[2.3, 9.0, 40.0, 300.0, 900.0])).strength > 0.9


def test_the_losses_of_a_policy_are_not_judged():
    loss, reward = np.linspace(2, 40, 12), np.linspace(10, 200, 12)
    assert observe(case(train_loss=loss, reward=reward)) is None
    assert observe(case(train_loss=loss, episode_length=reward)) is None


def test_a_loss_of_both_signs_is_measured_by_its_range():
    dice = np.linspace(0.1, -0.45, 30) + noise(30, 0.01)
    assert observe(case(train_loss=dice)).strength < 0.05
    assert observe(case(train_loss=-dice)).strength > 0.9


@pytest.mark.parametrize("rows", [[0.52, 8123.4], [0.52, 12.1, 8123.4], [0.52, 0.4, 50.0]])
def test_two_or_three_rows_show_a_far_rise(rows):
    found = observe(case(train_loss=rows))

    assert found.strength > 0.95
    assert found.text.startswith(f"train_loss is {rows[-1]:.3g} at step {20 * len(rows)}, before")


@pytest.mark.parametrize(
    "rows",
    [
        [0.52, 1.9],
        [0.02, 0.05, 0.08],
        [0.5, 700.0, 0.4],
        [-1.0, 50.0],
        [0.0, 9.0],
    ],
)
def test_few_rows_rule_nothing_out_and_show_no_swing(rows):
    assert observe(case(train_loss=rows)) is None


@pytest.mark.parametrize("places", [[400, 400], [900, 150]])
def test_few_rows_that_may_be_of_two_runs_show_nothing(places):
    assert observe(case(train_loss=series("train_loss", [1e-7, 5000.0], places, "epoch"))) is None
    assert observe(case(train_loss=series("train_loss", [0.1, 50.0], [0, 1], "index"))) is None
