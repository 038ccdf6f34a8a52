"""Values of many curves as a store lists them, one value at a time."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

import numpy as np

from engine.read.inputs import Curve
from engine.read.parts.limits import MAX_CURVES
from engine.run import Floats


@dataclass(slots=True)
class _Column:
    """Steps and values of one curve, eight bytes each."""

    steps: array[float] = field(default_factory=lambda: array("d"))
    values: array[float] = field(default_factory=lambda: array("d"))


class Points:
    """Collects values under their run and name; curves beyond MAX_CURVES are left out."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, str], _Column] = {}

    def __len__(self) -> int:
        return len(self._columns)

    def add(
        self,
        name: str,
        value: float,
        step: float,
        run: str = "",
    ) -> None:
        """Append a value. A step that is not known is NaN."""
        key = (run, name)
        column = self._columns.get(key)
        if column is None:
            if len(self._columns) >= MAX_CURVES:
                return
            column = self._columns[key] = _Column()
        column.steps.append(step)
        column.values.append(value)

    def curves(self, group: str) -> tuple[Curve, ...]:
        """Return the curves in the order in which their first values came.

        The name of a run is left out where there is only one.
        """
        runs = {run for run, _ in self._columns}
        is_only_run = len(runs) == 1
        found = []
        for (run, name), column in self._columns.items():
            shown = "" if is_only_run else run
            found.append(_curve(name, shown, column, group))
        return tuple(found)


def _curve(
    name: str,
    run: str,
    column: _Column,
    group: str,
) -> Curve:
    x, x_name = placed(np.array(column.steps, dtype=np.float64))
    return Curve(
        name=name,
        x=x,
        y=np.array(column.values, dtype=np.float64),
        x_name=x_name,
        run=run,
        group=group,
    )


def placed(steps: Floats) -> tuple[Floats, str]:
    """Return the steps and `step`; the positions and `index` where the steps tell nothing.

    A writer that is given no step puts 0 (or the same number) everywhere.
    """
    are_known = np.isfinite(steps).all()
    are_one = len(steps) > 1 and (steps == steps[0]).all()
    if are_known and not are_one:
        return steps, "step"
    return np.arange(len(steps), dtype=np.float64), "index"
