"""Lines of a log one after another: each row of values with its epoch and step."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from engine.read.lines import LineReader
from engine.read.parts.limits import MAX_METRIC_LINES
from engine.read.parts.names import Names
from engine.read.parts.rows import Rows

# Values of one line, step, epoch; step and epoch are NaN where unknown.
PlacedRow = tuple[Mapping[str, float], float, float]


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
        values, counts, is_known = row
        own_epoch = counts.get("epoch", math.nan)
        own_step = counts.get("step", math.nan)
        if is_known or not values:
            if math.isfinite(own_epoch):
                epoch = own_epoch
            if math.isfinite(own_step):
                step = own_step
        if not is_known:
            continue
        steps = counts.get("steps", math.nan)
        has_total = math.isfinite(steps) and own_step <= steps
        if has_total and math.isfinite(own_epoch):
            # `Epoch [2/5], Step [100/600]` counts within the epoch.
            step_in_run = epoch * steps + own_step
            yield values, step_in_run, epoch
        elif math.isfinite(own_step) or math.isnan(epoch):
            yield values, step, epoch
        else:
            # A step printed above counts only without an epoch.
            yield values, math.nan, epoch


def rows_of(
    lines: list[str],
    names: Names,
) -> Rows:
    """Collect the rows with a name that is in the alias table."""
    rows = Rows()
    for values, step, epoch in placed_rows(lines, names):
        rows.add(values, step, epoch)
    return rows
