"""The two programs of an example differ in one thing, and its figures are recorded."""

import pytest

from content.rules import examples
from tests.content.faults import HIGH
from tests.parsed import parsed
from tests.small_content import edited, small_files

BAD = "specimens/rate-too-high/bad.py"


def messages(rule, path=HIGH, old="severity: 4", new="severity: 4"):
    files = edited(small_files(), path, old, new)
    return [problem.message for problem in rule(parsed(files))]


def test_a_good_example_is_no_problem():
    assert messages(examples.examples_differ_in_one_thing) == []
    assert messages(examples.figures_of_examples_are_recorded) == []


def test_docstrings_do_not_count():
    found = examples.difference('"""It fails."""\nlr = 1\n', '"""It works."""\nlr = 2\n')

    assert (found.bad, found.good, found.places) == (["lr = 1"], ["lr = 2"], 1)


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            BAD,
            "print(lr)\n",
            "\n".join(f"a{number} = 1" for number in range(9)),
            "the programs differ in 10 and 2 lines in 1 places: change one thing",
        ),
        (
            HIGH,
            "'`lr = 10.0` against `lr = 0.1`'",
            "The learning rate",
            "say in one line what differs, with the code of both sides in backticks",
        ),
        (HIGH, "`lr = 0.1`", "`lr = 0.2`", "lr = 0.2 stands in no line that differs"),
    ],
)
def test_another_difference_is_a_problem(path, old, new, message):
    assert messages(examples.examples_differ_in_one_thing, path, old, new) == [message]


@pytest.mark.parametrize(
    ("figure", "message"),
    [
        ("{{bad.val_loss.last}}", "no val_loss was recorded"),
        ("{{bad.train_loss.middle}}", "middle is none of"),
        ("{{bad.train_loss.last:q}}", "Unknown format code"),
        ("{{train_loss}}", "a figure is written"),
    ],
)
def test_a_figure_that_was_not_recorded_is_a_problem(figure, message):
    old = "{{bad.train_loss.last:.2f}}"

    [problem] = messages(examples.figures_of_examples_are_recorded, HIGH, old, figure)

    assert message in problem
