import pytest
from django.test import RequestFactory

from web.origin import absolute_url, at_own_origin, origin_of


def ask(host, port="8000", scheme="http"):
    """A request that reached the server on a port, with a Host header that may tell another."""
    return RequestFactory().get(
        "/", headers={"host": host}, SERVER_PORT=port, **{"wsgi.url_scheme": scheme}
    )


@pytest.mark.parametrize(
    ("host", "port", "scheme", "origin"),
    [
        ("localhost:8000", "8000", "http", "http://localhost:8000"),
        ("localhost:6666", "8000", "http", "http://localhost:8000"),
        ("localhost", "80", "http", "http://localhost"),
        ("localhost:1", "443", "https", "https://localhost"),
        ("[::1]:1", "8000", "http", "http://[::1]:8000"),
        ("localhost:1", "", "http", "http://localhost"),
    ],
)
def test_the_port_of_the_host_header_is_not_believed(settings, host, port, scheme, origin):
    settings.ALLOWED_HOSTS = ["localhost", "[::1]"]

    assert origin_of(ask(host, port, scheme)) == origin


def test_behind_a_proxy_the_port_of_the_socket_means_nothing(settings):
    settings.BEHIND_PROXY = True
    settings.ALLOWED_HOSTS = ["lossary.example"]

    assert origin_of(ask("lossary.example:1")) == "http://lossary.example"


def test_the_set_address_wins(settings):
    settings.SITE_URL = "https://lossary.example"

    assert absolute_url(ask("localhost"), "/about/") == "https://lossary.example/about/"
    assert at_own_origin(ask("localhost"), "http://localhost:9/a/?page=2") == (
        "https://lossary.example/a/?page=2"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/robots.txt", "/sitemap.xml", "/opensearch.xml", "/about/"])
def test_no_page_repeats_the_port_of_the_host_header(client, whole_site, path):
    text = client.get(path, headers={"host": "testserver:6666"}).content.decode()

    assert "http://testserver" in text
    assert "6666" not in text


@pytest.mark.django_db
def test_the_links_of_a_list_have_the_own_address(client, whole_site, settings):
    settings.SITE_URL = "https://lossary.example"

    page = client.get("/api/v1/symptoms/?page_size=1", headers={"host": "testserver:6666"}).json()

    assert page["next"] == "https://lossary.example/api/v1/symptoms/?page=2&page_size=1"
