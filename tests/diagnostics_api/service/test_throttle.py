import pytest
from django.test import RequestFactory
from redis.exceptions import RedisError

from diagnostics_api.service.throttle import DiagnosisThrottle


def allowed(address="10.0.0.1"):
    request = RequestFactory().post("/x/", REMOTE_ADDR=address)
    return DiagnosisThrottle().allow_request(request, None)


def test_each_address_has_its_own_count(settings):
    settings.DIAGNOSIS_RATE = "1/min"

    assert [allowed(), allowed(), allowed("10.0.0.2")] == [True, False, True]


def test_an_empty_rate_sets_no_limit(settings):
    settings.DIAGNOSIS_RATE = ""

    assert all(allowed() for _ in range(5))


def test_without_the_cache_everybody_is_answered(settings, monkeypatch, caplog):
    settings.DIAGNOSIS_RATE = "1/min"

    def fail(*_):
        raise RedisError("down")

    monkeypatch.setattr(DiagnosisThrottle.cache, "get", fail)

    assert [allowed(), allowed()] == [True, True]
    assert "not counted" in caplog.text


@pytest.mark.parametrize("rate", ["2/s", "3/hour"])
def test_the_rate_is_that_of_the_settings(settings, rate):
    settings.DIAGNOSIS_RATE = rate

    assert DiagnosisThrottle().get_rate() == rate
