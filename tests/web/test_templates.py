"""Lines of templates can be read without scrolling."""

from pathlib import Path

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
WIDTH = 160
# Template -> number of longer lines. May only shrink: lower it where a template got better.
EXCEPTIONS = {
    "diagnostics/_answer.html": 3,
    "diagnostics/_diagnosis.html": 4,
    "diagnostics/_form.html": 9,
    "diagnostics/diagnose.html": 1,
    "quizzes/_stale.html": 1,
    "quizzes/_steps.html": 1,
    "quizzes/choice/_open.html": 1,
    "quizzes/choice/_solved.html": 2,
    "quizzes/finish.html": 1,
    "quizzes/index.html": 3,
    "quizzes/kinds/definition_to_term.html": 1,
    "quizzes/kinds/symptoms_to_term.html": 1,
    "quizzes/kinds/term_to_fix.html": 1,
    "quizzes/result.html": 2,
}


def long_lines():
    """Template -> number of its long lines, for those that have any."""
    counts = {}
    for path in sorted(TEMPLATES.rglob("*.*")):
        lines = path.read_text().splitlines()
        count = sum(len(line) > WIDTH for line in lines)
        if count:
            counts[path.relative_to(TEMPLATES).as_posix()] = count
    return counts


def test_no_template_gets_a_longer_line():
    worse = {name: count for name, count in long_lines().items() if count > EXCEPTIONS.get(name, 0)}

    assert worse == {}, f"break lines at {WIDTH} characters"


def test_templates_that_got_better_are_lowered_in_the_list():
    counts = long_lines()

    better = {name: count for name, count in EXCEPTIONS.items() if count > counts.get(name, 0)}

    assert better == {}, "lower these in EXCEPTIONS, or take them out"
