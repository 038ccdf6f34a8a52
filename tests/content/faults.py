"""Paths of the small content, and the problems of an edited one."""

from content import rules
from tests.parsed import parsed
from tests.small_content import edited

HIGH = "failure_modes/optimization/rate-too-high.md"
LOW = "failure_modes/optimization/rate-too-low.md"
LOSS = "symptoms/loss.yaml"
SPEED = "symptoms/speed.yaml"


def problems_of(files):
    return rules.problems(parsed(files))


def messages_of(files):
    return [problem.message for problem in problems_of(files)]


def last_line_of(files, path, text):
    """Return the number of the last line of a file that has the text."""
    lines = files[path].decode().splitlines()
    return max(number for number, line in enumerate(lines, 1) if text in line)


def assert_problem_after(edit, files, message):
    """`edit` is a path, a text of that file, and the text in its place."""
    problems = problems_of(edited(files, *edit))

    assert any(message in problem.message for problem in problems), problems


def assert_only_problem_is_at(place, edit, files):
    """`place` is a text; the problem must have the last line with it."""
    broken = edited(files, *edit)

    [problem] = problems_of(broken)

    path, _, _ = edit
    assert (problem.path, problem.line) == (path, last_line_of(broken, path, place))
