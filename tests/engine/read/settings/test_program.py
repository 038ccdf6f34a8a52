import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.program import end_of_program, program_settings, starts_program
from tests.together import together


@pytest.mark.parametrize(
    "line",
    ["import torch", "import a, b as c", "from x import y", "def f(x):", "class A:", "@dataclass"],
)
def test_start(line):
    assert starts_program(line)


@pytest.mark.parametrize(
    "line",
    ["", "import errors are bad", "from the start it fails", "class 3 is never seen", "iter 10: 3"],
)
def test_no_start(line):
    assert not starts_program(line)


@together(
    "text, end",
    [
        ("import a\nx = 1\ny = 2\nEpoch 1: loss 2", 3),
        ("def f(x):\n    return x\n\nprint(f(1))\nstep 1 loss 2", 4),
        ("def f(x):\n    '''\n    loss: 1\n    '''\n    return x\nloss: 1", 5),
        ("import a\nf(\n  b,\n)\n  loss: 0.5", 4),
        ("import a\nx = 1\ny = 2\ns = '''\n" + "step 1 loss 2\n" * 1000, 3),
        ("import a\nx = 1\ny = '('\nstep 1 loss 2", 3),
        ("import a\nx = 1\ny = f(\n" + "=" * 40 + "\nstep 1 loss 2", 0),
        ("import a\nstep 1 loss 2", 0),
        ("import a", 0),
    ],
)
def test_end(text, end):
    assert end_of_program(text.splitlines(), 0) == end


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("lr = 0.1", {"lr": 0.1}),
        ("batch_size: int = 8 * 64  # tokens", {"batch_size": 512}),
        ("opt = Adam(p, lr=0.1)", {"opt": {"lr": 0.1}}),
        ("parser.add_argument('--lr', type=float, default=1e-3)", {"lr": 1e-3}),
        ("parser.add_argument('-b', '--batch-size', default=64)", {"batch-size": 64}),
    ],
)
def test_settings(line, found):
    assert program_settings([line]) == {"program": found}


@pytest.mark.parametrize(
    "line", ["val_loss = 0.0", "step = 0", "lr = group['lr']", "def f(p, lr=0.1):", "if lr == 0.1:"]
)
def test_no_settings(line):
    assert program_settings([line]) == {}


def test_several_values_of_one_name_are_kept():
    lines = ["lr = 1", "lr = 2", "lr = 3"]

    assert program_settings(lines) == {
        "program": {"lr": 1, "other 2": {"lr": 2}, "other 3": {"lr": 3}}
    }


@given(st.lists(st.text(alphabet="def x(=):'\"#\n 1[]", max_size=30), max_size=10))
def test_any_lines(lines):
    assert 0 <= end_of_program(lines, 0) <= len(lines)
    program_settings(lines)
