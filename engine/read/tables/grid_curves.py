"""Curves of the grids of a log."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from engine.read.inputs import Curve
from engine.read.metric_names.words import words_of
from engine.read.tables.boxes import with_rules
from engine.read.tables.cells import number_of_cell
from engine.read.tables.class_values import (
    Evaluation,
    Placed,
    curves_of_evaluations,
    evaluations_in,
    tables_of,
)
from engine.read.tables.columns import table_of
from engine.read.tables.curves import Look, curves_of
from engine.read.tables.found import FoundTable
from engine.read.tables.grid import Grid, axis_value
from engine.read.tables.headings import split_above
from engine.read.tables.words import split_among

_LOCAL = ("tabs", ";", "blanks", "words", "bars")  # styles in which a comma may be a decimal one


def found_grids(
    grids: Iterable[Grid],
    lines: list[str],
) -> list[FoundTable]:
    """Read each grid; blocks of wrapped columns are put side by side first."""
    whole = [grid for grid in _unwrapped(grids) if grid.rows]
    return [
        found
        for found in (
            _found(
                grid,
                whole,
                lines,
            )
            for grid in whole
        )
        if found is not None
    ]


def _unwrapped(grids: Iterable[Grid]) -> Iterator[Grid]:
    """Yield the grids; of two blocks of one printed frame the second gives its columns over."""
    before: Grid | None = None
    for grid in grids:
        if before is not None and before.is_wrapped and _same_index(before, grid):
            _append_columns(before, grid)
            continue
        if before is not None:
            yield before
        before = grid
    if before is not None:
        yield before


def _same_index(
    upper: Grid,
    lower: Grid,
) -> bool:
    if not lower.has_index or len(upper.rows) != len(lower.rows):
        return False
    pairs = zip(
        upper.rows,
        lower.rows,
        strict=True,
    )
    return all(first.cells[0] == second.cells[0] for first, second in pairs)


def _append_columns(
    upper: Grid,
    lower: Grid,
) -> None:
    upper.names = [*upper.names, *lower.names[1:]]
    for first, second in zip(
        upper.rows,
        lower.rows,
        strict=True,
    ):
        first.cells = [*first.cells, *second.cells[1:]]
    upper.lines.extend(lower.lines)
    upper.is_wrapped = lower.is_wrapped


def _found(
    grid: Grid,
    grids: list[Grid],
    lines: list[str],
) -> FoundTable | None:
    """Read one grid: rows of classes as evaluations, all others as columns."""
    places = with_rules(grid.lines, lines)
    taken = tuple(sorted(places))
    rows = [row.cells for row in grid.rows]
    split = _split(grid, lines)
    evaluations = evaluations_in(grid.names, rows)
    if evaluations:
        return _found_evaluations(grid, grids, evaluations, split, taken)
    curves = _curves(grid, rows, split)
    if not curves:
        return None
    return FoundTable(taken, curves)


def _found_evaluations(
    grid: Grid,
    grids: list[Grid],
    evaluations: list[Evaluation],
    split: str,
    taken: tuple[int, ...],
) -> FoundTable:
    epochs = _epochs_beside(grid, evaluations, grids)
    if not epochs:
        # The finished model is often evaluated once more: no point of its last epoch.
        before = evaluations[:-1]
        epochs = _epochs_beside(grid, before, grids)
        if epochs:
            evaluations = before
    placed = Placed(
        group=_group(grid),
        split=split or "val",
        epochs=epochs,
    )
    return FoundTable(
        lines=taken,
        read_curves=curves_of_evaluations(evaluations, placed),
        read_classes=tables_of(evaluations),
    )


def _group(grid: Grid) -> str:
    first = grid.lines[0]
    return f"table at line {first + 1}"


def _split(
    grid: Grid,
    lines: list[str],
) -> str:
    """Return the split of a heading, unless the columns name their own.

    `Training` above a table of epochs is its title and says nothing of the data.
    """
    split = split_above(lines, grid.lines[0])
    if grid.has_axis and split == "train":
        return ""
    named = [split_among(words_of(name)) for name in grid.names]
    return "" if any(named) else split


def _curves(
    grid: Grid,
    rows: list[list[str]],
    split: str,
) -> tuple[Curve, ...]:
    is_result = not grid.has_axis and len(rows) == 1
    grain = ""
    if is_result or _has_labels(grid):
        grain = "evaluation"
    look = Look(
        file="",
        group=_group(grid),
        has_decimal_commas=grid.style in _LOCAL,
        split=split,
        grain=grain,
    )
    table = table_of(grid.names, rows)
    curves, _, _ = curves_of(table, look)
    return curves


def _has_labels(grid: Grid) -> bool:
    """Return whether rows without an axis are told apart by words: a table of results."""
    if grid.has_axis or grid.has_index:
        return False
    return all(number_of_cell(row.cells[0]) is None for row in grid.rows)


def _epochs_beside(
    grid: Grid,
    evaluations: Sequence[Evaluation],
    grids: Sequence[Grid],
) -> list[float]:
    """Return for each point the epoch that another table printed last above it, if all have one."""
    epochs = sorted(_epochs_of_others(grid, grids))
    lines = [line for line, _ in epochs]
    found: list[float] = []
    for each in evaluations:
        row = grid.rows[each.place]
        above = bisect_left(lines, row.line)
        if above == 0:
            return []
        _, epoch = epochs[above - 1]
        found.append(epoch)
    pairs = itertools.pairwise(found)
    rises = all(before < after for before, after in pairs)
    return found if rises else []


def _epochs_of_others(
    grid: Grid,
    grids: Sequence[Grid],
) -> Iterator[tuple[int, float]]:
    """Yield line and epoch of each row of the other tables that have one."""
    for other in grids:
        if other is grid or not other.has_axis:
            continue
        for row in other.rows:
            value = axis_value(other, row)
            if value is not None:
                yield row.line, value
