"""Every kind keeps what a quiz relies on, and a kind that does not is found."""

from dataclasses import replace

import pytest
from django.template import engines
from django.template.loader import get_template

from quizzes.grade import Mark
from quizzes.kinds import KINDS
from quizzes.records import Question
from tests.quizzes.contract import faults
from tests.quizzes.other_kinds import CHOOSE_ALL, TEMPLATES


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_every_kind_keeps_the_contract(kind):
    assert set(faults(kind, get_template(kind.template))) == set()


def faults_of(kind, text=TEMPLATES[CHOOSE_ALL]):
    return set(faults(kind, engines["django"].from_string(text)))


@pytest.mark.parametrize("kind", TEMPLATES, ids=lambda kind: kind.slug)
def test_kinds_that_are_no_choice_keep_it_too(kind):
    assert faults_of(kind, TEMPLATES[kind]) == set()


def question(**changes):
    parts = {"prompt": "Which?", "body": {"options": ["a", "b"]}, "scoring": {"key": ["a"]}}
    return Question(**{**parts, **changes})


def making(**changes):
    return {"make": lambda key, bank, rng: question(**changes)}


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"slug": "which-of-many-symptoms-are-shown"}, "the slug is longer than 30 characters"),
        (
            {"make": lambda key, bank, rng: None},
            "asks for none of the entries in tests/quizzes/entries.py",
        ),
        (making(prompt=" "), "makes a question without a prompt"),
        (
            making(scoring={"key": ("a",)}),
            "body or scoring is not the same after it was stored as JSON",
        ),
        ({"outline": lambda body: None}, "outline gives no text"),
        ({"grade": lambda scoring, answer: 1}, "gives no mark"),
        ({"grade": lambda scoring, answer: Mark(1, 1)}, "gives points without an answer"),
        (
            {"grade": lambda scoring, answer: Mark(2 * (answer == {"ticks": scoring["key"]}), 1)},
            "grade: 2 of 1 points is no mark",
        ),
        (
            {"read_answer": lambda body, form: {"ticks": form.get("tick", [])}},
            "reads an answer in a form that was left as it is",
        ),
        (
            {"read_answer": lambda body, form: None},
            "reads no answer in any form that was filled in",
        ),
        (
            {"show_open": lambda body, answer: [(name, False) for name in body["options"]]},
            "the open page does not show the stored answer again",
        ),
        ({"answer_text": lambda body, answer: ""}, "an answer has no words"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_kind_is_found(changes, fault):
    assert fault in faults_of(replace(CHOOSE_ALL, **changes))


def test_a_page_without_fields_is_found():
    assert "the open page has no field" in faults_of(CHOOSE_ALL, "Which?")


def test_a_field_of_a_name_that_is_taken_is_found():
    text = TEMPLATES[CHOOSE_ALL].replace('name="tick"', 'name="item"')
    assert "the page has other fields of the names ['item']" in faults_of(CHOOSE_ALL, text)
