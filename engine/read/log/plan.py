"""Plan of a line shape: where the numbers of such lines go."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from engine.read.log.tokens import value_of

# A position in the run, and how many there are. `index` is a number that may count the lines, rank
# the process that wrote one.
Count = Literal["epoch", "epochs", "step", "steps", "index", "indices", "rank"]
POSITIONS = frozenset({"epoch", "step", "index"})


class MetricSlot(NamedTuple):
    """Place of a number of the metric `name`, multiplied by `scale`.

    split: that the line says for it, which holds where the name says none.
    total: place of the number that it is a share of, -1 without one.
    more: places of the other numbers of a list, of which the mean counts.
    """

    place: int
    name: str
    split: str
    scale: float = 1.0
    total: int = -1
    more: tuple[int, ...] = ()


class CountSlot(NamedTuple):
    """Place of a position, or of the number of all of them."""

    place: int
    kind: Count
    scale: float = 1.0


class Plan(NamedTuple):
    """group: lines with the same head, split and kinds of positions are of one kind."""

    metrics: tuple[MetricSlot, ...]
    counts: tuple[CountSlot, ...]
    group: str
    is_known: bool  # has a metric that is known

    @property
    def is_plain(self) -> bool:
        """Whether lines of the plan hold a known metric, and neither ranks nor lists."""
        if not self.is_known:
            return False
        kinds = {slot.kind for slot in self.counts}
        lists = [slot.more for slot in self.metrics]
        if "rank" in kinds:
            return False
        return not any(lists)


class Row(NamedTuple):
    """Values of one line, each with its slot, its positions, and the plan of its shape."""

    values: list[tuple[MetricSlot, float]]
    counts: dict[Count, float]
    plan: Plan

    @property
    def is_of_own_names(self) -> bool:
        """Whether the line has several values at a position, though no name of them is known."""
        has_position = "epoch" in self.counts or "step" in self.counts
        return has_position and len(self.values) > 1


def row_of(plan: Plan, numbers: list[str]) -> Row:
    """Return the values and positions of a line of the shape that the plan was made for."""
    values = [(slot, _value(slot, numbers)) for slot in plan.metrics]
    counts: dict[Count, float] = {}
    for count in plan.counts:
        if count.kind not in counts:
            number = numbers[count.place]
            counts[count.kind] = value_of(number) * count.scale
    return Row(
        values,
        counts,
        plan,
    )


def _value(slot: MetricSlot, numbers: list[str]) -> float:
    """Return the value of a number, the mean of a list, or the share of a total."""
    number = numbers[slot.place]
    value = value_of(number) * slot.scale
    if slot.total < 0 and not slot.more:
        return value
    if slot.more:
        others = [value_of(numbers[place]) for place in slot.more]
        total = value + sum(others) * slot.scale
        return total / (1 + len(others))
    total = value_of(numbers[slot.total])
    if total == 0:
        return math.nan
    return value / total
