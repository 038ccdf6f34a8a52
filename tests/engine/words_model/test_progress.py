import pytest

from engine.words_model import progress
from engine.words_model.progress import SECONDS, watched


@pytest.fixture
def clock(monkeypatch):
    """Seconds that the clock shows, one after another."""
    times = []
    monkeypatch.setattr(progress.time, "monotonic", lambda: times.pop(0))
    return times


def test_every_step_is_yielded_in_order():
    assert list(watched(range(5), "Counting", print)) == [0, 1, 2, 3, 4]


def test_slow_steps_are_reported(clock):
    clock += [0.0, 0.0, SECONDS, 2 * SECONDS]
    lines = []

    list(watched(range(3), "Counting", lines.append))

    assert lines == ["Counting: 1 of 3", "Counting: 2 of 3"]


def test_fast_steps_stay_silent(clock):
    clock += [0.0, 0.0, SECONDS / 2, SECONDS * 0.99]
    lines = []

    list(watched(range(3), "Counting", lines.append))

    assert lines == []
