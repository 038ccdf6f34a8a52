"""Console output of any training loop: lines of names and numbers."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.lines.placement import placed_rows, rows_of
from engine.read.parts.limits import kept_lines
from engine.read.parts.rows import MAX_NAMES
from engine.read.source import Format, Source
from engine.run import Series


def sniff(source: Source) -> bool:
    """Find a metric that is printed twice: one value can be part of any sentence."""
    earlier: set[str] = set()
    for values, _, _ in placed_rows(source.lines, source.names):
        if not earlier.isdisjoint(values):
            return True
        room = MAX_NAMES - len(earlier)
        new_names = list(values)
        earlier.update(new_names[:room])
    return False


def read(source: Source) -> Reading:
    """Read each metric with two values or more; all lines are the log."""
    return Reading(
        series=_curves(source),
        log=kept_lines(source.lines),
    )


def _curves(source: Source) -> dict[str, Series]:
    rows = rows_of(source.lines, source.names)
    return {name: curve for name, curve in rows.series().items() if len(curve) > 1}


FORMAT = Format(
    name="console",
    label="console prints",
    sniff=sniff,
    read=read,
)
