import math
import random

import pytest

from lab.train.sabotage import batches
from tests.lab.train.make import small_setup


def setup_of(**values):
    return small_setup(epochs=20, **values)


@pytest.mark.parametrize("seed", range(5))
def test_bad_batches_are_two_stretches_inside_the_run(seed):
    setup = batches.bad_batches(setup_of(), random.Random(seed))
    steps = [step for step, _ in setup.defects.glitches]

    assert len(steps) == len(set(steps)) == 2 * batches.STRETCH
    assert 0 < min(steps) < max(steps) < setup.steps
    assert {factor for _, factor in setup.defects.glitches} <= {30.0, 80.0}


def test_the_rate_jumps_at_two_steps_in_a_row():
    (first, factor), (second, _) = batches.rate_jumps(
        setup_of(), random.Random(1)
    ).defects.rate_spikes

    assert second == first + 1
    assert factor == batches.RATE_FACTOR


def test_one_batch_is_no_number():
    ((step, factor),) = batches.not_a_number(setup_of(), random.Random(1)).defects.glitches

    assert 0 < step < 60
    assert math.isnan(factor)


def test_the_sound_setup_is_left_alone():
    sound = setup_of()
    batches.bad_batches(sound, random.Random(1))

    assert sound.defects.glitches == ()
