import pytest

from engine.observe.code.lengths import length, times_run
from engine.read.code.code import code_of
from engine.run import Snippet


def asked(text):
    code = code_of([Snippet("a", 1, f"W = [1, 2, 3, 4]\nuse({text})")])
    [call] = code.calls_of("use")
    return code, call.args[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("zip(W, W[1:])", 3),
        ("enumerate(range(7))", 7),
        ("W[:-1]", 3),
        ("reversed(W)", 4),
        ("zip(W, other)", None),
        ("W[::2]", None),
        ("loader", None),
    ],
)
def test_length_of_what_a_loop_runs_over(text, expected):
    code, node = asked(text)

    assert length(code, node) == expected


def test_times_that_a_statement_runs():
    text = "for a in range(3):\n    for b in range(4):\n        f()\nwhile x:\n    g()\nh()\n"
    code = code_of([Snippet("a", 1, text)])
    first, second, last = (call for call in code.calls if call.func.id in "fgh")

    assert times_run(code, first, last) == 12
    assert times_run(code, second, last) is None
