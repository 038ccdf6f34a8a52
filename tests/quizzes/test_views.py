import re

import pytest
from django.test import Client

from quizzes.attempts import items_of
from quizzes.models import Attempt, Quiz, Response
from quizzes.owner import COOKIE, owner_of
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun(client, dictionary):
    """The address of an attempt that the client has just started."""
    return client.post("/quiz/mixed/start/")["Location"]


def the_attempt():
    return Attempt.objects.get()


def items():
    return list(items_of(the_attempt()))


def form_of(response):
    """The values of the page's answer form, as a browser would send them."""
    text = response.content.decode()
    values = {
        name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("item", "revision")
    }
    checked = re.search(r'name="option" value="([0-9a-f]{8})" checked', text)
    return {**values, **({"option": checked[1]} if checked else {})}


def give(client, begun, position, option, **more):
    form = form_of(client.get(f"{begun}?q={position}"))
    return client.post(f"{begun}answer/", {**form, "option": option, **more})


def key(position):
    return items()[position - 1].scoring["key"]


def wrong(position):
    item = items()[position - 1]
    return next(
        option["id"] for option in item.body["options"] if option["id"] != item.scoring["key"]
    )


# the list


def test_the_list_says_what_there_is(client, dictionary):
    page = client.get("/quiz/").content.decode()
    assert "A bit of everything" in page
    assert page.count('action="/quiz/') == 4
    assert COOKIE not in client.cookies


def test_retired_quizzes_are_not_listed(client, dictionary):
    Quiz.objects.filter(slug="fixes").update(status="retired")
    assert "Pick the fix" not in client.get("/quiz/").content.decode()
    assert client.post("/quiz/fixes/start/").status_code == 404


def test_too_few_entries_are_told(client):
    factories.entry("only-one")
    assert "needs at least four entries" in client.get("/quiz/").content.decode()
    response = client.post("/quiz/mixed/start/")
    assert response.status_code == 503
    assert "too few entries" in response.content.decode()
    assert Attempt.objects.count() == 0


def test_own_attempts_are_listed(client, begun):
    assert "Go on" in client.get("/quiz/").content.decode()
    client.post(f"{begun}finish/")
    page = client.get("/quiz/").content.decode()
    assert "A bit of everything: 0 of 6" in page
    assert "A bit of everything: 0 of 6" not in Client().get("/quiz/").content.decode()


# starting


def test_starting_sets_the_cookie_and_stores_only_its_hash(client, dictionary):
    response = client.post("/quiz/mixed/start/")
    cookie = response.cookies[COOKIE]
    assert cookie["httponly"]
    assert (cookie["samesite"], cookie["path"], cookie["max-age"]) == (
        "Lax",
        "/quiz/",
        180 * 24 * 3600,
    )
    secret = cookie.value.partition(":")[0]
    assert the_attempt().owner == owner_of(secret)
    assert secret not in the_attempt().owner


def test_starting_twice_finds_the_same_attempt(client, begun):
    assert client.post("/quiz/mixed/start/")["Location"] == begun
    assert Attempt.objects.count() == 1


def test_starting_needs_a_form(client, dictionary):
    assert client.get("/quiz/mixed/start/").status_code == 405
    assert Client(enforce_csrf_checks=True).post("/quiz/mixed/start/").status_code == 403
    assert client.post("/quiz/nothing/start/").status_code == 404


def test_a_forged_cookie_is_another_person(client, begun):
    client.cookies[COOKIE] = "forged:1tQ:xxxx"
    assert client.get(begun).status_code == 404


@pytest.mark.parametrize("page", ["", "answer/", "finish/", "result/"])
def test_the_attempts_of_others_do_not_exist(begun, page):
    stranger = Client()
    answer = (
        stranger.post(f"{begun}{page}") if page == "answer/" else stranger.get(f"{begun}{page}")
    )
    assert answer.status_code == 404


# answering


def test_a_question_is_a_form(client, begun):
    response = client.get(begun)
    page = response.content.decode()
    assert "Question 1 of 6" in page
    assert page.count('type="radio"') == len(items()[0].body["options"])
    assert "no-store" in response["Cache-Control"]
    assert "style=" not in page
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
    assert Response.objects.get().answer == key(1)


