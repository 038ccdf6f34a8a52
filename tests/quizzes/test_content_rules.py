from quizzes import content_rules
from quizzes.content_rules import kinds_are_known
from tests.parsed import parsed
from tests.small_content import edited, small_files


def told(files):
    return [str(problem) for problem in kinds_are_known(parsed(files))]


def test_known_kinds_are_no_problem():
    assert told(small_files()) == []


def test_an_unknown_kind_is_told_with_its_line_and_the_kinds_there_are(monkeypatch):
    monkeypatch.setattr(content_rules, "KIND_OF", dict.fromkeys(["order", "term-to-fix"]))
    files = edited(small_files(), "quizzes.yaml", "- symptoms-to-term", "- riddle")
    assert told(files) == [
        "quizzes.yaml:5: there is no kind of question 'riddle'; there are order, term-to-fix"
    ]
