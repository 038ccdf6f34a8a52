"""A quiz carries kinds that are no choice: several values, typed text, partial points."""

import re

import pytest

from quizzes.attempts import items_of
from quizzes.kinds import KIND_OF
from quizzes.models import Attempt, Quiz, Response
from tests.quizzes.other_kinds import TEMPLATES

KINDS = ["choose-all", "number", "order"]


@pytest.fixture
def begun(client, dictionary, monkeypatch, settings, tmp_path):
    """The address of an attempt with two questions of each of the three kinds, in turns."""
    for kind, template in TEMPLATES.items():
        monkeypatch.setitem(KIND_OF, kind.slug, kind)
        path = tmp_path / kind.template
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template)
    [engine] = settings.TEMPLATES
    settings.TEMPLATES = [{**engine, "DIRS": [*engine["DIRS"], tmp_path]}]
    Quiz.objects.create(slug="other", title="Other", summary="Other", kinds=KINDS)
    return client.post("/quiz/other/start/")["Location"]


def send(client, begun, position, **fields):
    page = client.get(f"{begun}?q={position}").content.decode()
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]*)"', page)[1] for name in ("item", "revision")
    }
    return client.post(f"{begun}answer/", {**hidden, **fields})


def answers():
    return list(Response.objects.order_by("item__position").values_list("answer", flat=True))


def test_answers_of_every_shape_are_stored_and_shown_again(client, begun):
    send(client, begun, 1, tick=["c", "a"])
    send(client, begun, 2, number="10,8")
    send(client, begun, 3, **{"place-x": "2", "place-y": "3", "place-z": "1"})

    assert answers() == [
        {"ticks": ["a", "c"]},
        {"text": "10,8", "value": 10.8},
        {"places": {"x": "2", "y": "3", "z": "1"}},
    ]
    assert client.get(f"{begun}?q=1").content.decode().count(" checked") == 2
    assert 'name="number" value="10,8"' in client.get(f"{begun}?q=2").content.decode()
    assert 'name="place-z" value="1"' in client.get(f"{begun}?q=3").content.decode()


@pytest.mark.parametrize(
    ("position", "fields", "message", "kept"),
    [
        (1, {"tick": ["a", "q"]}, "does not fit the question", 'value="a" checked'),
        (2, {"number": "a lot <b>"}, "Enter a number, for example 0.5.", 'value="a lot &lt;b&gt;"'),
        (3, {"place-x": "1", "place-y": "1"}, "Give each step a place", 'name="place-y" value="1"'),
    ],
)
def test_a_bad_answer_is_refused_in_the_kinds_words_and_kept(
    client, begun, position, fields, message, kept
):
    response = send(client, begun, position, **fields)

    assert response.status_code == 400
    assert message in response.content.decode()
    assert kept in response.content.decode()
    assert answers() == []


@pytest.mark.parametrize("text", ["nan", "-inf", "1e999"])
def test_a_number_that_is_not_finite_is_refused_and_kept(client, begun, text):
    response = send(client, begun, 2, number=text)

    assert response.status_code == 400
    assert "does not fit the question" in response.content.decode()
    assert f'name="number" value="{text}"' in response.content.decode()
    assert answers() == []


def test_a_stale_answer_of_another_kind_is_kept_too(client, begun):
    send(client, begun, 2, number="1")
    stale = send(client, begun, 2, number="2", revision="0")

    assert stale.status_code == 409
    assert "“1 nats” is stored" in stale.content.decode()
    assert 'name="number" value="2"' in stale.content.decode()
    assert [answer["text"] for answer in answers()] == ["1"]


def test_a_question_that_is_left_out_stores_nothing(client, begun):
    for position in (1, 2, 3):
        assert send(client, begun, position).status_code == 302
    assert answers() == []


def test_the_end_lists_the_answers_in_words(client, begun):
    send(client, begun, 1, tick=["b", "a"])
    send(client, begun, 3, **{"place-x": "2", "place-y": "3", "place-z": "1"})

    page = client.get(f"{begun}finish/").content.decode()

    assert "a, b" in page
    assert "z x y" in page
    assert "4 questions without an answer" in page


def test_partial_points_are_summed_and_shown(client, begun):
    send(client, begun, 1, tick=["a"])
    send(client, begun, 2, number="10.3")
    send(client, begun, 3, **{"place-x": "1", "place-y": "3", "place-z": "2"})
    send(client, begun, 4, tick=["a", "c"])
    send(client, begun, 5, number="99")

    page = client.post(f"{begun}finish/", follow=True).content.decode()

    attempt = Attempt.objects.get()
    assert (attempt.score, attempt.maximum) == (0.5 + 2 + 2 + 1 + 0 + 0, 16)
    assert "<h1>5.5 of 16 right</h1>" in page
    verdicts = ("Partly right", "Right", "Wrong", "Not answered")
    assert [page.count(f">{verdict}<") for verdict in verdicts] == [3, 1, 1, 1]
    assert "Right: a+c" in page


def test_nul_is_left_out_of_what_is_stored(client, begun):
    send(client, begun, 2, number="1\0" + "0")
    assert answers() == [{"text": "10", "value": 10.0}]


def test_an_open_attempt_keeps_the_scoring_of_other_kinds_secret(client, begun):
    pages = [begun, f"{begun}finish/", *(f"{begun}?q={position}" for position in range(1, 7))]
    shown = "".join(client.get(page, follow=True).content.decode() for page in pages)
    assert "10.82" not in shown
    assert "z x y" not in shown
    client.post(f"{begun}finish/")
    assert {item.kind for item in items_of(Attempt.objects.get())} == set(KINDS)
