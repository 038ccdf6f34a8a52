"""Progress lines of Keras: one line an epoch, drawn again and again while the epoch runs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from engine.read.inputs import Reading
from engine.read.lines import LineReader, MetricRow
from engine.read.parts.limits import frames, kept_lines
from engine.read.parts.rows import Rows
from engine.read.source import Format, Source

# `12/24 [====>....] - ETA: 0s - loss: 0.5` and `24/24 ━━━━ 0s 7ms/step - loss: 0.5`
_PROGRESS = re.compile(r"^\s*(\d{1,9})/(\d{1,9}|Unknown) (?:\[[=>.]{1,80}\]|[━╸╺ ]{1,80})")
_DASH = " - "
_SNIFFED_CHARACTERS = 50_000


def sniff(source: Source) -> bool:
    """Find a progress line with a loss."""
    start = source.text[:_SNIFFED_CHARACTERS]
    lines = frames(start)
    return any("loss" in line and _is_progress(line) for line in lines)


def _is_progress(line: str) -> bool:
    return _PROGRESS.match(line) is not None


def read(source: Source) -> Reading:
    """Read the last progress line of each epoch; earlier ones are means over the batches so far."""
    reader = LineReader(source.names)
    epochs = _Epochs()
    log: list[str] = []
    for line in source.lines:
        if not _is_progress(line):
            log.append(line)
            row = reader.read(line)
            if row is not None:
                epochs.add_other_line(row)
        elif _DASH in line:
            dash = line.index(_DASH)
            row = reader.read(line[dash:])
            epochs.last = row or epochs.last
    epochs.close()
    return Reading(
        series=epochs.rows.series(),
        log=kept_lines(log),
    )


@dataclass
class _Epochs:
    """Rows of the epochs so far, and the last progress line of the open epoch."""

    rows: Rows = field(default_factory=Rows)
    epoch: float = 0.0
    last: MetricRow | None = None

    def add_other_line(self, row: MetricRow) -> None:
        """Open an epoch at its header, `Epoch 3/10`; take over values that are printed outside."""
        has_epoch = math.isfinite(row.epoch)
        if has_epoch and not row.values:
            self.close()
            self.epoch = row.epoch
            self.last = None
        elif row.is_known:
            epoch = row.epoch if has_epoch else self.epoch
            self.rows.add(row.values, epoch=epoch)

    def close(self) -> None:
        if self.last is not None and self.last.values:
            self.rows.add(self.last.values, epoch=self.epoch)


FORMAT = Format(
    name="keras-progress",
    label="Keras progress lines",
    sniff=sniff,
    read=read,
)
