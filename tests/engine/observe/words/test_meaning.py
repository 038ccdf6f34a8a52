import pytest

from engine.observe.words.meaning import asks_what_lines_mean


@pytest.mark.parametrize(
    "text",
    ["what do the lines mean?", "meaning of these numbers", "where is the output documented?"],
)
def test_a_question_for_the_meaning_is_one(text):
    assert asks_what_lines_mean(text)


@pytest.mark.parametrize("text", ["what does it mean when the loss rises?", "the mean loss", ""])
def test_other_clauses_are_none(text):
    assert not asks_what_lines_mean(text)
