import numpy as np
import pytest

from engine.observe.normal.loss_scaler_calibration import read
from tests.engine.cases import case, falling, series

STEPS = 900
FIRST = 65536.0 / 2 ** np.arange(5)


def run(scale, **more):
    steps = series("loss_scale", scale, np.arange(1, len(scale) + 1))
    return case(loss_scale=steps, **{"train_loss_step": falling(2, 1, STEPS), **more})


def settled(level=4096.0):
    return np.concatenate([FIRST, np.full(STEPS - 5, level)])


def test_halvings_at_the_start():
    found = read(run(settled()))

    assert found.state == "holds"
    assert "is 4096 at its lowest" in found.text


def test_a_single_halving_once_per_interval():
    scale = settled()
    scale[400:] = 8192.0
    scale[401:] = 4096.0

    assert read(run(scale)).state == "holds"


def test_halvings_in_a_row_later_on():
    scale = settled()
    scale[400:402] = 2048.0, 1024.0
    found = read(run(scale))

    assert (found.state, found.beyond) == ("broken", "mixed-precision-overflow")


@pytest.mark.parametrize("level", [0.5, 0.0])
def test_a_scale_that_falls_below_1(level):
    assert read(run(settled(level))).state == "broken"


def test_many_halvings_later_on():
    scale = settled()
    scale[300::20] = 2048.0

    assert read(run(scale)).state == "broken"


def test_a_loss_that_is_not_finite():
    loss = falling(2, 1, STEPS)
    loss[500:] = np.nan
    found = read(run(settled(), train_loss_step=loss))

    assert (found.state, found.beyond) == ("broken", "nan-loss")


def test_a_low_scale_or_no_loss_is_left_open():
    assert read(run(settled(32.0))).state == "not-measured"
    assert read(case(loss_scale=settled())).state == "not-measured"


def test_a_constant_scale_is_not_shown():
    assert read(run(np.full(STEPS, 65536.0))).state == "not-shown"


def test_without_a_scale_nothing_is_measured():
    assert read(case(train_loss_step=falling(2, 1, STEPS))).state == "not-measured"
