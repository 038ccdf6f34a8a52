"""Collects the values of a log, each with its position, its split and its run."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.read.inputs import Curve
from engine.read.log.axis import axis_of
from engine.read.parts.rows import MAX_NAMES
from engine.run import Floats

_Flags = NDArray[np.bool_]


# The fields of a key: each value has one, and a named tuple takes four times as long to make.
Fields = tuple[str, str, str, str, str]


class Key(NamedTuple):
    """Curves differ in one of these. `run` is the rank or fold that the line names."""

    name: str
    split: str
    group: str
    run: str
    grain: str = ""


def _doubles() -> array[float]:
    """Return an empty array of 8 bytes a number; a list takes four times as much."""
    return array("d")


def _whole_numbers() -> array[int]:
    return array("l")


@dataclass(slots=True)
class _Column:
    """Values of one key; step and epoch are NaN where unknown, part counts the restarts."""

    steps: array[float] = field(default_factory=_doubles)
    epochs: array[float] = field(default_factory=_doubles)
    parts: array[int] = field(default_factory=_whole_numbers)
    passes: bytearray = field(default_factory=bytearray)
    values: array[float] = field(default_factory=_doubles)


@dataclass
class Recorder:
    """Adds rows in the order of the log; `epoch` and `step` are those that were printed last.

    part: how many runs were seen so far in the same log, one after another.
    left_out: values of names beyond MAX_NAMES.
    """

    columns: dict[Fields, _Column] = field(default_factory=dict)
    part: int = 0
    left_out: int = 0
    first_epoch: float = math.nan
    epoch: float = math.nan
    steps: dict[str, tuple[float, float]] = field(default_factory=dict)  # first and last step

    def add(
        self,
        key: Fields,
        value: float,
        step: float = math.nan,
        epoch: float = math.nan,
        is_within: bool = False,
    ) -> None:
        """Append one value; a name beyond MAX_NAMES is left out.

        is_within: it stands at a step of an evaluation, whose last value counts.
        """
        column = self.columns.get(key) or self._column(key)
        if column is None:
            self.left_out += 1
            return
        column.steps.append(step)
        column.epochs.append(epoch)
        column.parts.append(self.part)
        column.passes.append(is_within)
        column.values.append(value)

    def add_many(
        self,
        key: Fields,
        values: Floats,
        steps: Floats,
        epochs: Floats,
    ) -> None:
        """Append values of one kind of line."""
        column = self._column(key)
        count = len(values)
        if column is None:
            self.left_out += count
            return
        parts = [self.part] * count
        column.steps.frombytes(steps.tobytes())
        column.epochs.frombytes(epochs.tobytes())
        column.parts.extend(parts)
        column.passes.extend(bytes(count))
        column.values.frombytes(values.tobytes())

    def _column(self, key: Fields) -> _Column | None:
        """Return the column of a key, None for a new one beyond MAX_NAMES."""
        column = self.columns.get(key)
        if column is None and len(self.columns) < MAX_NAMES:
            column = _Column()
            self.columns[key] = column
        return column

    def see_epoch(self, epoch: float) -> None:
        """Open the next run where the epochs go back to the first one."""
        if math.isnan(self.first_epoch):
            self.first_epoch = epoch
        elif epoch < self.epoch and epoch <= self.first_epoch:
            self.part += 1
        self.epoch = epoch

    def see_step(
        self,
        kind: str,
        step: float,
        has_total: bool,
        epoch: float,
    ) -> None:
        """Open the next run where the steps of a kind of line go back to the first one.

        Steps that have a total, or an epoch, count within an epoch and start anew in each.
        """
        first, last = self.steps.get(kind, (step, -math.inf))
        is_back = step < last and step <= first
        if is_back and not has_total and math.isnan(epoch):
            self.part += 1
            self.steps.clear()
        self.steps[kind] = (first, step)

    def curves(self) -> Iterator[Curve]:
        """Yield one curve for each key and run."""
        several = self.part > 0
        for fields, column in self.columns.items():
            key = Key(*fields)
            points = _points_of(column)
            for part in dict.fromkeys(column.parts):
                is_here = points.parts == part
                words = [key.run]
                if several:
                    words.append(f"run {part + 1}")
                run = " ".join(filter(None, words))
                yield _curve(
                    key,
                    run,
                    points.where(is_here),
                )


class _Points(NamedTuple):
    """Points of one key in all runs of a log, arrays of one length."""

    parts: NDArray[np.int_]
    values: Floats
    steps: Floats
    epochs: Floats

    def where(self, is_kept: _Flags) -> _Points:
        return _Points(
            self.parts[is_kept],
            self.values[is_kept],
            self.steps[is_kept],
            self.epochs[is_kept],
        )


def _points_of(column: _Column) -> _Points:
    """Return the points that count: of a pass over a validation set the last one."""
    points = _Points(
        np.array(column.parts, dtype=np.int_),
        np.array(column.values),
        np.array(column.steps),
        np.array(column.epochs),
    )
    is_end = _ends_of_passes(
        column,
        points.steps,
        points.epochs,
    )
    is_again = _is_told_again(points.values, points.steps)
    is_known = np.isfinite(points.epochs)
    if any(column.passes) and is_known.all():
        unknown = np.full(len(is_known), math.nan)
        points = points._replace(steps=unknown)  # they count within an evaluation
    return points.where(is_end & ~is_again)


def _curve(
    key: Key,
    run: str,
    points: _Points,
) -> Curve:
    x, x_name = axis_of(points.steps, points.epochs)
    return Curve(
        name=key.name,
        x=x,
        y=points.values,
        x_name=x_name,
        split=key.split,
        grain=key.grain,
        run=run,
        group=key.group,
    )


def _ends_of_passes(
    column: _Column,
    steps: Floats,
    epochs: Floats,
) -> _Flags:
    """Keep of each pass over a validation set the last value: those before are means of a part."""
    is_within = np.frombuffer(column.passes, dtype=np.bool_)
    rises = steps[1:] > steps[:-1]
    is_next_epoch = epochs[1:] > epochs[:-1]
    goes_on = np.zeros(len(steps), dtype=bool)
    goes_on[:-1] = rises & ~is_next_epoch
    return ~(is_within & goes_on)


def _is_told_again(values: Floats, steps: Floats) -> _Flags:
    """Find a last value that repeats an earlier one: LightGBM tells the best step at its end."""
    is_again = np.zeros(len(values), dtype=bool)
    if len(values) < 2:
        return is_again
    before, last = steps[-2:]
    if last > before:
        return is_again
    if math.isnan(last) or math.isnan(before):
        return is_again
    has_step = steps[:-1] == last
    has_value = values[:-1] == values[-1]
    is_same = has_step & has_value
    is_again[-1] = is_same.any()
    return is_again
