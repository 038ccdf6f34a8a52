"""Add up the parts of all sources of a checkout."""

from collections.abc import Sequence

from scripts.structure.checkout import Source
from scripts.structure.figure import share
from scripts.structure.syntax import (
    Function,
    comment_and_code_lines,
    functions,
    node_count,
    written_lines,
)


def functions_of(sources: Sequence[Source]) -> list[Function]:
    every: list[Function] = []
    for source in sources:
        every.extend(functions(source.tree))
    return every


def line_counts(sources: Sequence[Source]) -> list[int]:
    counts = []
    for source in sources:
        lines = source.text.splitlines()
        counts.append(len(lines))
    return counts


def line_sum(sources: Sequence[Source]) -> int:
    """Count the lines of all files, blank ones as well."""
    return sum(line_counts(sources))


def written_lines_of(sources: Sequence[Source]) -> list[str]:
    lines: list[str] = []
    for source in sources:
        lines.extend(written_lines(source.text))
    return lines


def node_sum(sources: Sequence[Source]) -> int:
    """Count the syntax nodes of all files."""
    return sum(node_count(source.tree) for source in sources)


def density_of(sources: Sequence[Source]) -> float | None:
    """Return the syntax nodes a line that is not blank."""
    lines = written_lines_of(sources)
    return share(node_sum(sources), len(lines))


def comment_share(sources: Sequence[Source]) -> float | None:
    comments = 0
    code = 0
    for source in sources:
        of_comments, of_code = comment_and_code_lines(source.text)
        comments += of_comments
        code += of_code
    return share(comments, code)
