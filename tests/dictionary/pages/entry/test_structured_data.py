import json
import re

import pytest

from tests import factories


@pytest.fixture
def text(client, content):
    return client.get("/e/overfitting/").content.decode()


def test_structured_data_describes_the_term(text):
    [block] = re.findall(r'<script type="application/ld\+json">(.+?)</script>', text)
    data = json.loads(block)
    assert data["@type"] == "DefinedTerm"
    assert data["termCode"] == "LY-0001"
    assert data["url"] == "http://testserver/e/overfitting/"


def test_structured_data_cannot_end_its_script(client, content):
    factories.entry("hostile", term="A </script><b>term & more")
    text = client.get("/e/hostile/").content.decode()
    assert "</script><b>" not in text
    assert (
        json.loads(re.findall(r'ld\+json">(.+?)</script>', text)[0])["name"]
        == "A </script><b>term & more"
    )
