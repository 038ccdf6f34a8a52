import re

import pytest

from tests import factories

pytestmark = pytest.mark.usefixtures("whole_site")


def page(client, *slugs):
    query = "&".join(f"e={slug}" for slug in slugs)
    response = client.get(f"/compare/?{query}")
    return response, response.content.decode()


def columns(text):
    head = text[text.index("<thead>") : text.index("</thead>")] if "<thead>" in text else ""
    return re.findall(r'href="/e/([a-z-]+)/"', head)


def test_entries_stand_side_by_side_in_the_order_asked_for(client):
    response, text = page(client, "underfitting", "overfitting")

    assert response.status_code == 200
    assert columns(text) == ["underfitting", "overfitting"]
    assert "Not Overfitting." in text


def test_a_check_that_two_of_them_have_is_marked_as_separating(client):
    _, text = page(client, "underfitting", "overfitting")
    row = text[text.index('class="separates"') :]
    row = row[: row.index("</tr>")]

    assert "/checks/half-the-data/" in row
    assert row.count("The loss swings at the usual rate.") == 2


def test_an_entry_named_twice_stands_once(client):
    _, text = page(client, "overfitting", "overfitting", "underfitting")

    assert columns(text) == ["overfitting", "underfitting"]


@pytest.mark.parametrize("slugs", [[], ["overfitting"]])
def test_less_than_two_is_a_form_to_choose_the_others(client, slugs):
    response, text = page(client, *slugs)

    assert response.status_code == 200
    assert columns(text) == []
    assert '<option value="nan-loss">' in text
    assert '<option value="secret-draft">' not in text


@pytest.mark.parametrize("unknown", ["no-such-entry", "secret-draft", "<b>x</b>"])
def test_a_name_of_no_entry_is_said_and_escaped(client, unknown):
    response, text = page(client, "overfitting", "underfitting", unknown)

    assert response.status_code == 404
    assert "1 of the names in this address is no entry" in text
    assert "<b>x</b>" not in text
    assert columns(text) == []


def test_more_than_four_are_refused_with_a_way_to_remove_some(client, whole_site):
    chapter = whole_site["overfitting"].chapter
    slugs = ["overfitting", "underfitting", "nan-loss"]
    for slug in ("fourth", "fifth"):
        factories.FailureModeFactory(slug=slug, chapter=chapter)
        slugs.append(slug)

    response, text = page(client, *slugs)

    assert response.status_code == 400
    assert "5 entries are too many" in text
    assert "remove 1 of them" in text
    assert "?e=overfitting&amp;e=underfitting&amp;e=nan-loss&amp;e=fourth" in text


def test_the_matrix_of_a_chapter_leads_to_the_comparison(client):
    text = client.get("/dictionary/generalization/").content.decode()

    assert '<form action="/compare/">' in text
    assert 'name="e" value="overfitting"' in text


def test_the_number_of_queries_is_fixed(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(13):
        page(client, "overfitting", "underfitting", "nan-loss")
