"""The proxy configuration that is part of the product: deploy/nginx.conf."""

import re
import socket

import pytest
from django.conf import settings

from benchmarks.slow_clients import STARTS, Server, held
from config import gunicorn
from diagnostics_api.lane.lane import START
from diagnostics_api.lane.limits import Limits
from diagnostics_api.service.gate import MULTIPART_OVERHEAD
from tests.held_server import answer, asked, served
from tests.nginx import CONFIGURATION, NGINX, proxied

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def said(name):
    return re.search(rf"^ +{name} (.+);", CONFIGURATION.read_text(), re.MULTILINE).group(1)


def test_limit_of_a_body_is_that_of_the_site():
    limit = said("client_max_body_size")

    assert limit.endswith("k")
    assert int(limit[:-1]) * 1024 == settings.DIAGNOSIS_MAX_BYTES + MULTIPART_OVERHEAD


def test_proxy_waits_longer_than_the_site_works():
    limits = Limits(settings.DIAGNOSIS_SECONDS, settings.DIAGNOSIS_MEMORY_MB)
    patience = float(said("proxy_read_timeout").rstrip("s"))

    assert patience > limits.longest + START
    assert gunicorn.graceful_timeout > limits.longest


@pytest.fixture(scope="module")
def proxy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    with served(folder, BEHIND_PROXY="1") as site, proxied(folder, site.server) as started:
        yield started


@needs_nginx
@pytest.mark.parametrize("kind", STARTS)
def test_slow_and_silent_clients_hold_nothing(proxy, kind):
    with held(proxy, kind, 64):
        _, text = answer(asked(proxy, body=b"a" * 100))

    assert text == b"100 bytes"


@needs_nginx
def test_address_that_a_client_makes_up_is_replaced(proxy):
    response, _ = answer(asked(proxy, **{"X-Forwarded-For": "8.8.8.8"}))

    assert response.headers["X-For"] == "127.0.0.1"


@needs_nginx
def test_body_above_the_limit_is_a_problem_of_the_api(proxy):
    size = settings.DIAGNOSIS_MAX_BYTES + MULTIPART_OVERHEAD
    _, text = answer(asked(proxy, "/api/v1/diagnoses/", b"a" * size))
    response, problem = answer(asked(proxy, "/api/v1/diagnoses/", b"a" * (size + 1)))

    assert text == b"%d bytes" % size
    assert response.status == 413
    assert response.headers["Content-Type"] == "application/problem+json"
    assert b"larger than the limit of 16 MiB" in problem


@needs_nginx
def test_site_that_is_away_asks_for_another_try(tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = Server("127.0.0.1", nobody.getsockname()[1])
        with proxied(tmp_path, address) as started:
            response, _ = answer(asked(started))

    assert response.status == 503
    assert response.headers["Retry-After"] == "5"
