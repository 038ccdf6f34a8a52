import re

import pytest
from django.test import Client

from quizzes.learners import COOKIE
from quizzes.models import Response
from tests.quizzes.pages import form_of, give, items, key, the_attempt, wrong

pytestmark = pytest.mark.django_db


def test_a_question_is_a_form(client, begun):
    response = client.get(begun)
    page = response.content.decode()
    assert "Question 1 of 6" in page
    assert page.count('type="radio"') == len(items()[0].body["options"])
    assert "no-store" in response["Cache-Control"]
    assert "style=" not in page
    assert 'class="question"' in page  # the only form that print.css shows
    assert form_of(response)["revision"] == "0"


@pytest.mark.parametrize(
    ("number", "shown"), [("3", "3"), ("0", "1"), ("99", "1"), ("x", "1"), ("", "1")]
)
def test_questions_are_asked_for_by_number(client, begun, number, shown):
    assert f"Question {shown} of 6" in client.get(f"{begun}?q={number}").content.decode()


def test_answers_lead_to_the_next_question_and_then_to_the_end(client, begun):
    assert give(client, begun, 2, key(2))["Location"] == f"{begun}?q=3"
    for position in (3, 4, 5):
        give(client, begun, position, key(position))
    assert give(client, begun, 6, key(6))["Location"] == f"{begun}?q=1"
    assert give(client, begun, 1, key(1))["Location"] == f"{begun}finish/"


def test_an_answer_survives_a_second_tab_and_a_restart(client, begun):
    give(client, begun, 1, wrong(1))
    again = Client()
    again.cookies[COOKIE] = client.cookies[COOKIE].value
    form = form_of(again.get(f"{begun}?q=1"))
    assert (form["option"], form["revision"]) == (wrong(1), "1")


def test_without_a_choice_the_question_is_left_out(client, begun):
    form = form_of(client.get(begun))
    assert client.post(f"{begun}answer/", form)["Location"] == f"{begun}?q=2"
    assert (
        client.post(f"{begun}answer/", {**form, "then": "finish"})["Location"] == f"{begun}finish/"
    )
    assert Response.objects.count() == 0


def test_finishing_stores_the_choice_first(client, begun):
    assert give(client, begun, 1, key(1), then="finish")["Location"] == f"{begun}finish/"
    assert Response.objects.get().answer == {"option": key(1)}


def test_a_stale_answer_is_told_and_keeps_the_choice(client, begun):
    form = form_of(client.get(f"{begun}?q=1"))
    give(client, begun, 1, key(1))
    response = client.post(f"{begun}answer/", {**form, "option": wrong(1)})
    assert response.status_code == 409
    assert "is stored. Your choice below is not stored yet" in response.content.decode()
    again = form_of(response)
    assert (again["option"], again["revision"]) == (wrong(1), "1")
    assert Response.objects.get().answer == {"option": key(1)}
    assert client.post(f"{begun}answer/", again).status_code == 302
    assert Response.objects.get().answer == {"option": wrong(1)}


def test_a_high_revision_without_an_answer_is_told_and_keeps_the_choice(client, begun):
    form = form_of(client.get(f"{begun}?q=1"))

    response = client.post(f"{begun}answer/", {**form, "revision": "999999", "option": wrong(1)})

    assert response.status_code == 409
    assert "Nothing is stored for this question" in response.content.decode()
    again = form_of(response)
    assert (again["option"], again["revision"]) == (wrong(1), "0")
    assert client.post(f"{begun}answer/", again).status_code == 302
    assert Response.objects.get().answer == {"option": wrong(1)}


@pytest.mark.parametrize(
    "change",
    [
        {"item": "nothing"},
        {"revision": "-1"},
        {"revision": "x"},
        {"revision": "9" * 5000},
        {"revision": "\u0663"},
        {"option": "12345678"},
        {"item": ""},
    ],
)
def test_an_answer_that_does_not_fit_is_refused(client, begun, change):
    form = {**form_of(client.get(begun)), "option": key(1), **change}
    response = client.post(f"{begun}answer/", form)
    assert response.status_code == 400
    assert "does not fit the question" in response.content.decode()
    assert Response.objects.count() == 0


@pytest.mark.parametrize("revision", ["-1", "x", ""])
def test_an_answer_with_a_bad_revision_keeps_the_choice(client, begun, revision):
    form = {**form_of(client.get(begun)), "option": wrong(1), "revision": revision}

    response = client.post(f"{begun}answer/", form)

    assert response.status_code == 400
    assert form_of(response)["option"] == wrong(1)
    assert client.post(f"{begun}answer/", form_of(response)).status_code == 302


def test_an_answer_after_submission_is_not_stored_and_that_is_said(client, begun):
    form = form_of(client.get(begun))
    client.post(f"{begun}finish/")
    response = client.post(f"{begun}answer/", {**form, "option": key(1)}, follow=True)
    assert response.redirect_chain == [(f"{begun}result/?late=1", 302)]
    assert "Your answer to question 1 came after the quiz was handed in" in said(response)
    assert Response.objects.count() == 0


def test_the_stored_answer_sent_again_after_submission_is_not_late(client, begun):
    form = {**form_of(client.get(begun)), "option": key(1)}
    client.post(f"{begun}answer/", form)
    client.post(f"{begun}finish/")
    response = client.post(f"{begun}answer/", form, follow=True)
    assert response.redirect_chain == [(f"{begun}result/", 302)]
    assert "after the quiz was handed in" not in said(response)


@pytest.mark.parametrize("change", [{"item": "x"}, {"option": "nothing"}, {"revision": "x"}])
def test_what_does_not_fit_after_submission_leads_to_the_result(client, begun, change):
    form = {**form_of(client.get(begun)), "option": key(1)}
    client.post(f"{begun}finish/")
    response = client.post(f"{begun}answer/", {**form, **change})
    assert response["Location"] == f"{begun}result/"


@pytest.mark.parametrize("late", ["", "0", "7", "x", "%00"])
def test_an_invented_question_is_not_late(client, begun, late):
    client.post(f"{begun}finish/")
    page = client.get(f"{begun}result/?late={late}").content.decode()
    assert "after the quiz was handed in" not in page


def said(response):
    return " ".join(response.content.decode().split())


# nothing secret before submission


def test_an_open_attempt_tells_no_secret(client, begun):
    give(client, begun, 1, wrong(1))
    pages = [
        begun,
        f"{begun}finish/",
        "/quiz/",
        *(f"{begun}?q={position}" for position in range(1, 7)),
    ]
    told = "\n".join(client.get(page, follow=True).content.decode() for page in pages)
    stale = client.post(
        f"{begun}answer/", {**form_of(client.get(begun)), "revision": "9", "option": wrong(1)}
    )
    told += stale.content.decode() + client.get(f"{begun}result/", follow=True).content.decode()
    secrets = {
        "scoring",
        "is_key",
        "is-key",
        "/e/",
        str(the_attempt().seed),
        the_attempt().learner.key_hash,
    }
    for item in items():
        secrets |= set(item.scoring["why"].values())
        secrets |= {slug for slug in item.scoring["entries"].values() if "-" in slug}
    assert len(secrets) > 20
    for secret in secrets:
        assert secret not in told
    assert the_attempt().state == "open"


def test_the_options_tell_nothing_by_their_form(client, begun):
    """In the open page all options have the same markup, but for id, number and text."""
    page = client.get(begun).content.decode()
    forms = {
        re.sub(r'value="\w{8}"|<kbd.*?</kbd>|<span>.*?</span>', "", one)
        for one in re.findall(r"<label class=\"opt\".*?</label>", page)
    }
    assert len(forms) == 1
