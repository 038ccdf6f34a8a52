import numpy as np
import pytest

from engine.observe.measures.windows import WINDOWS
from engine.observe.normal.windows import windows
from tests.engine.cases import case, falling, noise
from tests.growth import assert_linear


def test_means_and_spreads_of_ten_windows():
    loss = falling(2.0, 1.0, 1000, rate=3) + noise(1000, 0.2)
    cut = windows(case(train_loss_step=loss))

    assert cut.means.shape == (WINDOWS,)
    assert cut.spreads == pytest.approx((loss[:100].std(), loss[900:].std()))
    assert cut.first == pytest.approx(loss[:100].mean())
    assert cut.last == pytest.approx(loss[900:].mean())
    assert cut.falls >= 7
    assert cut.jumps == pytest.approx(0.2 / np.median(loss), rel=0.2)
    assert cut.error == pytest.approx(0.2 * 2**0.5 / 10, rel=0.3)


def test_a_level_loss_falls_at_half_of_the_changes():
    cut = windows(case(train_loss_step=1 + noise(2000, 0.1)))

    assert 2 <= cut.falls <= 7


def test_a_loss_by_epoch_or_a_short_one_has_no_windows():
    assert windows(case(train_loss=falling(2.0, 1.0, 40))) is None
    assert windows(case(train_loss_step=falling(2.0, 1.0, 50))) is None
    assert windows(case()) is None


def test_the_cost_is_linear():
    def call(size):
        run = case(train_loss_step=1 + noise(size + 100, 0.1))
        return lambda: windows.__wrapped__(run)

    assert_linear(call)
