import pytest

from web.limits import memory
from web.limits.count import Count


@pytest.fixture(autouse=True)
def _empty():
    memory.forget()
    yield
    memory.forget()


def test_a_period_begins_with_its_first_request():
    counts = [memory.add("a", 60, now) for now in (0.0, 1.0, 59.0, 60.0)]

    assert counts == [Count(1, 0.0), Count(2, 0.0), Count(3, 0.0), Count(1, 60.0)]


def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(memory, "MOST_KEYS", 2)
    for key in "abc":
        memory.add(key, 60, 0.0)

    assert memory.add("a", 60, 1.0).times == 1  # the first was forgotten
    assert memory.add("c", 60, 1.0).times == 2
