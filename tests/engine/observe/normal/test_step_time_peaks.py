import numpy as np

from engine.observe.normal.step_time_peaks import read
from tests.engine.cases import case, noise, series

STEPS = 600
EVALUATED = np.array([200.0, 400.0, 600.0])


def run(slow, drift=0.0, evaluated=EVALUATED, **more):
    time = 0.1 + np.linspace(0, drift, STEPS) + noise(STEPS, 0.001)
    time[list(slow)] = 2.0
    steps = np.arange(1.0, STEPS + 1)
    curves = {"step_time_step": series("step_time_step", time, steps), **more}
    if evaluated is not None:
        curves["val_loss"] = series("val_loss", np.ones(len(evaluated)), evaluated)
    return case(**curves)


def test_peaks_at_the_start_and_at_evaluations():
    found = read(run([0, 1, 7, 199, 399, 400]))

    assert found.state == "holds"
    assert "0 of them" in found.text


def test_peaks_at_other_places():
    found = read(run([0, 123, 301, 477]))

    assert (found.state, found.beyond) == ("broken", "recompilation-storm")


def test_steps_that_get_slower():
    found = read(run([0, 1], drift=0.05))
    assert (found.state, found.beyond) == ("broken", "thermal-throttling")

    assert read(run([0, 1], drift=0.009)).state == "not-measured"


def test_steps_that_wait_for_data():
    found = read(run([0, 1], data_time=np.full(STEPS, 0.08)))

    assert (found.state, found.beyond) == ("broken", "input-bottleneck")


def test_without_evaluations_other_peaks_are_left_open():
    assert read(run([0, 123], evaluated=None)).state == "not-measured"


def test_level_steps_are_not_shown():
    assert read(run([])).state == "not-shown"


def test_few_steps_or_epochs_are_not_measured():
    assert read(case(step_time=[1.0, 0.1, 0.1])).state == "not-measured"
    epochs = series("step_time", np.full(200, 0.1), np.arange(200.0), "epoch")
    assert read(case(step_time=epochs)).state == "not-measured"
