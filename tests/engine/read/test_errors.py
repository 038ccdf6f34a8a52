import pytest

from engine.read import Problem, ReadError
from engine.read.errors import escape


def test_every_problem_is_in_the_message():
    error = ReadError(("a.csv:3", "not a table"), ("", "empty"))

    assert error.problems == (Problem("a.csv:3", "not a table"), Problem("", "empty"))
    assert str(error) == "a.csv:3: not a table; empty"


def test_error_without_problems_is_empty():
    assert str(ReadError()) == ""


@pytest.mark.parametrize(
    ("key", "step"), [("loss", "loss"), ("a/b~c", "a~1b~0c"), ("", ""), ("x" * 90, "x" * 80)]
)
def test_key_as_a_step_of_a_pointer(key, step):
    assert escape(key) == step
