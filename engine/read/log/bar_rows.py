"""Values of progress bars: from their frames into the bars of a log, from there to the recorder."""

from __future__ import annotations

import math
import re

from engine.read.log.bars import Bars, Point, Value
from engine.read.log.frames import Frame
from engine.read.log.line_reader import LineReader
from engine.read.log.recorder import Key
from engine.read.log.state import LogState, split_of_head

_STEP_GRAIN = "step"
_EVALUATION = "evaluation"
_NAMED_VALUE = re.compile(r"[A-Za-z_]\w{1,40}\s?[:=]\s?[-\d.]")


class BarReader:
    """Adds the frames of bars to the log that `state` belongs to."""

    def __init__(self, state: LogState, lines: LineReader) -> None:
        self._state = state
        self._lines = lines

    def add(self, frame: Frame) -> bool:
        """Add a frame; return whether it held a value."""
        state = self._state
        split = split_of_head(frame.head) or state.section
        values = self._values_of(frame.rest, split)
        if not values and _NAMED_VALUE.search(frame.front):
            values = self._values_of(frame.front, split)
            frame = frame._replace(head="")
        if state.section:
            head = f"{state.section} {frame.head}"
            frame = frame._replace(head=head)
        state.bars.part = state.recorder.part
        state.bars.add(
            frame,
            state.recorder.epoch,
            values,
        )
        return bool(values)

    def _values_of(self, text: str, split: str) -> list[Value]:
        """Return the metrics in a text; `split` is that of those that name none."""
        row = self._lines.row(text)
        if row is None:
            return []
        return [(slot.name, slot.split or split, value) for slot, value in row.values]

    def finish(self) -> None:
        """Hand the points of all bars so far to the recorder, and forget the bars."""
        bars = self._state.bars
        recorder = self._state.recorder
        part = recorder.part
        for point in bars.step_points():
            self._record(
                point,
                "bar step",
                _STEP_GRAIN,
                point.position,
            )
        for point, is_evaluation in bars.epoch_points():
            grain = ""
            if is_evaluation:
                grain = _EVALUATION
            self._record(
                point,
                "bar",
                grain,
                math.nan,
            )
        recorder.part = part
        self._state.bars = Bars()

    def _record(
        self,
        point: Point,
        group: str,
        grain: str,
        step: float,
    ) -> None:
        epoch = point.epoch
        if not math.isfinite(epoch):
            epoch = float(point.session)
        key = Key(
            point.name,
            point.split,
            group,
            "",
            grain,
        )
        recorder = self._state.recorder
        recorder.part = point.part
        recorder.add(
            key,
            point.value,
            step,
            epoch,
        )
