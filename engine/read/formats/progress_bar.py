"""Progress bars of tqdm with values: `33%|███  | 3/12 [00:00<00:00, loss=1.198]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.read.inputs import Reading
from engine.read.lines.placement import rows_of
from engine.read.parts.limits import MAX_LINE, frames, kept_lines
from engine.read.parts.names import HOUSEKEEPING, Names
from engine.read.parts.rows import Rows
from engine.read.source import Format, Source

_BAR = re.compile(r"\d{1,3}%\|[^|]{0,200}\| ?(\d{1,9})/(\d{1,9}) \[[^\]]{0,300}")
_BAR_SIGN = "%|"
_EPOCH = re.compile(r"epoch\D{0,5}(\d{1,7})", re.IGNORECASE)
_EPOCH_CHARACTERS = 200
_VALUE = re.compile(r"[, ]([A-Za-z_][\w/.\-]{0,60})=([-+]?[\w.+\-]{1,30})")
_PER_STEP = "_step"
_SNIFFED_CHARACTERS = 50_000


def sniff(source: Source) -> bool:
    lines = frames(source.text[:_SNIFFED_CHARACTERS])
    return any(
        _BAR.search(
            line,
            0,
            MAX_LINE,
        )
        for line in lines
    )


def read(source: Source) -> Reading:
    """Read the values inside a bar per step, and lines between bars like any console line."""
    rows = Rows()
    counter = _StepCounter()
    log: list[str] = []
    for line in source.lines:
        bar = _bar(line)
        if bar is None:
            log.append(line)
            continue
        values = dict(_values(bar.group(), source.names))
        rows.add(values, step=counter.step(bar))
    between = rows_of(log, source.names)
    series = {**rows.series(), **between.series()}
    return Reading(series=series, log=kept_lines(log))


def _bar(line: str) -> re.Match[str] | None:
    if _BAR_SIGN not in line:
        return None
    return _BAR.search(line, 0, MAX_LINE)


@dataclass
class _StepCounter:
    """Counts the steps of a run through its epochs, by the longest bar so far."""

    total: float = 0.0

    def step(self, bar: re.Match[str]) -> float:
        """Return the step in the run; a bar without an epoch in front counts for itself."""
        step = float(bar.group(1))
        self.total = max(self.total, float(bar.group(2)))
        in_front = bar.string[: bar.start()]
        epoch = _EPOCH.search(in_front[-_EPOCH_CHARACTERS:])
        return step if epoch is None else float(epoch.group(1)) * self.total + step


def _values(
    bar: str,
    names: Names,
) -> Iterator[tuple[str, float]]:
    """Yield canonical name (or the name itself) and value of each `name=value`."""
    for name, text in _VALUE.findall(bar):
        if name in HOUSEKEEPING:
            continue
        try:
            value = float(text)
        except ValueError:
            continue
        canonical = names.canonical(name) or name
        is_of_batch = canonical == "train_loss" and "epoch" not in name
        yield f"{canonical}{_PER_STEP}" if is_of_batch else canonical, value


FORMAT = Format(
    name="progress-bar",
    label="progress bars",
    sniff=sniff,
    read=read,
)
