import ast

import pytest

from engine.observe.code.shortcuts import adds


@pytest.mark.parametrize("text", ["x + f(x)", "torch.cat([x, y])", "x = x\nx += f(x)"])
def test_something_is_added(text):
    assert adds(ast.parse(text))


@pytest.mark.parametrize("text", ["f(x)", "x * f(x)", "x - y"])
def test_nothing_is_added(text):
    assert not adds(ast.parse(text))
    assert not adds(None)
