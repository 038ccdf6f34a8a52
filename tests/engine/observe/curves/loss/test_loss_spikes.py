import numpy as np
import pytest

from engine.observe.curves.loss import loss_spikes
from engine.observe.curves.loss.loss_spikes import observe
from engine.observe.measures import robust
from tests.engine.cases import case, falling, healthy, noise, noisy


def spiked(points, at, height, size=0.1):
    loss = noisy(falling(2.0, 0.3, points), size)
    loss[at] += height
    return loss


def test_one_step_far_above_its_neighbours():
    found = observe(case(train_loss_step=spiked(300, 150, 20.0)))
    assert found.strength > 0.9
    assert (found.span.start, found.span.end) == (149, 151)
    assert found.span.start < 150 < found.span.end


def test_one_epoch_far_above_its_neighbours():
    found = observe(case(train_loss=spiked(30, 20, 3.0, 0.02)))
    assert found.strength > 0.9
    assert found.span.series == "train_loss"


def test_silent_on_noisy_batches():
    rng = np.random.default_rng(0)
    heavy_tailed = falling(1.0, 0.3, 400) * rng.gamma(1.0, 1.0, 400)
    assert observe(case(train_loss_step=heavy_tailed)).strength < 0.3


def test_silent_on_a_fast_beginning_and_on_a_jump_near_zero():
    assert observe(case(train_loss_step=noisy(falling(9.0, 0.3, 300, rate=80), 0.1))).strength < 0.1
    near_zero = np.concatenate([[1.0, 0.1], np.full(40, 1e-5)])
    near_zero[20] = 1e-3
    assert observe(case(train_loss=near_zero)).strength < 0.05


def test_silent_when_the_loss_stays_up_at_the_end():
    assert observe(case(train_loss=[*falling(2.0, 0.3, 20), 9.0])).strength < 0.2


def test_not_measured_with_few_points():
    assert observe(case(train_loss=[1.0, 9.0, 1.0])) is None
    assert observe(healthy()) is not None


def test_a_loss_of_both_signs_is_measured_by_its_range():
    dice = np.linspace(0.1, -0.45, 200) + noise(200, 0.01)
    assert observe(case(train_loss_step=dice)).strength < 0.05
    dice[120] = 6.0
    assert observe(case(train_loss_step=dice)).strength > 0.9


def test_three_spikes_among_fifty_epochs_do_not_hide_each_other():
    loss = spiked(50, 20, 3.0, 0.02)
    loss[[30, 40]] += 3.0
    assert observe(case(train_loss=loss)).strength > 0.9


def test_silent_where_the_loss_comes_down_along_a_curve_again():
    anew = [*falling(2.0, 0.03, 18), *falling(2.2, 0.03, 16)]
    assert observe(case(train_loss=anew)).strength < 0.1


@pytest.mark.parametrize("at", [20, 149, 150, 151, 298])
def test_a_long_loss_is_gone_through_in_blocks(monkeypatch, at):
    loss = spiked(300, at, 20.0)
    whole = observe(case(train_loss_step=loss))
    monkeypatch.setattr(robust, "AT_ONCE", 50)

    assert observe(case(train_loss_step=loss)) == whole


def test_every_few_deviations_are_those_of_all(monkeypatch):
    loss = noise(121, 1.0)
    level = np.zeros(121)
    above = loss.copy()
    above[:7] = 0
    above[-1] = min(above[-1], 0)
    monkeypatch.setattr(loss_spikes, "distance_of_few", lambda _: 5)
    monkeypatch.setattr(loss_spikes, "every_few", lambda values: values[::5])

    assert loss_spikes._deviations(loss, level).tolist() == np.abs(above[::5]).tolist()
