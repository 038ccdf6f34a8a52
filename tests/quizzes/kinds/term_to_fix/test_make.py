import pytest

from quizzes.kinds.term_to_fix.make import draft, fixes_that_do_not_help, make, why_other
from quizzes.records import Bank, Remedy
from tests.quizzes.entries import FixedChance, bank_with, entry_of, make_entry


def test_only_fixes_of_the_cause_are_asked_for():
    rooted = make_entry("key", [], ["Root fix"])
    key = make_entry(
        "key", [], [], remedies=(Remedy("Stop the run", "stopgap", "", ""), *rooted.remedies)
    )
    bare = make_entry("key", [], [])

    assert draft(key, bank_with(key), FixedChance()).right.text == "Root fix"
    assert make(bare, bank_with(bare), FixedChance()) is None


def test_a_fix_that_names_the_failure_is_not_asked_for():
    key = make_entry("loss-spikes", [], ["Remove the spikes of the loss"])
    assert draft(key, bank_with(key), FixedChance()) is None


@pytest.mark.parametrize(
    "title",
    [
        "Divide the steps by ten",  # the same in other words
        "Edit one line",  # what the text of the fix says as well
        "Lower a rate that is too high",  # names the key
        "Stop the other failure",  # names its own entry
    ],
)
def test_a_fix_that_may_help_is_no_option(title):
    key = entry_of("rate-too-high")
    assert fixes_that_do_not_help(key, make_entry("other-failure", [], [title])) == []


def test_a_fix_of_something_else_is_an_option():
    key = entry_of("rate-too-high")
    other = make_entry("other-failure", [], ["Gather more examples"])
    assert [remedy.title for remedy in fixes_that_do_not_help(key, other)] == [
        "Gather more examples"
    ]
    cause = make_entry("rate-too-high", [], [], relatives=frozenset({"other-failure"}))
    assert fixes_that_do_not_help(cause, other) == []


def test_two_options_that_read_the_same_make_no_question():
    key = make_entry("case-0", [], ["Quite another thing"])
    others = [make_entry(f"case-{number}", [], ["Do the same"]) for number in range(1, 5)]
    assert make(key, Bank((key, *others)), FixedChance()) is None


def test_a_wrong_fix_is_explained_by_its_own_failure():
    told = why_other(entry_of("rate-too-high"), entry_of("nan-loss"))
    assert told.startswith("This is a fix for Nan loss. If it were")
