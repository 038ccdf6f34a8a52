"""Figures of the Python code: sizes, arguments, branches, types, docstrings, comments."""

from collections.abc import Sequence

from scripts.structure.checkout import Source
from scripts.structure.figure import Figure, largest, number_of, number_over, share, spread
from scripts.structure.sums import comment_share, functions_of, line_counts
from scripts.structure.syntax import (
    Function,
    argument_count,
    branch_count,
    has_docstring,
    has_postponed_annotations,
    is_typed,
    line_count,
)

FILE_LINES = 300
FUNCTION_LINES = 60
ARGUMENTS = 5


def code_figures(sources: Sequence[Source]) -> list[Figure]:
    functions = functions_of(sources)
    return [
        *file_figures(sources),
        *length_figures(functions),
        *shape_figures(functions),
        *prose_figures(sources, functions),
    ]


def file_figures(sources: Sequence[Source]) -> list[Figure]:
    lengths = line_counts(sources)
    return [
        Figure(
            "code",
            "code files / lines",
            {"files": len(sources), "lines": sum(lengths)},
        ),
        Figure(
            "file_lines",
            "file lines median / p90 / max",
            spread(lengths),
        ),
        Figure(
            "long_files",
            f"files over {FILE_LINES} lines",
            {"files": number_over(FILE_LINES, lengths)},
        ),
    ]


def length_figures(functions: Sequence[Function]) -> list[Figure]:
    lengths = list(map(line_count, functions))
    return [
        Figure(
            "functions",
            "functions",
            {"functions": len(functions)},
        ),
        Figure(
            "function_lines",
            "function lines median / p90 / max",
            spread(lengths),
        ),
        Figure(
            "long_functions",
            f"functions over {FUNCTION_LINES} lines",
            {"functions": number_over(FUNCTION_LINES, lengths)},
        ),
    ]


def shape_figures(functions: Sequence[Function]) -> list[Figure]:
    arguments = list(map(argument_count, functions))
    branches = list(map(branch_count, functions))
    typed = number_of(is_typed, functions)
    return [
        Figure(
            "arguments",
            f"over {ARGUMENTS} arguments / most",
            {"over": number_over(ARGUMENTS, arguments), "most": largest(arguments)},
        ),
        Figure(
            "branches",
            "branches a function: median / p90 / max",
            spread(branches),
        ),
        Figure(
            "typed",
            "typed",
            {"share": share(typed, len(functions))},
        ),
    ]


def prose_figures(sources: Sequence[Source], functions: Sequence[Function]) -> list[Figure]:
    trees = [source.tree for source in sources]
    docstrings = {
        "functions": share(number_of(has_docstring, functions), len(functions)),
        "modules": share(number_of(has_docstring, trees), len(trees)),
    }
    postponed = number_of(has_postponed_annotations, trees)
    return [
        Figure(
            "docstrings",
            "functions / modules with docstring",
            docstrings,
        ),
        Figure(
            "comments",
            "comment lines / code lines",
            {"share": comment_share(sources)},
        ),
        Figure(
            "postponed",
            "postponed annotations",
            {"share": share(postponed, len(trees))},
        ),
    ]
