import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from diagnostics_api.models import KeptAnswer
from dictionary.models import Edition


@pytest.fixture
def answered(client, served):
    """The address of an answer that `client` asked for."""
    return client.post("/diagnose/", {"text": "the loss swings"})["Location"]


def text_of(response, status):
    assert response.status_code == status
    assert response["Cache-Control"] == "no-store"
    assert response["X-Robots-Tag"] == "noindex"
    return response.content.decode()


def test_an_answer_opens_again_and_again(client, answered):
    assert 'id="verdict"' in text_of(client.get(answered), 200)
    assert 'id="verdict"' in text_of(client.get(answered), 200)


def test_another_browser_does_not_learn_that_there_is_an_answer(client, answered):
    stranger = Client()
    with_other_key = Client()
    with_other_key.post("/diagnose/", {"text": "the loss swings"})
    seen = [each.get(answered) for each in (stranger, with_other_key)]
    unknown = stranger.get("/diagnose/answers/AAAAAAAAAAAAAAAAAAAAAA/")

    texts = {text_of(response, 404) for response in (*seen, unknown)}
    assert len(texts) == 1
    assert "the loss swings" not in texts.pop()


def test_a_browser_opens_all_its_answers(client, answered):
    second = client.post("/diagnose/", {"text": "the loss does not fall"})["Location"]

    assert "the loss swings" in text_of(client.get(answered), 200)
    assert "the loss does not fall" in text_of(client.get(second), 200)


def test_after_an_hour_it_says_so_and_what_to_do(client, answered):
    KeptAnswer.objects.update(expires=timezone.now() - dt.timedelta(seconds=1))
    page = text_of(client.get(answered), 404)

    assert "<h1>This answer was deleted after an hour.</h1>" in page
    assert 'href="/diagnose/"' in page


def test_an_answer_opens_without_an_edition_in_force(client, answered, monkeypatch):
    Edition.objects.all().delete()

    assert 'id="verdict"' in text_of(client.get(answered), 200)


def test_an_answer_is_only_read(client, answered):
    assert client.delete(answered).status_code == 405
