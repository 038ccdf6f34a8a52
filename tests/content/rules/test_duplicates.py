"""No two entries say the same in nearly the same words, but for what should agree."""

import pytest

from content.rules import duplicates
from tests.parsed import parsed
from tests.small_content import entry, small_files

SENTENCE = "The largest update of the first hundred steps moves the weights away from the data."
NEARLY = (
    "The largest update of the first hundred steps moves the weights away from the data at once."
)


def messages(first, second):
    high = entry("rate-too-high", 50, "rate-too-low", **first)
    low = entry("rate-too-low", 51, "rate-too-high", example=None, **second)
    files = small_files(failure_modes=(high, low))
    found = duplicates.entries_do_not_repeat_each_other(parsed(files))
    return [problem.message for problem in found if "says nearly the same" in problem.message]


def alone(text):
    """Return the texts of an entry that has none of the other's."""
    return {"definition": text}


@pytest.mark.parametrize("second", [SENTENCE, NEARLY, SENTENCE.upper()])
def test_a_repeated_sentence_is_a_problem(second):
    before = messages(alone("It falls."), alone("It falls."))

    after = messages(alone(SENTENCE), alone(second))

    assert len(after) == len(before) + 1


def test_other_words_are_no_problem():
    before = messages(alone("It falls."), alone("It falls."))
    other = "A long warm-up keeps the weights near the data while the statistics settle down."

    assert messages(alone(SENTENCE), alone(other)) == before


def test_an_entry_may_repeat_itself():
    before = messages(alone("It falls."), alone("It falls."))

    assert messages(alone(f"{SENTENCE} {SENTENCE}"), alone("It falls.")) == before


def test_both_sides_of_a_pair_may_agree():
    before = messages({}, {})
    look_alikes = [[{"failure_mode": name, "tell_apart": SENTENCE}] for name in ("low", "high")]
    first, second = (
        {"look_alikes": [{**each[0], "failure_mode": f"rate-too-{each[0]['failure_mode']}"}]}
        for each in look_alikes
    )

    assert messages(first, second) == before
