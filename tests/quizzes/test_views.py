import pytest
from django.core.cache import cache
from django.test import Client

from dictionary.models import FailureMode
from quizzes.learners import COOKIE, hash_of
from quizzes.models import Attempt, AttemptItem, Learner, Quiz
from tests import factories
from tests.quizzes.pages import begin, give, items, key, the_attempt, wrong

pytestmark = pytest.mark.django_db


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


def test_a_list_without_quizzes_says_so(client, dictionary):
    Quiz.objects.all().delete()
    assert "There are no quizzes yet." in client.get("/quiz/").content.decode()


def test_an_attempt_at_a_retired_quiz_can_be_finished(client, begun):
    give(client, begun, 1, key(1))
    Quiz.objects.filter(slug="mixed").update(status="retired")

    page = client.get("/quiz/").content.decode()

    assert "Go on<span" in page
    assert client.post("/quiz/mixed/start/")["Location"] == begun
    assert Client().post("/quiz/mixed/start/").status_code == 404
    assert "A bit of everything" not in Client().get("/quiz/").content.decode()


def test_a_retired_quiz_is_not_offered_again(client, begun):
    Quiz.objects.filter(slug="mixed").update(status="retired")

    result = client.post(f"{begun}finish/", follow=True).content.decode()

    assert "Take another" not in result
    assert "All quizzes" in result
    assert client.post("/quiz/mixed/start/").status_code == 404


def test_an_attempt_can_be_finished_when_entries_are_too_few(client, begun, dictionary):
    give(client, begun, 1, key(1))
    FailureMode.objects.update(status="draft")

    page = client.get("/quiz/").content.decode()

    assert page.count('action="/quiz/') == page.count("Go on<span") == 1
    assert "needs at least four entries" in page


def test_too_few_entries_are_told(client, quizzes):
    factories.entry("only-one")
    assert "needs at least four entries" in client.get("/quiz/").content.decode()
    response = client.post("/quiz/mixed/start/")
    assert response.status_code == 503
    assert "too few entries" in response.content.decode()
    assert Attempt.objects.count() == Learner.objects.count() == 0


def test_own_attempts_are_listed(client, begun):
    give(client, begun, 1, key(1))
    assert "Go on" in client.get("/quiz/").content.decode()
    client.post(f"{begun}finish/")
    page = client.get("/quiz/").content.decode()
    assert "A bit of everything: 1 of 6" in page
    assert "A bit of everything: 1 of 6" not in Client().get("/quiz/").content.decode()


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
    client.post(f"{response['Location']}finish/")
    assert the_attempt().learner.key_hash == hash_of(secret)
    assert Learner.objects.filter(key_hash__contains=secret).count() == 0


def test_starting_twice_finds_the_same_attempt(client, begun):
    assert client.post("/quiz/mixed/start/")["Location"] == begun
    give(client, begun, 1, key(1))
    assert client.post("/quiz/mixed/start/")["Location"] == begun
    assert Attempt.objects.count() == 1


def test_twenty_starts_with_one_cookie_are_one_attempt_and_store_nothing(client, begun):
    started = {client.post("/quiz/mixed/start/")["Location"] for _ in range(20)}

    assert started == {begun}
    assert stored_rows() == [0, 0, 0]


def test_starts_without_an_answer_leave_nothing(dictionary):
    for _ in range(5):
        program = Client()
        begun = program.post("/quiz/mixed/start/")["Location"]
        assert program.get(begun).status_code == program.get(f"{begun}?q=6").status_code == 200
        assert program.get(f"{begun}finish/").status_code == 200
        assert program.get(f"{begun}result/")["Location"] == begun

    assert stored_rows() == [0, 0, 0]


def stored_rows():
    return [model.objects.count() for model in (Learner, Attempt, AttemptItem)]


def test_an_address_starts_so_many_quizzes_an_hour(client, dictionary, settings):
    cache.clear()
    settings.QUIZ_START_RATE = "2/hour"
    begun = begin(client)
    give(client, begun, 1, key(1))
    assert Client().post("/quiz/mixed/start/").status_code == 302

    refused = Client().post("/quiz/mixed/start/")

    assert refused.status_code == 429
    assert 3590 < int(refused["Retry-After"]) <= 3600
    assert "in 60 minutes" in " ".join(refused.content.decode().split())
    assert client.post("/quiz/mixed/start/")["Location"] == begun
    cache.clear()


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
        options = question.content.options
        assert all(option.why for option in options)
        assert sum(option.is_key for option in options) == 1
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
