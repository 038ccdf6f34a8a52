"""A table that was found in a log: the lines it takes, and the curves in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.read.inputs import Curve
from engine.run import Floats


@dataclass(frozen=True, slots=True, eq=False)
class FoundTable:
    """`lines` are the positions of the lines that belong to the table, in order.

    Class values are arrays of shape (points, classes).
    """

    lines: tuple[int, ...]
    read_curves: tuple[Curve, ...] = ()
    read_classes: Mapping[str, Floats] = field(default_factory=dict)

    def curves(self) -> tuple[Curve, ...]:
        return self.read_curves

    def classes(self) -> Mapping[str, Floats]:
        return self.read_classes
