import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone

from diagnostics_api.kept import shelf
from diagnostics_api.kept.kept_page import unpacked
from diagnostics_api.models import KeptAnswer

WORDS = "the loss swings wildly"


@pytest.fixture
def own(client, served):
    """The address of an answer that `client` asked for."""
    return client.post("/diagnose/", {"text": WORDS, "config": "lr: 0.123"})["Location"]


@pytest.fixture
def link(client, own):
    return shared(client, own)


def shared(client, own):
    """Make a link and return its address."""
    response = client.post(f"{own}share/")
    assert (response.status_code, response["Location"]) == (303, f"{own}#share")
    page = client.get(own).content.decode()
    return re.search(r'value="http://testserver(/diagnose/shared/[\w-]{22}/)"', page)[1]


def text_of(response, status=200):
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    return response.content.decode()


def test_everybody_opens_a_link(client, own, link):
    page = text_of(Client().get(link))

    assert 'id="verdict"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "canonical" not in page


def test_a_link_shows_the_answer_and_no_way_to_change_it(link):
    page = text_of(Client().get(link))

    assert '<fieldset class="shared" disabled>' in page
    assert 'id="case"' not in page
    assert "<form" not in page.partition("<main")[2]


def test_what_was_typed_is_not_in_a_link(client, own, link):
    kept = KeptAnswer.objects.exclude(source="").get()
    form = shelf_page(kept).form

    assert shelf_page(KeptAnswer.objects.get(source="")).form.text == WORDS
    assert (form.text, form.config, form.files) == ("", "", ())


def shelf_page(kept):
    return unpacked(bytes(kept.packed))


def test_an_answer_has_one_link(client, own, link):
    assert shared(client, own) == link
    assert KeptAnswer.objects.exclude(source="").count() == 1


def test_a_link_outlives_the_hour_and_ends_after_30_days(client, own, link):
    in_an_hour = timezone.now() + dt.timedelta(hours=1)
    [kept] = KeptAnswer.objects.filter(expires__gt=in_an_hour)
    assert (kept.expires - kept.made).days == 30

    KeptAnswer.objects.update(expires=timezone.now() - dt.timedelta(seconds=1))
    page = text_of(Client().get(link), 404)
    assert "<h1>This answer was deleted.</h1>" in page
    assert "kept for 30 days" in page


def test_only_the_browser_that_made_a_link_deletes_it(client, own, link):
    stranger = Client()
    stranger.post("/diagnose/", {"text": WORDS})
    assert stranger.post(f"{link}delete/").status_code == 404
    assert "Delete now" not in text_of(stranger.get(link))
    assert "Delete now" in text_of(client.get(link))

    response = client.post(f"{link}delete/")
    assert (response.status_code, response["Location"]) == (303, link)
    text_of(client.get(link), 404)
    assert "Make a link for 30 days" in text_of(client.get(own))


def test_nobody_else_makes_a_link(own):
    assert Client().post(f"{own}share/").status_code == 404
    assert not KeptAnswer.objects.exclude(source="").exists()


def test_other_sites_cannot_make_or_delete_links(client, own, link):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    assert strict.post(f"{own}share/").status_code == 403
    assert strict.post(f"{link}delete/").status_code == 403
    assert KeptAnswer.objects.exclude(source="").count() == 1


def test_an_address_makes_so_many_links(client, own, link, monkeypatch):
    monkeypatch.setattr(shelf, "MOST_LINKS", 1)
    second = client.post("/diagnose/", {"text": WORDS})["Location"]

    assert "Delete one first" in text_of(client.post(f"{second}share/"))
    assert KeptAnswer.objects.exclude(source="").count() == 1


def test_links_are_not_asked_to_make_room(client, own, link, monkeypatch):
    monkeypatch.setattr(shelf, "MOST_ANSWERS", 1)
    client.post("/diagnose/", {"text": WORDS})

    text_of(client.get(own), 404)
    assert 'id="verdict"' in text_of(client.get(link))


def test_an_own_answer_does_not_open_at_the_address_of_a_link(client, own, link):
    text_of(client.get(own.replace("answers", "shared")), 404)
    text_of(client.get(link.replace("shared", "answers")), 404)


def test_a_report_is_a_file(client, own, link):
    api = client.post(
        "/api/v1/diagnoses/",
        {"description": WORDS, "config": "lr: 0.123"},
        content_type="application/json",
    ).json()

    for client_, path in ((client, own), (Client(), link)):
        response = client_.get(f"{path}report.json")
        text_of(response)
        assert response["Content-Disposition"] == 'attachment; filename="diagnosis.json"'
        assert response.json()["diagnoses"] == api["diagnoses"]
    text_of(Client().get(f"{own}report.json"), 404)
    text_of(Client().get(f"{link[:-3]}/report.json"), 404)


def test_the_markdown_is_on_the_page(client, own):
    assert '<pre id="answer-markdown">## ' in text_of(client.get(own))


def test_the_api_keeps_nothing(client, served):
    client.post("/api/v1/diagnoses/", {"description": WORDS}, content_type="application/json")

    assert not KeptAnswer.objects.exists()
