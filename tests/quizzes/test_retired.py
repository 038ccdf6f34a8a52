"""Attempts whose questions are of a kind that is no longer asked."""

import pytest
from django.template.loader import get_template

from quizzes.kinds import KIND_OF, kind_of
from quizzes.models import Attempt, Quiz, Response
from quizzes.retired import RETIRED
from tests.quizzes.pages import give, items, key, the_attempt, wrong


@pytest.fixture(autouse=True)
def _kinds_come_back_in_their_order():
    kinds = dict(KIND_OF)
    yield
    KIND_OF.clear()
    KIND_OF.update(kinds)


@pytest.fixture
def gone(client, begun):
    """The kind of questions 1 and 4, taken out after question 1 was answered rightly."""
    give(client, begun, 1, key(1))
    slug = items()[0].kind
    del KIND_OF[slug]
    return slug


def test_a_kind_that_is_asked_is_itself_and_another_is_retired():
    assert [kind_of(slug) for slug in KIND_OF] == list(KIND_OF.values())
    assert kind_of("riddle") is RETIRED
    assert get_template(RETIRED.template)


@pytest.mark.parametrize("page", ["", "?q=1", "?q=4", "finish/"])
def test_an_open_attempt_with_a_retired_kind_is_shown(client, begun, gone, page):
    assert client.get(f"{begun}{page}").status_code == 200


def test_a_retired_question_says_so_and_keeps_its_answer(client, begun, gone):
    page = client.get(f"{begun}?q=1").content.decode()
    fields = {"item": str(items()[0].uuid), "revision": "1", "option": wrong(1)}

    sent = client.post(f"{begun}answer/", fields)

    assert "no longer asked" in page
    assert 'type="radio"' not in page
    assert sent["Location"] == f"{begun}?q=2"
    assert Response.objects.get().answer == {"option": key(1)}
    assert ">answered<" in client.get(f"{begun}finish/").content.decode()


def test_retired_questions_do_not_count(client, begun, gone):
    give(client, begun, 2, key(2))

    page = client.post(f"{begun}finish/", follow=True).content.decode()

    assert (the_attempt().score, the_attempt().maximum) == (1, 4)
    assert "<h1>1 of 4 right</h1>" in page
    assert page.count("no longer asked") == 2
    assert page.count('class="solved-verdict') == 4


def test_an_attempt_of_retired_questions_alone_can_be_submitted(client, begun):
    give(client, begun, 1, key(1))
    KIND_OF.clear()

    page = client.post(f"{begun}finish/", follow=True)

    assert page.status_code == 200
    assert (the_attempt().score, the_attempt().maximum) == (0, 0)


def test_a_score_stays_when_a_kind_is_retired_after_submission(client, begun):
    give(client, begun, 1, key(1))
    client.post(f"{begun}finish/")
    del KIND_OF[items()[0].kind]

    page = client.get(f"{begun}result/").content.decode()

    assert "<h1>1 of 6 right</h1>" in page


def test_a_quiz_is_made_of_its_kinds_that_are_still_asked(client, dictionary):
    Quiz.objects.filter(slug="mixed").update(kinds=["riddle", "term-to-fix"])

    assert client.post("/quiz/mixed/start/").status_code == 302
    assert {item.kind for item in items()} == {"term-to-fix"}


@pytest.mark.parametrize("kinds", [[], ["riddle"]])
def test_a_quiz_without_a_kind_that_is_asked_cannot_be_started(client, dictionary, kinds):
    Quiz.objects.filter(slug="mixed").update(kinds=kinds)

    response = client.post("/quiz/mixed/start/")

    assert response.status_code == 503
    assert "No questions can be made for this quiz" in response.content.decode()
    assert Attempt.objects.count() == 0
