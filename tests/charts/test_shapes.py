import math

import pytest

from charts.shapes import (
    GRID,
    added,
    bump,
    climbs_out,
    curve,
    decay,
    flat,
    line,
    logistic,
    ramp,
    sawtooth,
    step,
    turns_nan,
    up_to,
    wobble,
)


def test_a_decay_goes_from_its_start_toward_its_end():
    shape = decay(0.9, 0.1, 50)

    assert shape(0) == pytest.approx(0.9)
    assert shape(1) == pytest.approx(0.1)


@pytest.mark.parametrize("phase", [0.0, 0.7, 2.0])
def test_a_wobble_stays_within_its_size(phase):
    shape = wobble(0.2, phase)

    assert max(abs(shape(x)) for x in GRID) <= 0.2


@pytest.mark.parametrize(
    ("shape", "before", "after"),
    [
        (step(0.5, 0.3), 0.0, 0.3),
        (bump(0.5, 0.3, 0.1), 0.0, 0.3),
        (ramp(0.4, 3.0), 0.0, 0.3),
        (line(0.1, 0.4), 0.1, 0.3),
        (flat(0.3), 0.3, 0.3),
    ],
)
def test_a_shape_has_its_heights_at_the_start_and_at_half_time(shape, before, after):
    assert shape(0) == pytest.approx(before)
    assert shape(0.5) == pytest.approx(after)


def test_a_logistic_curve_is_half_way_at_its_middle():
    assert logistic(0.5, 0.9, 0.3)(0.5) == pytest.approx(0.6)


def test_a_sawtooth_jumps_back_at_each_tooth():
    shape = sawtooth(2, 0.2)

    assert shape(0.5) == pytest.approx(shape(0.0)) == pytest.approx(0.1)
    assert shape(0.499) == pytest.approx(-0.1, abs=1e-3)


def test_shapes_add_up_and_nothing_adds_up_to_zero():
    assert added(flat(0.2), flat(0.3))(0.5) == pytest.approx(0.5)
    assert added()(0.5) == 0


def test_a_curve_ends_before_its_first_point_that_is_too_high():
    whole = curve("training", "train", climbs_out)
    cut = up_to(1.0, whole)

    assert max(cut.y) <= 1.0
    assert len(cut.x) == len(cut.y) < len(whole.y)


def test_a_curve_that_starts_too_high_is_empty():
    assert up_to(0.1, curve("training", "train", flat(0.5))).y == ()


def test_the_loss_that_turns_nan_never_comes_back():
    assert math.isfinite(turns_nan(0.63))
    assert all(math.isnan(turns_nan(x)) for x in (0.64, 0.8, 1.0))
