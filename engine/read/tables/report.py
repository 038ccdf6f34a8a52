"""One evaluation that a log reports, and the table that several of one kind make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.read.tables.class_values import (
    Evaluation,
    Placed,
    curves_of_evaluations,
    tables_of,
)
from engine.read.tables.found import FoundTable


class Report(NamedTuple):
    """One evaluation with the lines it takes; reports of one kind and split are one table."""

    kind: str
    split: str
    lines: tuple[int, ...]
    evaluation: Evaluation


def found_reports(reports: Sequence[Report]) -> list[FoundTable]:
    """Read the reports of each kind and split as the points of one table."""
    kinds: dict[tuple[str, str], list[Report]] = {}
    for report in reports:
        kinds.setdefault((report.kind, report.split), []).append(report)
    found: list[FoundTable] = []
    for (kind, split), several in kinds.items():
        lines = [line for report in several for line in report.lines]
        evaluations = [report.evaluation for report in several]
        placed = Placed(f"{kind} at line {lines[0] + 1}", split)
        table = FoundTable(
            tuple(lines),
            curves_of_evaluations(evaluations, placed),
            tables_of(evaluations),
        )
        found.append(table)
    return found
