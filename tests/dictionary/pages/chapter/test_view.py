import re

import pytest

from tests import factories

pytestmark = pytest.mark.usefixtures("content")


def terms(response):
    return re.findall(r'class="entry-row-term" href="[^"]+">([^<]+)<', response.content.decode())


def test_a_chapter_lists_its_entries_in_order(client):
    response = client.get("/dictionary/generalization/")
    assert terms(response) == ["Overfitting", "Underfitting"]
    assert "read together" in response.content.decode()
    assert 'href="/dictionary/numerics/"' in response.content.decode()


@pytest.mark.parametrize("slug", ["no-such-chapter", "empty-chapter"])
def test_a_chapter_without_entries_is_not_found(client, slug):
    factories.ChapterFactory(slug="empty-chapter")
    assert client.get(f"/dictionary/{slug}/").status_code == 404
    assert "empty-chapter" not in client.get("/").content.decode()
