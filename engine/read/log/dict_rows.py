"""Printed dicts as rows: `epoch 3: {'loss': 0.5, 'step': 40}`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from engine.read.log.line_reader import LineReader
from engine.read.log.recorder import Key
from engine.read.log.state import LogState, split_of_head
from engine.read.metric_names.resolve import Resolver
from engine.read.parts.names import AXIS_NAMES, EPOCH_NAMES, STEP_NAMES

_HEAD = 60  # characters
_BAR = "%|"


class DictReader:
    """Adds printed dicts to the log that `state` belongs to."""

    def __init__(
        self,
        state: LogState,
        lines: LineReader,
        resolver: Resolver,
    ) -> None:
        self._state = state
        self._lines = lines
        self._resolver = resolver

    def add(
        self,
        values: Mapping[str, object],
        rank: str,
        head: str,
    ) -> bool:
        """Add a dict as a row; return whether it held a metric.

        head: the text in front of the dict.
        """
        numbers = _numbers_of(values)
        names = [name for name in numbers if name.lower() not in AXIS_NAMES]
        if not any(map(self._resolver.is_metric, names)):
            return False
        step, epoch = self._position_in(head)
        step = _last(numbers, STEP_NAMES, step)
        epoch = _last(numbers, EPOCH_NAMES, epoch)
        recorder = self._state.recorder
        if math.isfinite(epoch) and epoch == int(epoch):
            recorder.see_epoch(epoch)
        if math.isnan(step) and math.isnan(epoch):
            epoch = recorder.epoch
        split = split_of_head(head) or self._state.section
        group = _group_of(head)
        run = self._state.run_of(rank)
        for name in names:
            key = Key(
                name,
                split,
                group,
                run,
            )
            recorder.add(
                key,
                numbers[name],
                step,
                epoch,
            )
        return True

    def _position_in(self, head: str) -> tuple[float, float]:
        """Return the step and the epoch in the text in front of a dict."""
        row = self._lines.row(head[-_HEAD:])
        if row is None:
            return math.nan, math.nan
        step = row.counts.get("step", math.nan)
        epoch = row.counts.get("epoch", math.nan)
        return step, epoch


def _numbers_of(values: Mapping[str, object]) -> dict[str, float]:
    numbers: dict[str, float] = {}
    for name, value in values.items():
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            numbers[name] = float(value)
    return numbers


def _last(
    numbers: Mapping[str, float],
    names: Set[str],
    default: float,
) -> float:
    """Return the last number that has one of the names."""
    found = default
    for name, number in numbers.items():
        if name.lower() in names:
            found = number
    return found


def _group_of(head: str) -> str:
    """Return the kind of the dicts with such a head; what a bar shows is none."""
    if _BAR in head:
        head = ""
    letters = filter(str.isalpha, head)
    return "dict " + "".join(letters)
