"""Console output of any training loop: lines of names and numbers, progress bars, Keras progress lines."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from engine.read.inputs import Reading
from engine.read.lines.plan import LineReader, Row
from engine.read.parts.limits import MAX_LINE, MAX_METRIC_LINES, frames, kept_lines
from engine.read.parts.names import HOUSEKEEPING, Names
from engine.read.parts.rows import Rows

# `12/24 [====>....] - ETA: 0s - loss: 0.5` and `24/24 ━━━━ 0s 7ms/step - loss: 0.5`
_KERAS = re.compile(r"^\s*(\d{1,9})/(\d{1,9}|Unknown) (?:\[[=>.]{1,80}\]|[━╸╺ ]{1,80})")
# `Epoch 0:  33%|███  | 3/12 [00:00<00:00, 54.33it/s, loss=1.198]`
_BAR = re.compile(r"\d{1,3}%\|[^|]{0,200}\| ?(\d{1,9})/(\d{1,9}) \[[^\]]{0,300}")
_BAR_EPOCH = re.compile(r"epoch\D{0,5}(\d{1,7})", re.IGNORECASE)
_POSTFIX = re.compile(r"[, ]([A-Za-z_][\w/.\-]{0,60})=([-+]?[\w.+\-]{1,30})")
_PER_STEP = "_step"


def read_keras(text: str, names: Names) -> Reading:
    """Of each epoch the last line counts: the values on the way are means over the batches so far."""
    lines = frames(text)
    reader, rows = LineReader(names), Rows()
    epoch, waiting = 0.0, None
    for line in lines:
        if _KERAS.match(line):
            if " - " in line:
                waiting = reader.read(line[line.index(" - ") :]) or waiting
            continue
        header = reader.read(line)
        if header is not None and math.isfinite(header.epoch) and not header.values:
            _add_epoch(rows, waiting, epoch)
            epoch, waiting = header.epoch, None
        elif header is not None and header.known:
            rows.add(header.values, epoch=header.epoch if math.isfinite(header.epoch) else epoch)
    _add_epoch(rows, waiting, epoch)
    return Reading("keras-progress", rows.series(), log=kept_lines([line for line in lines if not _KERAS.match(line)]))


def _add_epoch(rows: Rows, row: Row | None, epoch: float) -> None:
    if row is not None and row.values:
        rows.add(row.values, epoch=epoch)


def sniff_keras(text: str) -> bool:
    return any(_KERAS.match(line) and "loss" in line for line in frames(text[:50_000]))


def sniff_bars(text: str) -> bool:
    return any(_BAR.search(line, 0, MAX_LINE) for line in frames(text[:50_000]))


def read_bars(text: str, names: Names) -> Reading:
    """Values inside a bar are per step; lines printed between the bars are read like any console line."""
    lines = frames(text)
    rows, others = Rows(), []
    total, epoch = 0.0, 0.0
    for line in lines:
        bar = _BAR.search(line, 0, MAX_LINE) if "%|" in line else None
        if bar is None:
            others.append(line)
            continue
        number = _BAR_EPOCH.search(line[: bar.start()][-200:])
        epoch = float(number.group(1)) if number else epoch
        total = max(total, float(bar.group(2)))
        step = epoch * total + float(bar.group(1)) if number else float(bar.group(1))
        rows.add(dict(_postfix(bar.group(), names)), step=step)
    between = _read_lines(others, names)
    series = {**rows.series(), **between.series()}
    return Reading("progress-bar", series, log=kept_lines(others))


def _postfix(bar: str, names: Names) -> Iterator[tuple[str, float]]:
    for name, text in _POSTFIX.findall(bar):
        try:
            value = float(text)
        except ValueError:
            continue
        known = names.canonical(name)
        of_batch = known == "train_loss" and "epoch" not in name
        if name not in HOUSEKEEPING:
            yield (f"{known}{_PER_STEP}" if of_batch else known or name), value


def read_plain(text: str, names: Names) -> Reading:
    """Any other text: its lines for the signatures, and what values stand in them."""
    lines = frames(text)
    series = _read_lines(lines, names).series()
    # One value under a known name may stand in any sentence; curves have several.
    curves = {name: curve for name, curve in series.items() if len(curve) > 1}
    return Reading("console" if curves else "plain-log", curves, log=kept_lines(lines))


def _read_lines(lines: list[str], names: Names) -> Rows:
    """A line counts when the alias table knows one of its names. An epoch or step printed on a line of its own
    holds for the lines below it."""
    reader, rows = LineReader(names), Rows()
    epoch = step = math.nan
    for line in lines[:: 1 + len(lines) // MAX_METRIC_LINES]:
        row = reader.read(line)
        if row is None:
            continue
        if not row.values or row.known:
            epoch = row.epoch if math.isfinite(row.epoch) else epoch
            step = row.step if math.isfinite(row.step) else step
        if row.known:
            rows.add(row.values, _global_step(row, step, epoch), epoch)
    return rows


def _global_step(row: Row, step: float, epoch: float) -> float:
    """`Epoch [2/5], Step [100/600]` counts steps within the epoch."""
    if math.isfinite(row.steps) and math.isfinite(row.epoch) and row.step <= row.steps:
        return epoch * row.steps + row.step
    return row.step if math.isfinite(row.step) else step if math.isnan(epoch) else math.nan
