import pytest
from django.core.cache import cache

from web.limits import shared_cache
from web.limits.count import Count


@pytest.fixture(autouse=True)
def _empty():
    cache.clear()
    yield
    cache.clear()


def test_a_period_begins_with_its_first_request():
    counts = [shared_cache.add("a", 60, now) for now in (5.0, 6.0, 64.0)]

    assert counts == [Count(1, 5.0), Count(2, 5.0), Count(3, 5.0)]


def test_each_key_has_its_own_count():
    assert shared_cache.add("a", 60, 0.0).times == 1
    assert shared_cache.add("b", 60, 0.0).times == 1


def test_a_period_that_ends_in_between_counts_as_begun(monkeypatch):
    def gone(_):
        raise ValueError("Key not found")

    monkeypatch.setattr(cache, "incr", gone)

    assert shared_cache.add("a", 60, 0.0).times == 1
