"""Read and fill in the quiz pages as a browser would."""

import re

from django.http import HttpResponse

from quizzes.attempts import items_of
from quizzes.learners import COOKIE, hash_of, keep_key
from quizzes.models import Attempt, Quiz
from quizzes.pending import next_attempt

KEY = "the learner of these tests"


def begin(client):
    """Start the quiz `mixed` as the learner with KEY, and return the address of the attempt."""
    response = HttpResponse()
    keep_key(response, KEY)
    client.cookies[COOKIE] = response.cookies[COOKIE].value
    return client.post("/quiz/mixed/start/")["Location"]


def the_attempt():
    """The stored attempt, else the one that was begun and waits for its first answer."""
    mixed = Quiz.objects.get(slug="mixed")
    return Attempt.objects.filter(quiz=mixed).first() or next_attempt(mixed, hash_of(KEY))


def items():
    return items_of(the_attempt())


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
