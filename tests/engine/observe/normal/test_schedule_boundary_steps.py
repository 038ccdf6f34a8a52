import numpy as np

from engine.observe.normal.schedule_boundary_steps import read
from tests.engine.cases import case, falling

EPOCHS = 24
RATES = np.repeat([0.1, 0.01, 0.001], 8)
LOSS = np.concatenate([falling(0.8, 0.5, 8), falling(0.38, 0.35, 8), falling(0.3, 0.29, 8)])
STEPS = {"schedule": "multistep"}


def test_drops_where_the_rate_is_cut():
    found = read(case(STEPS, train_loss=LOSS, lr=RATES))

    assert found.state == "holds"
    assert "0.1 to 0.01" in found.text


def test_a_rate_that_is_back_without_a_restart():
    rates = np.concatenate([RATES[:12], np.full(12, 0.1)])
    loss = np.concatenate([LOSS[:12], np.full(12, 0.5)])

    found = read(case(STEPS, train_loss=loss, lr=rates))
    assert (found.state, found.beyond) == ("broken", "checkpoint-resume-bug")
    assert read(case(train_loss=loss, lr=rates)).state == "not-measured"


def test_cycles_that_each_end_lower():
    rates = np.tile([0.1, 0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01], 3)
    cycle = np.array([0.9, 0.8, 0.8, 0.8, 0.8, 0.5, 0.4, 0.4])
    loss = np.concatenate([cycle, 0.8 * cycle, 0.7 * cycle])
    restarts = {"schedule": "cosine_with_restarts"}

    assert read(case(restarts, train_loss=loss, lr=rates)).state == "holds"


def test_a_stage_that_ends_higher():
    loss = np.concatenate([LOSS[:8], np.full(8, 0.7), np.full(8, 0.75)])
    found = read(case(STEPS, train_loss=loss, lr=RATES))

    assert (found.state, found.beyond) == ("broken", "bad-lr-schedule")


def test_a_jump_without_a_boundary():
    loss = np.concatenate([LOSS[:8], LOSS[8:12], LOSS[12:] + 2.0])
    found = read(case(STEPS, train_loss=loss, lr=RATES))

    assert (found.state, found.beyond) == ("broken", "loss-spikes")


def test_a_warm_up_is_no_restart():
    rates = np.concatenate([[1e-4, 1e-4, 1e-4, 1e-3, 1e-2], np.full(EPOCHS - 5, 0.1)])

    assert read(case(STEPS, train_loss=falling(0.8, 0.3, EPOCHS), lr=rates)).state == "not-shown"


def test_a_constant_rate_or_an_unmoved_loss_is_not_shown():
    flat = np.full(EPOCHS, 0.1)

    assert read(case(train_loss=LOSS, lr=flat)).state == "not-shown"
    assert read(case(STEPS, train_loss=flat, lr=RATES)).state == "not-shown"


def test_without_a_rate_nothing_is_measured():
    assert read(case(train_loss=LOSS)).state == "not-measured"
    assert read(case(train_loss=LOSS[:6], lr=RATES[:6])).state == "not-measured"
