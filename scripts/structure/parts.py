"""Figures of each top-level package, and of the packages within one that are listed apart."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

from scripts.structure.checkout import Source
from scripts.structure.figure import Figure, Values, largest, median, ninetieth
from scripts.structure.sums import comment_share, density_of, functions_of, line_counts
from scripts.structure.syntax import line_count

INNER_PARTS = ("diagnostics_api/engine",)
COLUMNS = "files / lines / file median / function median / p90 / max / nodes a line / comments"


def part_figures(sources: Sequence[Source]) -> list[Figure]:
    by_part: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        part = part_of(source.path)
        by_part[part].append(source)

    figures = []
    for part in sorted(by_part):
        values = part_values(by_part[part])
        figures.append(Figure(part, part, values))
    return figures


def part_of(path: str) -> str:
    for part in INNER_PARTS:
        if path.startswith(f"{part}/"):
            return part
    return PurePosixPath(path).parts[0]


def part_values(sources: Sequence[Source]) -> Values:
    lines = line_counts(sources)
    functions = list(map(line_count, functions_of(sources)))
    return {
        "files": len(sources),
        "lines": sum(lines),
        "file_median": median(lines),
        "function_median": median(functions),
        "function_p90": ninetieth(functions),
        "function_max": largest(functions),
        "nodes_per_line": density_of(sources),
        "comments": comment_share(sources),
    }
