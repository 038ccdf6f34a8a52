"""Ternaries inside arguments, and comprehensions that filter and assign."""

import ast

import pytest

from scripts.structure import packing


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("f(a if b else c)", 1),
        ("f(x=a if b else c)", 1),
        ("f(g(a if b else c))", 1),
        ("f([a if b else c for a in d], 1 if e else 2)", 2),
        ("x = a if b else c\nf(x)", 0),
        ("(a if b else c)(d)", 0),
        ("x = [a if b else c]", 0),
    ],
)
def test_ternaries_count_inside_arguments_only(source, count):
    assert packing.ternaries_in_arguments(ast.parse(source)) == count


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("[y for x in z if (y := f(x))]", 1),
        ("{(y := f(x)): y for x in z if x}", 1),
        ("[(y := f(x)) for x in z]", 0),
        ("[x for x in z if x]", 0),
        ("[[(y := x) for x in row] for row in z if row]", 0),
        ("if (y := f(x)): pass", 0),
    ],
)
def test_walrus_comprehensions_have_a_condition_too(source, count):
    assert packing.walrus_comprehensions(ast.parse(source)) == count
