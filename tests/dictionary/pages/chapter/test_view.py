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


def test_the_matrix_shows_how_often_each_sign_is_seen(client, content):
    symptom = factories.SymptomFactory(slug="turns-up", statement="Validation turns up.")
    signs = {"overfitting": (5, 4), "underfitting": (0, -3)}
    for slug, (frequency, evoking) in signs.items():
        factories.IndicationFactory(
            failure_mode=content[slug], symptom=symptom, frequency=frequency, evoking=evoking
        )

    text = client.get("/dictionary/generalization/").content.decode()

    matrix = text[text.index('class="matrix"') : text.index("</table>")]
    cells = re.findall(r"aria-hidden=\"true\">(.)</b> ([a-z ]+)<", matrix)
    assert ("●", "nearly always") in cells
    assert ("✕", "against it") in cells
    assert matrix.count("decides") >= 1


def test_one_entry_alone_is_only_listed(client):
    text = client.get("/dictionary/numerics/").content.decode()

    assert terms(client.get("/dictionary/numerics/")) == ["Nan loss"]
    assert "Tell these apart" not in text


def test_a_long_chapter_leaves_out_the_drawings_of_its_entries(client, content):
    chapter = content["overfitting"].chapter
    for number in range(11):
        factories.FailureModeFactory(slug=f"more-{number}", chapter=chapter)

    text = client.get("/dictionary/generalization/").content.decode()

    assert "entry-row-curve" not in text
    assert len(terms(client.get("/dictionary/generalization/"))) == 13


def test_the_number_of_queries_does_not_grow_with_the_entries(
    client, content, django_assert_max_num_queries
):
    chapter = content["overfitting"].chapter
    for number in range(5):
        factories.entry(f"more-{number}", chapter=chapter)

    with django_assert_max_num_queries(7):
        client.get("/dictionary/generalization/")
