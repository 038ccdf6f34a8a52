import numpy as np

from engine.observe.normal.flat_diffusion_loss import read
from tests.engine.cases import case, falling, noisy

CONFIG = {"task": "generation", "model_kind": "diffusion"}
FLAT = noisy(falling(1.0, 0.3, 40, rate=30), 0.01)


def test_a_flat_loss_while_samples_get_better():
    found = read(case(CONFIG, train_loss=FLAT, val_fid=falling(90, 20, 40)))

    assert found.state == "holds"
    assert "val_fid goes from" in found.text


def test_a_loss_near_that_of_predicting_zero():
    found = read(case(CONFIG, train_loss=np.full(40, 0.95), val_fid=falling(90, 20, 40)))

    assert (found.state, found.beyond) == ("broken", "diffusion-schedule-error")


def test_a_loss_of_another_scale_is_compared_with_its_start():
    sums = 100 * FLAT

    assert read(case(CONFIG, train_loss=sums, fid=falling(90, 20, 40))).state == "holds"


def test_samples_that_get_worse():
    found = read(case(CONFIG, train_loss=FLAT, val_fid=falling(20, 90, 40)))

    assert (found.state, found.beyond) == ("broken", "diffusion-schedule-error")


def test_without_samples_it_is_left_open():
    assert read(case(CONFIG, train_loss=FLAT)).state == "not-measured"


def test_a_loss_that_still_falls_is_not_shown():
    assert read(case(CONFIG, train_loss=np.linspace(1.0, 0.1, 40))).state == "not-shown"


def test_other_models_are_not_measured():
    assert read(case(train_loss=FLAT, val_fid=falling(90, 20, 40))).state == "not-measured"
    assert read(case(CONFIG, train_loss=[1.0, 0.5, 0.4])).state == "not-measured"
