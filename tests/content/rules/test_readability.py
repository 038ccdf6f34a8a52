"""Sentences are short, one by one and on average."""

import pytest

from content.rules import readability
from tests.parsed import parsed
from tests.small_content import entry, small_files

LONG = "The loss of the run " + "and of the next run " * 6 + "falls."


def messages(**fields):
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", **fields)
    files = small_files(failure_modes=(changed, low))
    return [problem.message for problem in readability.sentences_are_short(parsed(files))]


def test_short_sentences_are_no_problem():
    assert messages() == []


def test_a_long_sentence_is_a_problem():
    [message] = messages(definition=LONG)

    assert message.startswith("36 words in one sentence, split it: The loss of the run")


@pytest.mark.parametrize("end", [". ", ": ", "?\n"])
def test_a_sentence_ends_at_its_mark(end):
    half = "The loss of the run " + "and of the next run " * 2
    assert messages(definition=f"{half}falls{end}{half}falls.") == []


def test_formulas_and_code_count_as_one_word():
    text = "It is $a + b + c + d + e + f + g$ " * 2 + "and `a b c d e f g h i j k l` at the end."

    assert messages(definition=text) == []


def test_long_sentences_on_average_are_a_problem():
    text = ("The loss of the run " + "and of the next run " * 5 + "falls. ") * 40

    assert [text for text in messages(definition=text) if "words a sentence, at most 16" in text]
