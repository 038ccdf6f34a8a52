import pytest

from engine.rank.weights import WEIGHTS
from engine.scales import CERTAIN, EVOKING, FREQUENCY, PREVALENCE, RULED_OUT, is_seen


@pytest.mark.parametrize(("scale", "steps"), [(FREQUENCY, range(1, 6)), (EVOKING, range(6))])
def test_steps_are_worth_more_and_more(scale, steps):
    worths = [scale[step].worth for step in steps]

    assert list(scale) == list(steps)
    assert worths == sorted(set(worths))
    assert len({step.word for step in scale.values()}) == len(worths)


def test_frequencies_are_probabilities():
    assert all(0 < step.worth < 1 for step in FREQUENCY.values())
    assert all(weight > 0 for weight in PREVALENCE.values())


def test_half_is_seen_and_less_is_not():
    assert is_seen(0.5)
    assert not is_seen(0.499)
    assert is_seen(CERTAIN)
    assert not is_seen(RULED_OUT)


def test_priors_leave_room_for_failures():
    assert WEIGHTS.prior_healthy_run + WEIGHTS.prior_something_else < 1
    assert WEIGHTS.prior_healthy_told < WEIGHTS.prior_healthy_run
