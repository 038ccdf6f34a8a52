"""Overflows are counted against the steps; a scale that does not come back is another matter."""

import numpy as np
import pytest

from engine.observe.log.overflow import scale_is_lost, steps_of
from engine.observe.log.signatures import observe_log
from engine.run import Case, Series

APEX = "Gradient overflow.  Skipping step, loss scaler 0 reducing loss scale to {}"
DEEPSPEED = "[deepspeed] OVERFLOW! Rank 0 Skipping step. Attempted loss scale: 2, reducing to {}"
FAIRSEQ = "NOTE: gradient overflow detected, ignoring gradient, setting loss scale to: {}"


def curve(*steps, x_name="step"):
    x = np.array(steps, float)
    return {"train_loss": Series("train_loss", x, np.ones(len(x)), x_name)}


def state(case):
    found = {item.symptom: item.state for item in observe_log(case)}
    return found["log-gradient-overflow"]


@pytest.mark.parametrize(
    ("series", "lines", "steps"),
    [
        (curve(0, 50, 20_000), 400, 20_001),
        (curve(1, 2, 3, x_name="epoch"), 40, 40),
        (curve(7), 5, 5),
        (curve(-1e308, 1e308), 7, 7),
        ({}, 0, 0),
    ],
)
def test_steps_come_from_curves_over_steps_else_from_the_lines(series, lines, steps):
    assert steps_of(Case(series=series, log=("line",) * lines)) == steps


@pytest.mark.parametrize("text", [APEX, DEEPSPEED, FAIRSEQ])
def test_a_scale_of_one_or_less_is_lost(text):
    assert scale_is_lost([text.format(2.0), text.format(1.0)])
    assert scale_is_lost([text.format("0.5"), "step 3"])
    assert not scale_is_lost([text.format(1.0), text.format(4096.0)])


def test_without_a_scale_nothing_is_lost():
    assert not scale_is_lost(["the scale of the map is 1 to 500", "loss 0.3"])
    assert not scale_is_lost([])


def test_a_few_overflows_in_a_long_run_are_normal():
    lines = ("step done",) * 390 + (APEX.format(8192.0),) * 10

    assert state(Case(series=curve(0, 20_000), log=lines)) == "absent"


def test_an_overflow_in_each_fortieth_step_is_normal():
    """The scale of a run on many devices is probed upward often."""
    lines = (FAIRSEQ.format(64.0),) * 437

    assert state(Case(series=curve(0, 17_097), log=lines)) == "absent"


def test_an_overflow_in_each_other_step_is_not_normal():
    lines = ("step done", APEX.format(16.0)) * 100

    assert state(Case(log=lines)) == "seen"


def test_even_a_few_overflows_count_where_the_scale_is_lost():
    lines = (*("step done",) * 390, APEX.format(4.0), APEX.format(2.0), APEX.format(1.0))

    assert state(Case(series=curve(0, 20_000), log=lines)) == "seen"
