import random

import pytest

from quizzes.choice.make import Draft, Option, question_of
from tests.quizzes.entries import FixedChance

RIGHT = Option("Right", "key", "It is.")


def wrong(count):
    return [Option(f"Wrong {number}", f"other-{number}", "It is not.") for number in range(count)]


def draft(options):
    return Draft("Which?", ("Shown",), RIGHT, options)


def test_the_body_keeps_the_key_secret():
    question = question_of(draft(wrong(3)), random.Random(1))

    assert question.prompt == "Which?"
    assert question.body["shown"] == ["Shown"]
    assert all(set(option) == {"id", "text"} for option in question.body["options"])
    assert {option["text"] for option in question.body["options"]} == {
        "Right",
        "Wrong 0",
        "Wrong 1",
        "Wrong 2",
    }


def test_the_scoring_names_the_key_and_explains_each_option():
    question = question_of(draft(wrong(2)), FixedChance())

    key = question.scoring["key"]
    assert question.body["options"][0] == {"id": key, "text": "Right"}
    assert question.scoring["points"] == 1
    assert question.scoring["entries"][key] == "key"
    assert list(question.scoring["why"].values()) == ["It is.", "It is not.", "It is not."]


@pytest.mark.parametrize(
    "options", [[], wrong(1), [*wrong(2), Option("Right", "twin", "It is not.")]]
)
def test_too_few_or_equal_options_make_no_question(options):
    assert question_of(draft(options), FixedChance()) is None


def test_no_draft_makes_no_question():
    assert question_of(None, FixedChance()) is None
