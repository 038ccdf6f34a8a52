import numpy as np
import pytest

from engine.observe.measures import robust
from engine.observe.normal.spikes import Spike, _prolonged, spiky_loss
from tests.engine.cases import case, falling, noise
from tests.growth import assert_linear

STEPS = 600


def found(loss):
    return spiky_loss(case(train_loss_step=loss))


def level():
    return np.abs(1 + noise(STEPS, 0.05))


def test_spikes_with_their_bounds_and_tops():
    loss = level()
    loss[200:203] = 9.0, 12.0, 8.0
    loss[400] = 7.0

    assert found(loss).spikes == (Spike(200, 203, 12.0), Spike(400, 401, 7.0))


def test_points_in_the_wake_belong_to_a_spike():
    loss = level()
    loss[[200, 215, 230]] = 9.0

    assert found(loss).spikes == (Spike(200, 231, 9.0),)


def test_the_top_may_be_the_first_point_or_one_in_the_wake():
    first, later = level(), level()
    first[[200, 215, 230]] = 12.0, 9.0, 10.0
    later[[200, 215, 230]] = 9.0, 12.0, 10.0

    assert found(first).spikes == found(later).spikes == (Spike(200, 231, 12.0),)


def test_the_last_points_that_fill_no_block_are_searched():
    loss = np.append(level(), [1.0, 1.0, 9.0])

    assert [spike.start for spike in found(loss).spikes] == [STEPS + 2]


@pytest.mark.parametrize(
    "loss",
    [
        level(),
        falling(9.0, 0.5, STEPS, rate=60),
        np.random.default_rng(0).lognormal(0, 0.5, STEPS),
        np.zeros(STEPS),
        -level(),
    ],
)
def test_scatter_a_fast_beginning_and_losses_without_a_level_have_none(loss):
    assert found(loss).spikes == ()


def test_a_loss_by_epoch_or_a_short_one_is_not_searched():
    assert spiky_loss(case(train_loss=falling(2, 1))) is None
    assert found(level()[:50]) is None


def test_the_cost_is_linear():
    def call(size):
        loss = np.abs(1 + noise(size + 100, 0.05))
        loss[50 : size + 100 : 97] = 20.0
        run = case(train_loss_step=loss)
        return lambda: spiky_loss.__wrapped__(run)

    assert_linear(call)


def test_a_spike_that_goes_on_reads_only_its_new_points():
    """A spike without end would else be read again for each of its points."""
    values = np.array([99.0, 99.0, 7.0, 8.0, 99.0])

    assert _prolonged(Spike(0, 2, 5.0), values, 4) == Spike(0, 4, 8.0)
    assert _prolonged(Spike(0, 2, 9.0), values, 4) == Spike(0, 4, 9.0)


def test_a_long_loss_is_gone_through_in_blocks(monkeypatch):
    loss = level()
    loss[[200, 300, 399, 400]] = 9.0
    whole = found(loss).spikes
    monkeypatch.setattr(robust, "AT_ONCE", 100)

    assert found(loss).spikes == whole
    assert len(whole) == 3
