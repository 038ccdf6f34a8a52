"""Fixes name their causes, can be verified and have short snippets."""

import pytest

from content.rules import fixes
from tests.content.faults import HIGH
from tests.parsed import parsed
from tests.small_content import edited, small_files


def messages(rule, old="severity: 4", new="severity: 4"):
    files = edited(small_files(), HIGH, old, new)
    return [problem.message for problem in rule(parsed(files))]


RULES = (
    fixes.fixes_name_causes_of_their_entry,
    fixes.root_fixes_name_their_cause,
    fixes.fixes_can_be_verified,
    fixes.snippets_are_short_programs,
)


@pytest.mark.parametrize("rule", RULES)
def test_good_fixes_are_no_problem(rule):
    assert messages(rule) == []


@pytest.mark.parametrize(
    ("rule", "old", "new", "message"),
    [
        (
            fixes.fixes_name_causes_of_their_entry,
            "      - above-bound",
            "      - nothing",
            "no cause has the key nothing",
        ),
        (
            fixes.fixes_name_causes_of_their_entry,
            "key: no-warm-up",
            "key: above-bound",
            "above-bound is listed twice",
        ),
        (
            fixes.root_fixes_name_their_cause,
            "    for_cause:\n      - above-bound\n",
            "",
            "a root fix names the causes that it removes",
        ),
        (
            fixes.fixes_can_be_verified,
            "The loss falls for 3 epochs.",
            "The loss falls.",
            "give a number or a command in backticks: a hope cannot fail",
        ),
        (
            fixes.snippets_are_short_programs,
            "          while rate > 1:\n",
            "",
            "2 lines, a snippet has 3 to 10",
        ),
        (
            fixes.snippets_are_short_programs,
            "while rate > 1:",
            "while rate >:",
            "not Python: invalid syntax",
        ),
    ],
)
def test_a_faulty_fix_is_a_problem(rule, old, new, message):
    assert message in messages(rule, old, new)