def test_a_stale_answer_is_told_and_keeps_the_choice(client, begun):
    form = form_of(client.get(f"{begun}?q=1"))
    give(client, begun, 1, key(1))
    response = client.post(f"{begun}answer/", {**form, "option": wrong(1)})
    assert response.status_code == 409
    assert "is stored. Your choice below is not stored yet" in response.content.decode()
    again = form_of(response)
    assert (again["option"], again["revision"]) == (wrong(1), "1")
    assert Response.objects.get().answer == key(1)
    assert client.post(f"{begun}answer/", again).status_code == 302
    assert Response.objects.get().answer == wrong(1)


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


def test_an_answer_after_submission_leads_to_the_result(client, begun):
    form = form_of(client.get(begun))
    client.post(f"{begun}finish/")
    response = client.post(f"{begun}answer/", {**form, "option": key(1)})
    assert response["Location"] == f"{begun}result/"
    assert Response.objects.count() == 0


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
    secrets = {"scoring", "is_key", "is-key", "/e/", str(the_attempt().seed), the_attempt().owner}
    for item in items():
        secrets |= set(item.scoring["why"].values())
        secrets |= {slug for slug in item.scoring["entries"].values() if "-" in slug}
    assert len(secrets) > 20
    for secret in secrets:
        assert secret not in told
    assert the_attempt().state == "open"


def test_the_options_tell_nothing_by_their_form(client, begun):
    """In the open page all options of a question have the same markup, but for the id, the number
    and the text.
    """
    page = client.get(begun).content.decode()
    forms = {
        re.sub(r'value="\w{8}"|<kbd.*?</kbd>|<span>.*?</span>', "", one)
        for one in re.findall(r"<label class=\"opt\".*?</label>", page)
    }
    assert len(forms) == 1


# the end


def test_the_end_shows_what_is_answered(client, begun):
    give(client, begun, 1, key(1))
    page = client.get(f"{begun}finish/").content.decode()
    assert "5 questions without an answer" in page
    assert page.count("no answer") == 5


def test_the_result_explains_every_option_and_links_the_entries(client, begun):
    give(client, begun, 1, key(1))
    give(client, begun, 2, wrong(2))
    response = client.post(f"{begun}finish/", follow=True)
    page = response.content.decode()
    assert "<h1>1 of 6 right</h1>" in page
    assert (page.count(">Right<"), page.count(">Wrong<"), page.count(">Not answered<")) == (1, 1, 4)
    for question in response.context["questions"]:
        assert all(option.why for option in question.options)
        assert sum(option.is_key for option in question.options) == 1
    assert all(f'href="/e/{item.entry}/"' in page for item in items())
    assert page.count("Read the entry") == sum(len(item.body["options"]) for item in items())


def test_submitting_twice_gives_the_same_result(client, begun):
    give(client, begun, 1, key(1))
    first, second = client.post(f"{begun}finish/"), client.post(f"{begun}finish/")
    assert first["Location"] == second["Location"] == f"{begun}result/"
    assert the_attempt().score == 1
    assert (
        client.get(begun)["Location"]
        == client.get(f"{begun}finish/")["Location"]
        == f"{begun}result/"
    )


def test_the_result_waits_for_submission(client, begun):
    assert client.get(f"{begun}result/")["Location"] == begun


def test_entries_that_are_no_more_are_not_linked(client, begun, dictionary):
    client.post(f"{begun}finish/")
    gone = items()[0].entry
    dictionary[gone].indications.all().delete()
    dictionary[gone].delete()
    page = client.get(f"{begun}result/").content.decode()
    assert f'href="/e/{gone}/"' not in page
    assert dictionary[gone].term in page


def test_pages_need_few_queries(client, begun, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(begun)
    client.post(f"{begun}finish/")
    with django_assert_max_num_queries(6):
        client.get(f"{begun}result/")


def test_pages_answer_to_head(client, begun):
    assert client.head("/quiz/").status_code == 200
    assert client.head(begun).status_code == 200
