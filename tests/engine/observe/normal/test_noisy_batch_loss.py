import numpy as np

from engine.observe.normal.noisy_batch_loss import read
from tests.engine.cases import case, falling, noise

STEPS = 1000
FALLING = falling(1.0, 0.4, STEPS, rate=2)


def test_jumps_of_single_steps_while_the_means_fall():
    found = read(case(train_loss_step=np.abs(FALLING + noise(STEPS, 0.2))))

    assert found.state == "holds"
    assert "of 9 changes" in found.text


def test_means_that_rise():
    rising = FALLING[::-1]
    found = read(case(train_loss_step=np.abs(rising + noise(STEPS, 0.2))))

    assert (found.state, found.beyond) == ("broken", "learning-rate-too-high")


def test_a_value_far_above_all_other_jumps():
    loss = np.abs(FALLING + noise(STEPS, 0.1))
    loss[500:503] = 30.0
    loss[503:700] += 1.0
    found = read(case(train_loss_step=loss))

    assert (found.state, found.beyond) == ("broken", "loss-spikes")


def test_a_spike_that_comes_back_breaks_nothing():
    loss = np.abs(FALLING + noise(STEPS, 0.2))
    loss[700] = 30.0

    assert read(case(train_loss_step=loss)).state == "holds"


def test_level_means_are_left_open():
    assert read(case(train_loss_step=np.abs(1 + noise(STEPS, 0.3)))).state == "not-measured"


def test_a_smooth_loss_is_not_shown():
    assert read(case(train_loss_step=FALLING)).state == "not-shown"


def test_a_loss_by_epoch_is_not_measured():
    assert read(case(train_loss=falling(1.0, 0.4))).state == "not-measured"
