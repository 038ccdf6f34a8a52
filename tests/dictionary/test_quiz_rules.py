"""What the content may say about quizzes. Their kinds: tests/quizzes/test_content_rules.py."""

import pytest

from content import rules
from tests.parsed import parsed
from tests.small_content import edited, small_files

pytestmark = pytest.mark.usefixtures("small_engine")

QUIZZES = "quizzes.yaml"


def told(files):
    return [str(problem) for problem in rules.problems(parsed(files))]


def test_good_quizzes_have_no_problems():
    assert told(small_files()) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  kinds:\n    - term-to-fix\n",
            "  kinds: []\n",
            "quizzes.yaml:11: kinds: List should have at least 1 item",
        ),
        (
            "status: live",
            "status: dead",
            "quizzes.yaml:7: status: Input should be 'live' or 'retired'",
        ),
        (
            "slug: old-one",
            "slug: mixed",
            "quizzes.yaml:8: slug 'mixed' is used already at quizzes.yaml:1",
        ),
        (
            "title: Old one",
            "title: Mixed",
            "quizzes.yaml:9: title 'Mixed' is used already at quizzes.yaml:2",
        ),
        (
            "- symptoms-to-term",
            "- term-to-fix",
            "quizzes.yaml:6: 'term-to-fix' is listed twice",
        ),
        (
            "title: Mixed",
            "title: '  '",
            "quizzes.yaml:2: title: String should have at least 1 character",
        ),
        ("slug: mixed", "slug: Mixed Bag", "quizzes.yaml:1: slug: String should match pattern"),
        ("summary:", "summery:", "quizzes.yaml:3: summery: Extra inputs are not permitted"),
    ],
)
def test_a_fault_of_a_quiz_is_told_with_its_line(old, new, message):
    problems = told(edited(small_files(), QUIZZES, old, new))
    assert any(problem.startswith(message) for problem in problems), problems


def test_quizzes_must_be_a_list():
    files = {**small_files(), QUIZZES: b"mixed: {}\n"}
    assert told(files) == ["quizzes.yaml:1: must be a list of records"]
