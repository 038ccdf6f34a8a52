"""Figures of the tests: how many, how long, how many asserts, how they are named."""

import ast
from collections.abc import Sequence

from scripts.structure.checkout import Source
from scripts.structure.figure import Figure, mean, median, ninetieth, number_of, share, spread
from scripts.structure.sums import functions_of, line_sum, node_sum
from scripts.structure.syntax import Function, line_count

EXPECTED_ERRORS = ("raises", "warns")


def suite_figures(code: Sequence[Source], tests: Sequence[Source]) -> list[Figure]:
    lines = line_sum(tests)
    ratio = {
        "lines": share(lines, line_sum(code)),
        "nodes": share(node_sum(tests), node_sum(code)),
    }
    return [
        Figure(
            "tests",
            "test files / lines",
            {"files": len(tests), "lines": lines},
        ),
        Figure(
            "tests_to_code",
            "tests : code, lines / nodes",
            ratio,
        ),
        *case_figures(test_functions(tests)),
    ]


def case_figures(functions: Sequence[Function]) -> list[Figure]:
    lengths = list(map(line_count, functions))
    proved = number_of(proves, functions)
    asserts = {
        "mean": mean(list(map(assert_count, functions))),
        "without": len(functions) - proved,
    }
    words = [word_count(function.name) for function in functions]
    return [
        Figure(
            "test_functions",
            "test functions (before parametrizing)",
            {"functions": len(functions)},
        ),
        Figure(
            "test_lines",
            "test lines median / p90 / max",
            spread(lengths),
        ),
        Figure(
            "asserts",
            "asserts a test / tests without",
            asserts,
        ),
        Figure(
            "test_words",
            "words in a test's name: median / p90",
            {"median": median(words), "p90": ninetieth(words)},
        ),
    ]


def test_functions(tests: Sequence[Source]) -> list[Function]:
    every = functions_of(tests)
    return [function for function in every if function.name.startswith("test")]


def word_count(name: str) -> int:
    """Count the words behind `test_`."""
    words = name.split("_")[1:]
    return sum(map(bool, words))


def assert_count(function: Function) -> int:
    """Count the assert statements and the calls of `assertEqual` and the like."""
    return number_of(is_assert, ast.walk(function))


def proves(function: Function) -> bool:
    """Return whether the test asserts something or expects an error, in its own lines."""
    return any(map(is_proof, ast.walk(function)))


def is_proof(node: ast.AST) -> bool:
    return is_assert(node) or called_name(node) in EXPECTED_ERRORS


def is_assert(node: ast.AST) -> bool:
    if isinstance(node, ast.Assert):
        return True
    return called_name(node).startswith("assert")


def called_name(node: ast.AST) -> str:
    """Return the last word of the name that is called; empty when nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    if isinstance(node.func, ast.Name):
        return node.func.id
    return ""
