"""Lines of a log one after another: each row of values with its epoch and step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from engine.read.lines import LineReader
from engine.read.lines.plan import Count
from engine.read.parts.limits import MAX_METRIC_LINES
from engine.read.parts.names import Names
from engine.read.parts.rows import Rows


class PlacedRow(NamedTuple):
    """Values of one line; step and epoch are NaN where unknown."""

    values: Mapping[str, float]
    step: float
    epoch: float


def placed_rows(
    lines: list[str],
    names: Names,
) -> Iterator[PlacedRow]:
    """Yield the rows with a name that is in the alias table.

    An epoch or step printed on a line of its own counts for the lines below it.
    """
    reader = LineReader(names)
    epoch = step = math.nan
    stride = 1 + len(lines) // MAX_METRIC_LINES
    for line in lines[::stride]:
        row = reader.read(line)
        if row is None:
            continue
        counts = row.counts
        if row.is_known or not row.values:
            epoch = _finite_or(counts.get("epoch", math.nan), epoch)
            step = _finite_or(counts.get("step", math.nan), step)
        if row.is_known:
            yield PlacedRow(
                row.values,
                _global_step(
                    counts,
                    step,
                    epoch,
                ),
                epoch,
            )


def rows_of(
    lines: list[str],
    names: Names,
) -> Rows:
    """Collect the rows with a name that is in the alias table."""
    rows = Rows()
    for values, step, epoch in placed_rows(lines, names):
        rows.add(
            values,
            step,
            epoch,
        )
    return rows


def _finite_or(
    value: float,
    other: float,
) -> float:
    return value if math.isfinite(value) else other


def _global_step(
    counts: Mapping[Count, float],
    step: float,
    epoch: float,
) -> float:
    """Return the step in the run: `Epoch [2/5], Step [100/600]` counts within the epoch.

    A step printed above counts only without an epoch.
    """
    own_step = counts.get("step", math.nan)
    steps = counts.get("steps", math.nan)
    own_epoch = counts.get("epoch", math.nan)
    counts_in_epoch = math.isfinite(steps) and math.isfinite(own_epoch)
    if counts_in_epoch and own_step <= steps:
        return epoch * steps + own_step
    if math.isfinite(own_step):
        return own_step
    return step if math.isnan(epoch) else math.nan
