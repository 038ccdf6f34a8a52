import re

import pytest

from charts import svg
from dictionary.models import Chapter, FailureMode, Symptom
from tests import factories

pytestmark = pytest.mark.usefixtures("content")


def terms(response):
    return re.findall(r'class="entry-row-term" href="[^"]+">([^<]+)<', response.content.decode())


def test_all_entries_stand_from_a_to_z(client):
    assert terms(client.get("/dictionary/")) == ["Nan loss", "Overfitting", "Underfitting"]


def test_the_order_can_follow_the_chapters(client):
    response = client.get("/dictionary/?order=chapter")
    assert terms(response) == ["Overfitting", "Underfitting", "Nan loss"]
    assert re.findall(r'group-heading">([^<]+)', response.content.decode()) == [
        "Generalization",
        "Numerics",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("chapter=numerics", ["Nan loss"]),
        ("kind=misconfiguration", ["Underfitting"]),
        ("kind=misconfiguration&kind=dynamics", ["Nan loss", "Overfitting", "Underfitting"]),
        ("silence=loud", ["Nan loss"]),
        ("phase=loop", ["Nan loss"]),
        ("severity=3&prevalence=common", ["Nan loss", "Overfitting", "Underfitting"]),
        ("chapter=numerics&kind=misconfiguration", []),
        ("kind=", ["Nan loss", "Overfitting", "Underfitting"]),
    ],
)
def test_facets_narrow_the_list(client, query, expected):
    assert terms(client.get(f"/dictionary/?{query}")) == expected


@pytest.mark.parametrize(
    "query", ["kind=nonsense", "severity=99", "chapter=%00", "kind=%22%3E%3Cscript%3E"]
)
def test_a_value_that_nothing_has_finds_nothing_and_offers_a_way_back(client, query):
    response = client.get(f"/dictionary/?{query}")
    assert terms(response) == []
    text = response.content.decode()
    assert "No entry fits all of these choices" in text
    assert '<a class="button ghost" href="/dictionary/">' in text
    assert "><script>" not in text


def choice(text, title):
    [found] = re.findall(
        rf'<a href="\?([^"]*)"([^>]*)><span>{title}</span> <span class="facet-count">(\d+)', text
    )
    return found


def test_a_choice_tells_how_many_entries_it_leaves(client):
    text = client.get("/dictionary/?chapter=generalization").content.decode()
    assert choice(text, "dynamics")[2] == "1"
    assert choice(text, "loud")[2] == "0"
    assert choice(text, "Numerics")[2] == "1", "a facet's own choice does not narrow its counts"


def test_chapters_stand_in_their_own_order(client):
    factories.entry(
        "early", chapter=factories.ChapterFactory(slug="zebra", title="Zebra", position=0)
    )
    text = client.get("/dictionary/").content.decode()
    assert (
        text.index("<span>Zebra</span>")
        < text.index("<span>Generalization</span>")
        < text.index("<span>Numerics<")
    )


def test_a_choice_can_be_taken_back(client):
    text = client.get("/dictionary/?chapter=numerics&kind=dynamics").content.decode()
    query, attributes, _ = choice(text, "dynamics")
    assert query == "chapter=numerics"
    assert "aria-current" in attributes


def test_the_number_of_results_is_announced(client):
    assert (
        'role="status">1 of 3 entries' in client.get("/dictionary/?silence=loud").content.decode()
    )
    assert 'role="status">3 entries' in client.get("/dictionary/").content.decode()


def test_the_index_takes_two_queries_however_many_entries_there_are(
    client, django_assert_num_queries
):
    for number in range(10):
        factories.entry(f"another-{number}")
    with django_assert_num_queries(2):
        client.get("/dictionary/?kind=dynamics")


def test_lists_print_what_was_drawn_when_the_content_was_loaded(client, content, monkeypatch):
    def drawn_again(*_):
        raise AssertionError("a page draws")

    monkeypatch.setattr(svg, "document", drawn_again)
    FailureMode.objects.update(thumbnail_svg='<svg class="stored"></svg>')
    Chapter.objects.update(thumbnail_svg='<svg class="stored"></svg>')

    symptom = Symptom.objects.published().first().get_absolute_url()
    pages = ["/dictionary/", "/dictionary/generalization/", symptom]
    stored = {path: client.get(path).content.decode().count('class="stored"') for path in pages}

    assert stored["/dictionary/"] == 3
    assert stored["/dictionary/generalization/"] == 2
    assert stored[symptom] == 1
