import random

import pytest

from lab.train.sabotage import batches, settings
from tests.lab.train.make import healthy_setup


def test_the_rate_is_multiplied_within_its_bounds():
    setup = healthy_setup(learning_rate=0.01)
    rates = []
    for seed in range(20):
        faulty = settings.rate_times(30, 150)(setup, random.Random(seed))
        rates.append(faulty.optimization.learning_rate)

    assert 0.3 <= min(rates) < max(rates) <= 1.5


def test_a_setting_that_does_not_exist_is_refused():
    with pytest.raises(TypeError, match="zero_gard"):
        settings.setting(zero_gard=False)(healthy_setup(), random.Random(0))


def test_bad_batches_lie_in_the_middle_of_the_run():
    setup = batches.bad_batches(healthy_setup(), random.Random(0))
    steps = [step for step, _ in setup.defects.glitches]

    assert len(steps) == 6
    assert 0.25 * setup.steps < min(steps) < max(steps) < 0.75 * setup.steps
