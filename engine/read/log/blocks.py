"""Many lines of one kind as columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from engine.read.log.plan import Count, MetricSlot, Plan, Row
from engine.run import Floats


class Block(NamedTuple):
    """Lines of one plan one after another, behind `before` single lines of the text.

    columns: place of a number -> its values.
    """

    before: int
    plan: Plan
    columns: dict[int, Floats]

    @property
    def height(self) -> int:
        columns = iter(self.columns.values())
        return len(next(columns))

    def at(self, stride: int) -> Block:
        """Return the block at its place among every stride-th line."""
        return self._replace(before=-(-self.before // stride))


def column_of(
    block: Block,
    place: int,
    scale: float = 1.0,
) -> Floats:
    """Return the values of a number, multiplied by its scale."""
    column = block.columns[place]
    if scale == 1.0:
        return column
    return column * scale


def values_of(block: Block, slot: MetricSlot) -> Floats:
    """Return the values of a metric in a block, shares of their totals."""
    values = column_of(block, slot.place, slot.scale)
    if slot.total < 0:
        return values
    totals = column_of(block, slot.total)
    shares = np.full(len(values), np.nan)
    np.divide(values, totals, out=shares, where=totals != 0)
    return shares


def rows_of(block: Block) -> Iterator[Row]:
    """Yield the lines of a block as single rows."""
    plan = block.plan
    metrics = []
    for metric in plan.metrics:
        values = values_of(block, metric)
        metrics.append(values.tolist())
    positions = _positions(block)
    for place in range(block.height):
        found = [values[place] for values in metrics]
        pairs = zip(plan.metrics, found, strict=True)
        position = {kind: numbers[place] for kind, numbers in positions.items()}
        yield Row(
            list(pairs),
            position,
            plan,
        )


def _positions(block: Block) -> dict[Count, list[float]]:
    """Return the positions of the lines by kind; of two of one kind the first counts."""
    positions: dict[Count, list[float]] = {}
    for count in block.plan.counts:
        if count.kind in positions:
            continue
        column = column_of(
            block,
            count.place,
            count.scale,
        )
        positions[count.kind] = column.tolist()
    return positions
