import pytest
from django.core.exceptions import ImproperlyConfigured

from operations.metrics.switches import metrics_bind, metrics_token


@pytest.mark.parametrize("value", ["", "127.0.0.1:9100", "[::1]:9100", "metrics.internal:80"])
def test_addresses(value):
    assert metrics_bind(value) == value


@pytest.mark.parametrize("value", ["9100", ":9100", "host:", "host:70000", "host:0", "a b:1"])
def test_address_that_is_none_names_itself(value):
    with pytest.raises(ImproperlyConfigured, match="METRICS_BIND must be host:port"):
        metrics_bind(value)


def test_short_token_is_refused_and_not_shown():
    with pytest.raises(ImproperlyConfigured, match="at least 20 characters") as raised:
        metrics_token("hunter2")

    assert "hunter2" not in str(raised.value)
    assert metrics_token("x" * 20) == "x" * 20
