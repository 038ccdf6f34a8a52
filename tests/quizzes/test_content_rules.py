from content.tree import parse
from quizzes.content_rules import kinds_are_known
from tests.small_content import edited, small_files


def told(files):
    return [str(problem) for problem in kinds_are_known(parse(files))]


def test_known_kinds_are_no_problem():
    assert told(small_files()) == []


def test_an_unknown_kind_is_told_with_its_line_and_the_kinds_there_are():
    files = edited(small_files(), "quizzes.yaml", "- symptoms-to-term", "- riddle")
    assert told(files) == [
        "quizzes.yaml:5: there is no kind of question 'riddle';"
        " there are definition-to-term, symptoms-to-term, term-to-fix"
    ]
