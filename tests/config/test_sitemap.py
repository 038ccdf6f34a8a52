import xml.etree.ElementTree as ElementTree

import pytest

from tests import factories

pytestmark = pytest.mark.usefixtures("whole_site")

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def parse(response):
    return ElementTree.fromstring(response.content)  # noqa: S314


def test_the_sitemap_lists_exactly_the_public_entries(client):
    factories.SymptomFactory(slug="unused")
    root = parse(client.get("/sitemap.xml"))
    places = {
        element.text.removeprefix("http://testserver") for element in root.iter(f"{SITEMAP}loc")
    }
    assert {place for place in places if place.startswith("/e/")} == {
        "/e/overfitting/",
        "/e/underfitting/",
        "/e/nan-loss/",
    }
    assert {"/", "/s/turns-up/", "/checks/half-the-data/", "/dictionary/numerics/"} <= places
    assert "/s/unused/" not in places


def test_every_address_of_the_sitemap_that_is_ours_answers(client):
    root = parse(client.get("/sitemap.xml"))
    paths = [
        element.text.removeprefix("http://testserver") for element in root.iter(f"{SITEMAP}loc")
    ]
    mine = [path for path in paths if not path.startswith(("/quiz/", "/diagnose/"))]
    assert [path for path in mine if client.get(path).status_code != 200] == []
