"""Numbers with names on a console line: `epoch 3 | train loss 1.23 | val 0.9 | acc 97 %`.

Every number is named by the text between it and the number before. These texts repeat from line to
line, so each shape of a line gets a plan once, and only the numbers are read anew.
"""

from __future__ import annotations

from engine.read.lines.meaning import Meanings
from engine.read.lines.plan import MetricRow, Plan, plan_of, row_of
from engine.read.lines.tokens import Shape, split_at_numbers
from engine.read.parts.names import Names

__all__ = ["LineReader", "MetricRow"]

MAX_REMEMBERED = 20_000


class LineReader:
    """Reads one line at a time and remembers the plans of its shapes."""

    def __init__(self, names: Names) -> None:
        self._meanings = Meanings(names)
        self._plans: dict[Shape, Plan | None] = {}

    def read(self, line: str) -> MetricRow | None:
        """Return the values of the line, None if it has no number with a name."""
        tokens = split_at_numbers(line)
        if tokens is None:
            return None
        shape, numbers = tokens
        try:
            plan = self._plans[shape]
        except KeyError:
            plan = self._make_plan(shape)
        return None if plan is None else row_of(plan, numbers)

    def _make_plan(self, shape: Shape) -> Plan | None:
        plan = plan_of(shape, self._meanings)
        if len(self._plans) < MAX_REMEMBERED:
            self._plans[shape] = plan
        return plan
