import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from quizzes import learners
from quizzes.models import Attempt, Learner, Quiz

pytestmark = pytest.mark.django_db


def request_with(cookie=None):
    request = RequestFactory().get("/quiz/")
    if cookie is not None:
        request.COOKIES[learners.COOKIE] = cookie
    return request


def cookie_of(key):
    """The signed cookie that keeps the key in a browser."""
    response = HttpResponse()
    learners.keep_key(response, key)
    return response.cookies[learners.COOKIE].value


def attempt_of(key):
    quiz, _ = Quiz.objects.get_or_create(
        slug="own", title="Own", summary="Own", kinds=["term-to-fix"]
    )
    learner = Learner.objects.create(key_hash=learners.hash_of(key))
    return Attempt.objects.create(quiz=quiz, learner=learner, seed=1, edition="")


def test_a_kept_key_is_read_again():
    key = learners.new_key()
    assert learners.read_key(request_with(cookie_of(key))) == key


@pytest.mark.parametrize(
    "cookie",
    [
        None,
        "",
        "forged",
        "forged:1tQ:xxxx",
        pytest.param(cookie_of("key")[:-1] + "!", id="wrong signature"),  # it changes by the second
    ],
)
def test_a_missing_or_forged_cookie_has_no_key(cookie):
    assert learners.read_key(request_with(cookie)) == ""


def test_keys_are_long_and_differ():
    keys = {learners.new_key() for _ in range(20)}
    assert len(keys) == 20
    assert min(map(len, keys)) >= 32


def test_attempts_belong_to_the_learner_with_the_key():
    own = attempt_of("one")
    attempt_of("two")
    assert list(learners.own_attempts(request_with(cookie_of("one")))) == [own]


def test_without_a_key_there_are_no_attempts():
    attempt_of("")
    assert list(learners.own_attempts(request_with())) == []


def test_cookies_of_the_version_before_stay_valid():
    assert (learners.COOKIE, learners.SALT) == ("quiz_key", "quizzes.owner")
