"""Entries stay short."""

import pytest

from content.rules import lengths
from tests.parsed import parsed
from tests.small_content import chapter, entry, small_files

LONG = " ".join(["word"] * 71)


def messages(rule, **fields):
    low = entry("rate-too-low", 51, "rate-too-high", example=None)
    changed = entry("rate-too-high", 50, "rate-too-low", **fields)
    files = small_files(failure_modes=(changed, low))
    return [problem.message for problem in rule(parsed(files))]


def test_short_entries_are_no_problem():
    assert messages(lengths.parts_are_short) == messages(lengths.entries_are_short) == []


def test_a_long_part_is_a_problem():
    assert messages(lengths.parts_are_short, definition=LONG) == [
        "71 words in definition, at most 70"
    ]


def test_formulas_and_code_do_not_count():
    definition = f"word $$\n{LONG}\n$$\n\n```python\n{LONG}\n```\n"

    assert messages(lengths.parts_are_short, definition=definition) == []


def test_what_stands_before_the_look_alikes_counts_apart():
    rescue = {"verdict": "no", "text": " ".join(["word"] * 350)}

    [message] = messages(lengths.entries_are_short, rescue=rescue)

    assert message.endswith("words before the look-alikes, at most 350")


def test_all_words_of_an_entry_count():
    [message] = messages(lengths.entries_are_short, mechanism=" ".join(["word"] * 800))

    assert message.endswith("words, at most 800")


@pytest.mark.parametrize(
    ("count", "is_wrong"), [(99, True), (100, False), (200, False), (201, True)]
)
def test_a_chapter_says_enough_and_no_more(count, is_wrong):
    intro = " ".join(["word"] * count)
    files = small_files(chapters=(chapter("optimization", intro=intro),))

    found = [problem.message for problem in lengths.chapters_are_introduced(parsed(files))]

    assert found == [f"{count} words in intro, 100 to 200 are wanted"] * is_wrong
