"""Statements that can only be program text."""

from ast import parse

import pytest

from engine.read.code.acting import acts, counted, height
from tests.together import together


@together(
    "line",
    [
        "import torch",
        "for x in loader: pass",
        "def f(): return 1",
        "optimizer.zero_grad()",
        "model = build(4)",
        "total += loss.item()",
        "x = [len(y) for y in z]",
        "print(loss)",
    ],
)
def test_calls_loops_and_definitions_act(line):
    assert acts(parse(line).body[0])


@pytest.mark.parametrize("line", ["lr = 0.1", "model = resnet", "loss", "Adam()", "x: int", "pass"])
def test_settings_and_bare_names_do_not(line):
    assert not acts(parse(line).body[0])


def test_statements_inside_of_others_are_counted():
    (loop,) = parse("for x in y:\n    a = 1\n    b = 2\n").body
    assert counted([loop]) == 3
    assert height(loop) == 3
