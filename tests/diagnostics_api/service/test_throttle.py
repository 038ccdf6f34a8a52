import pytest
from django.test import RequestFactory

from diagnostics_api.service.throttle import DiagnosisThrottle

pytestmark = pytest.mark.django_db


def allowed(address="10.0.0.1"):
    request = RequestFactory().post("/x/", REMOTE_ADDR=address)
    return DiagnosisThrottle().allow_request(request)


def test_each_address_has_its_own_count(settings):
    settings.DIAGNOSIS_RATE = "1/day"

    assert [allowed(), allowed(), allowed("10.0.0.2")] == [True, False, True]


def test_an_empty_rate_sets_no_limit_and_counts_nothing(settings, django_assert_num_queries):
    settings.DIAGNOSIS_RATE = ""

    with django_assert_num_queries(0):
        assert all(allowed() for _ in range(5))


def test_a_refused_client_is_told_how_long_to_wait(settings):
    settings.DIAGNOSIS_RATE = "1/hour"
    allowed()
    throttle = DiagnosisThrottle()

    assert not throttle.allow_request(RequestFactory().post("/x/", REMOTE_ADDR="10.0.0.1"))
    assert 3500 < throttle.wait() <= 3600
