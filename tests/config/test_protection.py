"""What browsers and proxies are told."""

import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import protection

ROOT = protection.__file__.rpartition("/config/")[0]


@pytest.mark.parametrize(
    ("value", "origin"),
    [
        ("", ""),
        ("https://lossary.example", "https://lossary.example"),
        ("https://lossary.example/", "https://lossary.example"),
        ("http://[::1]:8123", "http://[::1]:8123"),
    ],
)
def test_the_site_has_one_origin(value, origin):
    assert protection.site_url(value) == origin


@pytest.mark.parametrize(
    "value",
    [
        "lossary.example",
        "ftp://lossary.example",
        "https://lossary.example/below",
        "https://lossary.example?x",
        "https://me@lossary.example",
        "https://",
    ],
)
def test_an_origin_that_is_none_names_itself(value):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL must be scheme and host"):
        protection.site_url(value)


def test_the_own_address_is_allowed_without_saying_so_twice():
    assert protection.own_hosts("https://lossary.example:444")[0] == "lossary.example"
    assert protection.own_hosts("http://[::1]:8000")[0] == "[::1]"
    assert protection.own_hosts("") == protection.LOCAL_NAMES
    assert protection.own_origins("https://lossary.example") == ["https://lossary.example"]
    assert protection.own_origins("") == []


@pytest.mark.parametrize("contact", ["", "mailto:a@b.example", "https://b.example/report"])
def test_a_contact_is_an_address(contact):
    assert protection.security_contact(contact) == contact


@pytest.mark.parametrize("contact", ["a@b.example", "http://b.example", "mailto:a@b\nExpires: x"])
def test_a_contact_that_is_none_names_itself(contact):
    with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT must begin with mailto:"):
        protection.security_contact(contact)


def settings_with(**environment):
    """Return the settings of a process of its own, which reads the environment anew."""
    program = "from config import protection as p; print({n: getattr(p, n) for n in dir(p)})"
    completed = subprocess.run(  # noqa: S603 (a program of ours)
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return completed.stdout


def test_cookies_are_bound_to_the_host_over_https():
    told = settings_with(HTTPS="1")

    assert "'SESSION_COOKIE_NAME': '__Host-sessionid'" in told
    assert "'CSRF_COOKIE_NAME': '__Host-csrftoken'" in told
    assert "'SESSION_COOKIE_SECURE': True" in told


def test_hsts_covers_subdomains_and_the_preload_list_where_it_is_told_to():
    told = settings_with(HSTS_SECONDS="31536000", HSTS_INCLUDE_SUBDOMAINS="1", HSTS_PRELOAD="1")

    assert "'SECURE_HSTS_SECONDS': 31536000" in told
    assert "'SECURE_HSTS_INCLUDE_SUBDOMAINS': True" in told
    assert "'SECURE_HSTS_PRELOAD': True" in told


def test_the_scheme_of_a_proxy_is_believed_only_behind_one():
    assert "'SECURE_PROXY_SSL_HEADER': None" in settings_with()
    assert "'SECURE_PROXY_SSL_HEADER': ('HTTP_X_F" in settings_with(BEHIND_PROXY="1")


def test_https_leaves_probes_alone_and_sends_all_else_to_the_own_host(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_SSL_HOST = "lossary.example"

    assert client.get("/healthz").status_code == 200
    assert client.get("/readyzz").url == "https://lossary.example/readyzz"


@pytest.fixture
def static_answer(client, tmp_path, settings):
    """The answer of a static file, through every middleware."""
    (tmp_path / "page.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    settings.STATIC_ROOT = tmp_path
    settings.WHITENOISE_AUTOREFRESH = True
    return client.get("/static/page.svg")


def test_static_files_have_the_headers_of_pages(static_answer):
    headers = static_answer.headers

    assert static_answer.status_code == 200
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_every_answer_has_the_headers(client):
    for path in ("/healthz", "/api/v1/nothing/"):
        headers = client.get(path).headers
        assert "object-src 'none'" in headers["Content-Security-Policy"]
        assert "geolocation=()" in headers["Permissions-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_wrong_host_is_one_line_in_the_log(client, caplog):
    assert client.get("/about/", headers={"host": "evil.example"}).status_code == 400

    [record] = [record for record in caplog.records if "DisallowedHost" in record.name]
    assert (record.levelname, record.exc_info) == ("WARNING", None)
    assert "evil.example" in record.getMessage()
