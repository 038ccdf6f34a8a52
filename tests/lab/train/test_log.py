from dataclasses import replace

import pytest

from lab.train import datasets
from lab.train.log import STEP_POINTS, Log
from lab.train.step import Stepper
from tests.lab.train.make import small_setup

TOTALS = {
    "loss": 45.0,
    "hits": 30.0,
    "grad_norm": 6.0,
    "step_time": 0.3,
    "data_time": 0.03,
    "update_ratio": 0.006,
    "layer 0": 3.0,
    "steps": 3,
}


def log_of(setup):
    return Log(setup, Stepper(setup))


def logged(epoch=1, rows=90, **values):
    setup = small_setup(**values)
    log = log_of(setup)
    log.stepper.done = 3
    log.add_epoch(epoch, setup.data, TOTALS, rows)
    return log.finished()


def test_sums_become_means_over_rows_and_steps():
    metrics = logged(level="full")

    assert metrics["train_loss"] == [0.5]
    assert metrics["train_accuracy"] == [pytest.approx(1 / 3)]
    assert metrics["grad_norm"] == [2.0]
    assert metrics["grad_norm_by_layer"] == {"0": [1.0]}


def test_the_basic_level_logs_no_norms_and_no_times():
    assert not {"grad_norm", "step_time", "grad_norm_by_layer"} & set(logged(level="basic"))


@pytest.mark.parametrize(
    ("maker", "present", "absent"),
    [
        (datasets.clusters, "val_accuracy", "val_r2"),
        (datasets.sine, "val_r2", "val_accuracy"),
    ],
)
def test_the_task_decides_the_score(maker, present, absent):
    metrics = logged(maker=maker, level="medium")

    assert present in metrics
    assert absent not in metrics


def test_the_test_set_is_scored_only_when_asked():
    assert "test_accuracy" in logged(log_test=True)
    assert "test_accuracy" not in logged()


def test_two_tasks_have_a_score_each_and_no_training_accuracy():
    setup = small_setup(epochs=4)
    log = log_of(replace(setup, second=setup.data))
    log.stepper.done = 6
    for epoch in (2, 3):
        log.add_epoch(epoch, setup.data, TOTALS, 90)
    metrics = log.finished()

    assert metrics["task"] == [0, 1]
    assert metrics["task_a_accuracy"] == metrics["task_b_accuracy"]
    assert "train_accuracy" not in metrics


def test_long_curves_per_step_are_thinned():
    log = log_of(small_setup(level="full"))
    steps = 3 * STEP_POINTS - 1
    for step in range(steps):
        log.add_step({"loss": float(step), "grad_norm": 1.0})
    log.stepper.done = steps
    curve = log.finished()["train_loss_step"]

    assert len(curve["x"]) == len(curve["y"]) <= STEP_POINTS
    assert curve["y"] == [float(step) for step in curve["x"]]


def test_a_step_without_a_loss_is_refused():
    with pytest.raises(KeyError):
        log_of(small_setup()).add_step({"grad_norm": 1.0})


def test_an_unknown_level_is_refused_at_the_end():
    with pytest.raises(KeyError):
        logged(level="chatty")
