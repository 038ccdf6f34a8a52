"""Counting nodes, branches, arguments and comments of small sources."""

import ast

import pytest

from scripts.structure import syntax


def function(source):
    return next(syntax.functions(ast.parse(source)))


def test_nodes_a_line_divide_by_lines_that_are_not_blank():
    text = "x = 1\n\n\ny = 2\n"  # Module, and twice Assign, Name, Store, Constant

    assert syntax.nodes_per_line(text, ast.parse(text)) == 9 / 2


def test_comments_and_docstrings_are_written_lines():
    assert syntax.written_lines('"""Say why."""\n\n# because\n') == ['"""Say why."""', "# because"]


def test_nodes_a_line_of_nothing_are_zero():
    assert syntax.nodes_per_line("\n\n", ast.parse("\n\n")) == 0


def test_functions_within_functions_and_methods_are_found():
    nested = "def outer():\n    def inner(): pass\n"
    tree = ast.parse(nested + "class A:\n    async def method(self): pass\n")

    assert {found.name for found in syntax.functions(tree)} == {"outer", "inner", "method"}


def test_lambdas_are_no_functions():
    assert list(syntax.functions(ast.parse("f = lambda x: x"))) == []


def test_decorators_are_not_lines_of_a_function():
    assert syntax.line_count(function("@one\n@two\ndef f():\n    pass\n")) == 2


@pytest.mark.parametrize(
    ("body", "branches"),
    [
        ("pass", 1),
        ("return [x for x in y]", 2),
        ("return a if b else c", 2),
        ("return a and b and c", 3),
        ("return not a", 1),
        ("while a: pass", 2),
        ("with a: pass", 1),
    ],
)
def test_branches_count_forks(body, branches):
    assert syntax.branch_count(function(f"def f():\n    {body}\n")) == branches


def test_arguments_leave_out_self_and_stars():
    source = "def f(self, a, /, b, *args, c, d=1, **kwargs): pass"

    assert syntax.argument_count(function(source)) == 4


@pytest.mark.parametrize(
    ("signature", "typed"),
    [
        ("f() -> None", True),
        ("f(self, a: int, *args: int) -> None", True),
        ("f(a: int)", False),
        ("f(a) -> None", False),
        ("f(*args) -> None", False),
        ("f(*, a) -> None", False),
    ],
)
def test_typed_means_every_annotation(signature, typed):
    assert syntax.is_typed(function(f"def {signature}: pass")) is typed


@pytest.mark.parametrize(("name", "private"), [("_f", True), ("f", False), ("__init__", False)])
def test_private_names_start_with_one_underscore(name, private):
    assert syntax.is_private(function(f"def {name}(): pass")) is private


@pytest.mark.parametrize(
    ("source", "postponed"),
    [
        ('"""Doc."""\nfrom __future__ import annotations\n', True),
        ("from __future__ import division\n", False),
        ("# from __future__ import annotations\n", False),
    ],
)
def test_postponed_annotations_are_an_import(source, postponed):
    assert syntax.has_postponed_annotations(ast.parse(source)) is postponed


def test_comments_beside_code_are_code_lines():
    text = '"""Two\nlines."""\n# alone\nx = 1  # beside\n\ny = "# none"\n'

    assert syntax.comment_and_code_lines(text) == (1, 4)
