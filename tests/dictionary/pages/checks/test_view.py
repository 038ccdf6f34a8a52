import re

import pytest

from tests import factories

pytestmark = pytest.mark.usefixtures("whole_site")


def test_the_cheapest_checks_come_first(client):
    factories.CheckFactory(slug="look", cost="seconds")
    factories.CheckFactory(slug="sweep", cost="one run")
    text = client.get("/checks/").content.decode()
    assert re.findall(r"<h2>([A-Za-z ]+)</h2>", text) == ["Seconds", "Minutes", "One run"]


def test_a_check_shows_procedure_outcomes_and_entries(client):
    text = client.get("/checks/half-the-data/").content.decode()
    assert "<li>Take one batch.</li>" in text
    assert "Does the loss stay above zero?" in text
    assert re.findall(r'<h3><a href="/e/([a-z-]+)/"', text) == [
        "nan-loss",
        "overfitting",
        "underfitting",
    ]
    assert 'href="/s/turns-up/"' in text


def test_an_outcome_does_not_link_a_symptom_without_page(client):
    factories.OutcomeFactory(
        the_check=factories.CheckFactory(slug="lonely"),
        symptom=factories.SymptomFactory(slug="unpublished"),
    )
    assert "/s/unpublished/" not in client.get("/checks/lonely/").content.decode()


def test_an_unknown_check_is_not_found(client):
    assert client.get("/checks/no-such-check/").status_code == 404


def test_checks_take_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/checks/half-the-data/")
    with django_assert_max_num_queries(2):
        client.get("/checks/")
