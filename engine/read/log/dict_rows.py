"""Printed dicts as rows: `epoch 3: {'loss': 0.5, 'step': 40}`."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set

from engine.read.documents.fields import Place, place_of, role
from engine.read.log.line_reader import LineReader
from engine.read.log.recorder import Key
from engine.read.log.state import LogState, split_of_head
from engine.read.metric_names.resolve import Resolver
from engine.read.parts.names import EPOCH_NAMES, STEP_NAMES
from engine.read.parts.numbers import clamped_float
from engine.read.parts.rows import MAX_NAMES

_HEAD = 60  # characters
_LONGEST_SPLIT = 30  # characters
_LEAST_SCORES = 2
_MOST_NAMES = 2 * MAX_NAMES
_POSITIONS = frozenset({"step", "epoch"})
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
        self._asked: dict[str, bool] = {}  # whether a name is that of a metric
        self.left_out = 0  # values under names beyond those that were asked about

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
        names = [name for name in numbers if role(name) not in _POSITIONS]
        if not any(map(self._is_metric, names)):
            return False
        step, epoch = self._position_in(head)
        step = _last(numbers, STEP_NAMES, step)
        epoch = _last(numbers, EPOCH_NAMES, epoch)
        recorder = self._state.recorder
        if math.isfinite(epoch) and epoch == int(epoch):
            recorder.see_epoch(epoch)
        if math.isnan(step) and math.isnan(epoch):
            epoch = recorder.epoch
        place = _place_in(values)
        split = place.split or split_of_head(head) or self._state.section
        if not split and self._are_scores(names):
            split = "val"
        group = f"{_group_of(head)} {place.split} {place.grain}"
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

    def _is_metric(self, name: str) -> bool:
        """Say whether a name is that of a metric; no name beyond those of any log is one."""
        known = self._asked.get(name)
        if known is not None:
            return known
        if len(self._asked) >= _MOST_NAMES:
            self.left_out += 1
            return False
        known = self._resolver.is_metric(name)
        self._asked[name] = known
        return known

    def _are_scores(self, names: Sequence[str]) -> bool:
        """Say whether a dict holds nothing but several scores: what an evaluation returns."""
        if len(names) < _LEAST_SCORES:
            return False
        for name in names:
            if not self._is_metric(name):
                return False
            quantity = self._resolver.resolve(name).quantity
            if quantity is None or quantity.better != "higher":
                return False
        return True

    def _position_in(self, head: str) -> tuple[float, float]:
        """Return the step and the epoch in the text in front of a dict."""
        row = self._lines.row(head[-_HEAD:])
        if row is None:
            return math.nan, math.nan
        step = row.counts.get("step", math.nan)
        epoch = row.counts.get("epoch", math.nan)
        return step, epoch


def _place_in(values: Mapping[str, object]) -> Place:
    """Return split and grain that a text of the dict says: `"_type": "val_epoch"`."""
    split = ""
    grain = ""
    for key, value in values.items():
        if not isinstance(value, str) or len(value) > _LONGEST_SPLIT:
            continue
        place = place_of(key, value)
        split = split or place.split
        grain = grain or place.grain
    return Place(split, grain)


def _numbers_of(values: Mapping[str, object]) -> dict[str, float]:
    numbers: dict[str, float] = {}
    for name, value in values.items():
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            numbers[name] = clamped_float(value)
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
