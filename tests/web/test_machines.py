"""Answers for machines."""

import xml.etree.ElementTree as ElementTree

import pytest

pytestmark = pytest.mark.django_db


def parse(response):
    return ElementTree.fromstring(response.content)  # noqa: S314


def test_robots_names_the_sitemap(client):
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in response.content.decode()


def test_the_icon_is_found_where_old_clients_look(client):
    assert client.get("/favicon.ico").url == "/static/favicon.svg"
    assert client.post("/favicon.ico").status_code == 405


def test_opensearch_names_the_search(client):
    root = parse(client.get("/opensearch.xml"))
    [url] = root.iter("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url.get("template") == "http://testserver/search/?q={searchTerms}"
