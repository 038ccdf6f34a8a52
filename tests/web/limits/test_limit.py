import pytest
from django.db import OperationalError
from django.test import RequestFactory
from redis.exceptions import RedisError

from web.limits import database, memory, shared_cache
from web.limits.limit import Limit, limit_of

NOW = 1_800_000_000.0
TWO_A_MINUTE = Limit("test", 2, 60)


@pytest.fixture(autouse=True)
def _empty():
    memory.forget()


def ask(address="192.0.2.1"):
    return RequestFactory().get("/", REMOTE_ADDR=address)


@pytest.mark.parametrize(
    ("rate", "times", "seconds"), [("2/s", 2, 1), ("60/min", 60, 60), ("5/hour", 5, 3600)]
)
def test_rates(rate, times, seconds):
    assert limit_of("a", rate) == Limit("a", times, seconds)


@pytest.mark.parametrize("rate", ["60", "0/min", "60 per minute", "60/fortnight", "60/min\n"])
def test_a_rate_that_is_none_names_itself(rate):
    with pytest.raises(ValueError, match="not a rate such as 60/min"):
        limit_of("a", rate)


@pytest.mark.django_db
def test_the_wait_ends_with_the_period():
    waits = [TWO_A_MINUTE.seconds_to_wait(ask(), NOW + second) for second in (0, 1, 20, 60)]

    assert waits == [0, 0, 40, 0]


@pytest.mark.django_db
def test_a_network_of_ipv6_has_one_count():
    waits = [TWO_A_MINUTE.seconds_to_wait(ask(f"2001:db8::{n}"), NOW) for n in range(1, 4)]

    assert waits == [0, 0, 60]
    assert TWO_A_MINUTE.seconds_to_wait(ask("2001:db8:0:1::1"), NOW) == 0


def fail_with(error):
    def fail(*_):
        raise error

    return fail


@pytest.mark.django_db
def test_without_the_cache_the_database_counts(settings, monkeypatch, caplog):
    settings.HAS_SHARED_CACHE = True
    monkeypatch.setattr(shared_cache, "add", fail_with(RedisError("down")))

    waits = [TWO_A_MINUTE.seconds_to_wait(ask(), NOW) for _ in range(3)]

    assert waits == [0, 0, 60]
    assert "not counted in the cache: down" in caplog.text


def test_without_either_the_process_counts(settings, monkeypatch, caplog):
    settings.HAS_SHARED_CACHE = True
    monkeypatch.setattr(shared_cache, "add", fail_with(RedisError("down")))
    monkeypatch.setattr(database, "add", fail_with(OperationalError("away")))

    waits = [TWO_A_MINUTE.seconds_to_wait(ask(), NOW) for _ in range(3)]

    assert waits == [0, 0, 60]
    assert "not counted in the database: away" in caplog.text
