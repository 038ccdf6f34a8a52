"""Steps and epochs of logged rows, and the curve of a column on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.read.documents.fields import step_rank
from engine.read.inputs import Curve
from engine.read.parts.rows import floats, make_series
from engine.run import Floats

Axis = Literal["step", "epoch"]


class Place(NamedTuple):
    """Where the columns of a row belong."""

    split: str = ""
    grain: str = ""
    run: str = ""


class Column:
    """Values of one field, and the number of the row of each."""

    __slots__ = ("rows", "values")

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.values: list[float] = []

    def arrays(self) -> tuple[NDArray[np.intp], Floats]:
        """Return the row numbers, in order, and the values."""
        rows = np.array(self.rows, dtype=np.intp)
        values = floats(self.values)
        if (rows[1:] < rows[:-1]).any():
            order = np.argsort(rows, kind="stable")
            return rows[order], values[order]
        return rows, values


@dataclass(frozen=True, slots=True, eq=False)
class Positions:
    """x of each row.

    step, epoch: NaN where the row has none.
    last_step, last_epoch: of the last row before it that has one; NaN throughout where the rows are
        of several runs.
    epoch_name: the field of the epochs.
    """

    step: Floats
    epoch: Floats
    last_step: Floats
    last_epoch: Floats
    epoch_name: str

    def epochs_of_steps(self) -> list[Curve]:
        """Return the epoch over the step, by which the steps of an epoch are known."""
        both = np.isfinite(self.step) & np.isfinite(self.epoch)
        if both.sum() < 2:
            return []
        steps = self.step[both]
        if (np.diff(steps) < 0).any():
            return []
        return [
            Curve(
                self.epoch_name,
                steps,
                self.epoch[both],
                "step",
            )
        ]


@dataclass(slots=True)
class Axes:
    """Fields of rows that count, one column for each."""

    steps: dict[str, Column] = field(default_factory=dict)
    epochs: dict[str, Column] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.steps or self.epochs)

    def column(
        self,
        name: str,
        axis: Axis,
    ) -> Column:
        columns = self.steps if axis == "step" else self.epochs
        return columns.setdefault(name, Column())

    def all(self, count: int) -> tuple[Floats, Floats]:
        """Return step and epoch of each of `count` rows, NaN where a row has none."""
        return _filled(_preferred(self.steps), count), _filled(_preferred(self.epochs), count)

    def positions(
        self,
        count: int,
        is_one_run: bool,
    ) -> Positions:
        step, epoch = self.all(count)
        unknown = np.full(count, np.nan)
        last_step = _carried(step) if is_one_run else unknown
        last_epoch = _carried(epoch) if is_one_run else unknown
        names = iter(_preferred(self.epochs))
        return Positions(
            step,
            epoch,
            last_step,
            last_epoch,
            next(names, ""),
        )


def _preferred(columns: dict[str, Column]) -> dict[str, Column]:
    """Return the columns in order: the one of most rows first, then by its name."""
    names = sorted(
        columns,
        key=lambda name: (-len(columns[name].rows), step_rank(name)),
    )
    return {name: columns[name] for name in names}


def _filled(
    columns: dict[str, Column],
    count: int,
) -> Floats:
    x = np.full(count, np.nan)
    for column in columns.values():
        rows, values = column.arrays()
        is_open = np.isnan(x[rows])
        x[rows[is_open]] = values[is_open]
    return x


def _carried(x: Floats) -> Floats:
    """Return for each row the last value that is known before it."""
    if not len(x):
        return x
    known = np.where(
        np.isnan(x),
        0,
        np.arange(len(x)),
    )
    last = np.maximum.accumulate(known)
    before = np.full(len(x), np.nan)
    before[1:] = x[last[:-1]]
    return before


def curve_on(
    positions: Positions,
    name: str,
    column: Column,
    place: Place,
) -> Curve:
    """Return the column as a curve on its steps, its epochs, or the steps of the rows before."""
    rows, values = column.arrays()
    steps, epochs = positions.step[rows], positions.epoch[rows]
    last_steps = positions.last_step[rows]
    last_epochs = positions.last_epoch[rows]
    has_no_axis = np.isnan(steps).all() and np.isnan(epochs).all()
    if has_no_axis or _are_epochs(steps, epochs, last_steps, last_epochs):
        steps = last_steps
        epochs = last_epochs
    series = make_series(name, values, steps, epochs)
    return Curve(
        name,
        series.x,
        values,
        series.x_name,
        place.split,
        place.grain,
        place.run,
    )


def _are_epochs(
    steps: Floats,
    epochs: Floats,
    last_steps: Floats,
    last_epochs: Floats,
) -> bool:
    """Return whether the steps of evaluations count epochs, as MMEngine writes them.

    The rows have no epoch, and their steps are the epochs of the rows before them.
    """
    if not len(steps) or not np.isnan(epochs).all():
        return False
    return bool(((steps == last_epochs) & (last_steps > steps)).all())
