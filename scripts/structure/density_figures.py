"""Figures of the density of lines: characters, syntax nodes, ternaries, comprehensions."""

import ast
from collections.abc import Callable, Sequence

from scripts.structure.checkout import Source
from scripts.structure.figure import (
    Figure,
    Number,
    mean,
    median,
    ninetieth,
    number_of,
    number_over,
    percent,
)
from scripts.structure.packing import is_comprehension, is_ternary
from scripts.structure.sums import density_of, functions_of, written_lines_of
from scripts.structure.syntax import is_private, node_count

WIDE_LINE = 88


def density_figures(sources: Sequence[Source]) -> list[Figure]:
    lines = written_lines_of(sources)
    return [
        *width_figures(lines),
        Figure(
            "nodes",
            "syntax nodes a line",
            {"mean": density_of(sources)},
        ),
        Figure(
            "ternaries",
            "ternaries in 100 lines",
            {"mean": percent(sum_of(is_ternary, sources), len(lines))},
        ),
        Figure(
            "comprehensions",
            "comprehensions in 100 lines",
            {"mean": percent(sum_of(is_comprehension, sources), len(lines))},
        ),
        *function_figures(sources),
    ]


def width_figures(lines: Sequence[str]) -> list[Figure]:
    """Count the characters of a line without its indentation, but its width with it."""
    characters = [len(line.strip()) for line in lines]
    wide = number_over(WIDE_LINE, map(len, lines))
    return [
        Figure(
            "characters",
            "characters a line (not blank)",
            {"mean": mean(characters)},
        ),
        Figure(
            "wide_lines",
            f"% of lines over {WIDE_LINE} characters",
            {"percent": percent(wide, len(lines))},
        ),
    ]


def function_figures(sources: Sequence[Source]) -> list[Figure]:
    functions = functions_of(sources)
    nodes: list[Number] = [node_count(function) for function in functions]
    private = number_of(is_private, functions)
    return [
        Figure(
            "function_nodes",
            "nodes a function: median / p90",
            {"median": median(nodes), "p90": ninetieth(nodes)},
        ),
        Figure(
            "private",
            "% of functions private",
            {"percent": percent(private, len(functions))},
        ),
    ]


def sum_of(kind: Callable[[ast.AST], bool], sources: Sequence[Source]) -> int:
    """Count the nodes for which `kind` is true."""
    total = 0
    for source in sources:
        total += number_of(kind, ast.walk(source.tree))
    return total
