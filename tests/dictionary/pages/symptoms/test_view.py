import re

import pytest

from dictionary import models
from tests import factories

pytestmark = pytest.mark.usefixtures("whole_site")


def test_the_index_groups_what_published_entries_carry(client):
    factories.SymptomFactory(slug="unused", statement="Nobody shows this.")
    text = client.get("/symptoms/").content.decode()
    assert re.findall(r'<h2 id="([a-z]+)"', text) == ["loss", "validation"]
    assert 'Validation loss turns up.</a> <span class="note">3 entries' in text
    assert "Nobody shows this" not in text


def test_entries_are_ranked_by_what_the_symptom_suggests_then_by_frequency(client, whole_site):
    symptom = factories.SymptomFactory(slug="ranked")
    for slug, evoking, frequency in [
        ("overfitting", 2, 5),
        ("underfitting", 4, 1),
        ("nan-loss", 2, 3),
    ]:
        factories.IndicationFactory(
            failure_mode=whole_site[slug], symptom=symptom, evoking=evoking, frequency=frequency
        )
    text = client.get("/s/ranked/").content.decode()
    assert re.findall(r'entry-row-term" href="/e/([a-z-]+)/"', text) == [
        "underfitting",
        "overfitting",
        "nan-loss",
    ]
    assert "points to it" in text


def test_the_page_shows_measure_phrasings_and_checks(client):
    text = client.get("/s/turns-up/").content.decode()
    assert text.count("<blockquote>") == 3
    assert "Look at the training loss." in text
    assert 'href="/checks/half-the-data/"' in text


def test_what_the_symptom_speaks_against_stands_apart(client, whole_site):
    symptom = factories.SymptomFactory(slug="both-ways")
    factories.IndicationFactory(failure_mode=whole_site["nan-loss"], symptom=symptom)
    factories.IndicationFactory(
        failure_mode=whole_site["overfitting"], symptom=symptom, frequency=0, evoking=-4
    )
    text = client.get("/s/both-ways/").content.decode()
    assert (
        text.index("/e/nan-loss/")
        < text.index("What it speaks against")
        < text.index("/e/overfitting/")
    )


def test_a_symptom_that_only_speaks_against_entries_has_no_page(client, whole_site):
    symptom = factories.SymptomFactory(slug="only-against")
    factories.IndicationFactory(
        failure_mode=whole_site["overfitting"], symptom=symptom, frequency=0, evoking=-2
    )
    assert client.get("/s/only-against/").status_code == 404
    assert client.get("/s/no-such-symptom/").status_code == 404


def test_a_symptom_takes_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get("/s/turns-up/")
    with django_assert_max_num_queries(2):
        client.get("/symptoms/")


def test_a_merged_symptom_leads_to_the_one_that_has_its_phrasings(client):
    symptom = models.Symptom.objects.published().first()
    symptom.formerly = ["old-sign"]
    symptom.save()

    response = client.get("/s/old-sign/")

    assert (response.status_code, response.url) == (301, symptom.get_absolute_url())
    assert client.get("/s/no-such-sign/").status_code == 404
