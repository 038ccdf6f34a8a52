import pytest

from engine.read.code.forms import is_statement, may_be_statement
from tests.together import together

STATEMENTS = [
    "import numpy as np",
    "from torch import nn",
    "for x in y:",
    "return loss",
    "else:",
    "x = 1",
    "a, b = f(x)",
    "loss.backward()",
    "# a comment",
    ")",
    "x += 1",
    "assert x == y",
    "pass",
    "def f(x):  # why",
    "(a, b), (c, d) = load_data()",
    "((a, b), c) = f(x)",
    "[a, b] = f(x)",
    "x[0], y = 1, 2",
    "x //= 2",
]
SENTENCES = [
    "import the data and train",
    "for a while it works",
    "return to the start of the run",
    "pass the test set",
    "The loss is nan.",
    "epoch 1 loss 2",
    "with a rate of 0.1 it fails",
    "raise the learning rate a bit",
    "from the second epoch on it is flat",
    "loss (train), acc = 0.5",
    "(best so far), loss = 0.5",
    "loss == 3",
]


@together("line", STATEMENTS)
def test_statements(line):
    assert is_statement(line, may_indent=False)


@together("line", SENTENCES)
def test_sentences(line):
    assert not is_statement(line, may_indent=False)


def test_an_indented_line_needs_a_block():
    assert is_statement("    x = 1", may_indent=True)
    assert not is_statement("    x = 1", may_indent=False)


@together("line", STATEMENTS)
def test_statements_are_looked_at(line):
    assert may_be_statement(f"  {line}")


@pytest.mark.parametrize("line", ["", "INFO epoch 3: loss 0.4", "formatted 3 files"])
def test_most_lines_of_a_log_are_not(line):
    assert not may_be_statement(line)
