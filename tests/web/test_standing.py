"""Pages that say the same whatever is loaded."""

import pytest


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("path", ["/about/", "/shortcuts/"])
def test_standing_pages_are_there(client, path):
    assert client.get(path).status_code == 200
