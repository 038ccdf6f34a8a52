import numpy as np

from engine.observe.normal.overconfident_validation_loss import read
from tests.engine.cases import TEN_CLASSES, case, falling

EPOCHS = 30
CONFIG = {**TEN_CLASSES, "n_val": 2000.0}
TURNING = np.concatenate([falling(2.3, 0.5, 10), np.linspace(0.5, 1.2, 20)])
HOLDING = np.concatenate([1 - falling(0.9, 0.15, 10), np.full(20, 0.85)])


def run(score=HOLDING, config=CONFIG, **more):
    curves = {"train_loss": falling(2.3, 0.01, EPOCHS), "val_loss": TURNING, "val_accuracy": score}
    return case(config, **{**curves, **more})


def test_a_loss_that_climbs_while_the_score_holds():
    found = read(run())

    assert found.state == "holds"
    assert "0.850 at best" in found.text


def test_a_score_that_falls():
    falls = np.concatenate([HOLDING[:10], np.linspace(0.85, 0.7, 20)])
    found = read(run(falls))

    assert (found.state, found.beyond) == ("broken", "overfitting")


def test_a_fall_within_the_scatter_of_few_examples_is_left_open():
    falls = np.concatenate([HOLDING[:10], np.linspace(0.85, 0.78, 20)])

    assert read(run(falls, {**TEN_CLASSES, "n_val": 40.0})).state == "not-measured"


def test_a_score_that_stalls_far_below_training_is_left_open():
    train = 1 - falling(0.9, 0.0, EPOCHS)

    assert read(run(HOLDING - 0.3, train_accuracy=train)).state == "not-measured"


def test_probabilities_that_are_scored_and_get_worse():
    found = read(run(val_ece=np.linspace(0.02, 0.15, EPOCHS)))

    assert (found.state, found.beyond) == ("broken", "miscalibration")


def test_a_training_loss_that_rises_too_is_left_open():
    assert read(run(train_loss=TURNING)).state == "not-measured"


def test_a_loss_that_stays_down_is_not_shown():
    assert read(run(val_loss=falling(2.3, 0.5, EPOCHS))).state == "not-shown"


def test_without_a_score_nothing_is_measured():
    assert read(case(CONFIG, val_loss=TURNING)).state == "not-measured"
