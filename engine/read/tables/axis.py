"""Steps and epochs of a table's rows, and where a run starts again."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.read.parts.rows import counts_through, restarts_each_epoch
from engine.read.tables.cells import Numbers, numbers_of
from engine.read.tables.columns import Table
from engine.read.tables.words import axis_of, counts_within_epoch, is_unnamed
from engine.run import Floats

_MOST_RUNS = 100  # more starts are a saw-tooth, not runs


class Axes(NamedTuple):
    """Step, epoch and row number (`ids`) of each row, NaN where unknown.

    names: columns that count, whether they were taken or not: none of them is a curve.
    epoch_name: name of the epoch's column where the rows have a step as well.
    """

    steps: Floats
    epochs: Floats
    ids: Floats
    names: frozenset[str]
    epoch_name: str = ""
    is_within_epoch: bool = False

    @property
    def is_known(self) -> bool:
        axes = (self.steps, self.epochs, self.ids)
        return any(np.isfinite(axis).any() for axis in axes)


class _Candidate(NamedTuple):
    """Column that may be the axis; the smallest is taken: filled ones first, then by rank."""

    blanks: int
    rank: int
    place: int
    name: str
    numbers: Numbers


def axes_of(
    table: Table,
    has_decimal_commas: bool = False,
) -> Axes:
    """Find the columns of step, epoch and index by their names and values."""
    found: dict[str, list[_Candidate]] = {"step": [], "epoch": [], "index": []}
    for place, (name, cells) in enumerate(table.columns.items()):
        kind, rank = axis_of(name)
        if is_unnamed(name) and place == 0:
            kind = "index"
        if not kind:
            continue
        numbers = numbers_of(
            cells,
            has_decimal_commas,
            is_axis=True,
        )
        if _counts(numbers, kind):
            blanks = table.height - len(numbers.rows)
            candidate = _Candidate(
                blanks,
                rank,
                place,
                name,
                numbers,
            )
            found[kind].append(candidate)
    names = {each.name for candidates in found.values() for each in candidates}
    steps = _best(found["step"])
    epochs = _best(found["epoch"])
    ids = _best(found["index"])
    epoch_name = ""
    is_within_epoch = False
    if steps is not None:
        is_within_epoch = counts_within_epoch(steps.name)
        if epochs is not None:
            epoch_name = epochs.name
    height = table.height
    return Axes(
        steps=_column(steps, height),
        epochs=_column(epochs, height),
        ids=_column(ids, height),
        names=frozenset(names),
        epoch_name=epoch_name,
        is_within_epoch=is_within_epoch,
    )


def _counts(
    numbers: Numbers,
    kind: str,
) -> bool:
    """Return whether values can be an axis: finite; steps and an index are whole numbers."""
    values = numbers.values
    if numbers.strays > len(values):
        return False
    is_finite = np.isfinite(values)
    finite = values[is_finite]
    if not len(finite):
        return False
    if kind == "epoch":
        return True
    if kind == "index" and len(finite) > 1:
        rises = np.diff(finite) >= 0
        if not rises.any():
            return False
    whole = np.floor(finite)
    return bool((finite == whole).all())


def _best(candidates: list[_Candidate]) -> _Candidate | None:
    return min(
        candidates,
        key=_order,
        default=None,
    )


def _order(candidate: _Candidate) -> tuple[int, int, int]:
    return candidate.blanks, candidate.rank, candidate.place


def _column(
    candidate: _Candidate | None,
    height: int,
) -> Floats:
    axis = np.full(height, math.nan)
    if candidate is not None:
        axis[candidate.numbers.rows] = candidate.numbers.values
    return axis


def placed(
    axes: Axes,
    rows: NDArray[np.intp],
) -> tuple[Floats, str]:
    """Return x of the rows and its name: the step if it counts through, else epoch or index."""
    steps = axes.steps[rows]
    epochs = axes.epochs[rows]
    if counts_through(steps) and not restarts_each_epoch(steps, epochs):
        return steps, "step"
    if counts_through(epochs):
        return epochs, "epoch"
    index = axes.ids[rows]
    if counts_through(index):
        return index, "index"
    return np.arange(len(rows), dtype=np.float64), "index"


def runs_of(
    axes: Axes,
    groups: NDArray[np.intp],
) -> NDArray[np.intp]:
    """Number the runs of each group of rows: where its axis is back at its start, a run begins.

    A resumed run goes back as well, but not to the start.
    """
    runs = np.zeros(len(groups), dtype=np.intp)
    for rows in rows_of_groups(groups):
        axis = axes.epochs[rows]
        if not np.isfinite(axis).all() and not axes.is_within_epoch:
            axis = axes.steps[rows]
        known = np.isfinite(axis)
        if known.sum() < 2:
            continue
        starts = _starts(axis, known)
        if starts.sum() <= _MOST_RUNS:
            runs[rows] = np.cumsum(starts)
    return runs


def _starts(
    axis: Floats,
    known: NDArray[np.bool_],
) -> NDArray[np.intp]:
    """Mark the rows whose axis fell to the first value of all or below."""
    values = axis[known]
    falls = np.diff(values) < 0
    is_back = values[1:] <= values[0]
    marks = np.concatenate([[False], falls & is_back])
    starts = np.zeros(len(axis), dtype=np.intp)
    starts[known] = marks
    return starts


def rows_of_groups(groups: NDArray[np.intp]) -> Iterator[NDArray[np.intp]]:
    """Yield the positions of each group, in order; a negative number is of no group."""
    order = np.argsort(groups, kind="stable")
    ordered = groups[order]
    borders = np.flatnonzero(np.diff(ordered)) + 1
    for rows in np.split(order, borders):
        if len(rows) and groups[rows[0]] >= 0:
            yield rows


def falls_back(axis: Floats) -> bool:
    known = axis[np.isfinite(axis)]
    return bool((np.diff(known) < 0).any())
