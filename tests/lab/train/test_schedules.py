from types import SimpleNamespace

import pytest

from lab.train.schedules import rate_at
from lab.train.setup import setup_of

NINETY_ROWS = SimpleNamespace(train_x=range(90))


def three_epochs(**values):
    """Nine steps, three an epoch."""
    return setup_of(NINETY_ROWS, epochs=3, batch_size=30, learning_rate=0.1, **values)


def test_the_rate_follows_schedule_and_warm_up():
    warming_up = three_epochs(warmup_steps=2)

    assert [rate_at(warming_up, step) for step in (0, 1, 5)] == pytest.approx([0.05, 0.1, 0.1])
    assert rate_at(three_epochs(schedule="linear"), 9) == pytest.approx(0.0)
    assert rate_at(three_epochs(rate_spikes=((5, 60.0),)), 5) == pytest.approx(6.0)


@pytest.mark.parametrize(
    ("schedule", "last"),
    [("cosine", 0.0), ("cosine_restarts", 0.1), ("step", 0.001), ("exponential", 0.0125)],
)
def test_each_schedule_ends_at_its_rate(schedule, last):
    assert rate_at(three_epochs(schedule=schedule), 9) == pytest.approx(last)


def test_an_unknown_schedule_has_no_rate():
    with pytest.raises(KeyError, match="sideways"):
        rate_at(three_epochs(schedule="sideways"), 0)
