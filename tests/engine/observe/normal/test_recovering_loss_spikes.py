import numpy as np
import pytest

from engine.observe.normal.recovering_loss_spikes import read
from tests.engine.cases import case, falling, noise
from tests.growth import assert_linear

STEPS = 1000


def loss_with(*spikes, shift=0.0, width=4):
    loss = np.abs(falling(3.0, 1.0, STEPS, rate=20) + noise(STEPS, 0.05))
    for at in spikes:
        loss[at : at + width] = 9.0
        loss[at + width :] += shift
    return case(train_loss_step=loss)


def test_spikes_that_come_back():
    found = read(loss_with(400, 700))

    assert found.state == "holds"
    assert "2 spikes" in found.text


def test_a_level_that_stays_higher():
    found = read(loss_with(400, 700, shift=0.3))

    assert (found.state, found.beyond) == ("broken", "loss-spikes")


def test_a_spike_before_the_return_from_another():
    found = read(loss_with(400, 440))

    assert (found.state, found.beyond) == ("broken", "loss-spikes")


def test_a_loss_that_does_not_come_back():
    loss = np.abs(falling(3.0, 1.0, STEPS, rate=20) + noise(STEPS, 0.05))
    loss[400:404] = 9.0
    loss[420:] = np.linspace(1.0, 8.0, STEPS - 420)
    found = read(case(train_loss_step=loss))

    assert (found.state, found.beyond) == ("broken", "loss-divergence")


def test_long_spikes_are_left_open():
    loss = np.abs(1 + noise(STEPS, 0.05))
    for at in range(150, 900, 100):
        loss[at : at + 5] = 9.0

    assert read(case(train_loss_step=loss)).state == "not-measured"


def test_a_spike_at_the_end_is_left_open():
    assert read(loss_with(990)).state == "not-measured"


def test_noise_is_no_spike():
    assert read(loss_with()).state == "not-shown"
    heavy = np.random.default_rng(0).lognormal(0, 0.5, STEPS)
    assert read(case(train_loss_step=heavy)).state == "not-shown"


@pytest.mark.parametrize("curves", [{"train_loss": falling(2, 1)}, {}])
def test_without_single_steps_nothing_is_measured(curves):
    assert read(case(**curves)).state == "not-measured"


def test_the_cost_is_linear():
    def call(size):
        loss = np.abs(1 + noise(size + 100, 0.05))
        loss[50 : size + 100 : 97] = 20.0
        return lambda: read(case(train_loss_step=loss))

    assert_linear(call, ceiling=60e-6)
