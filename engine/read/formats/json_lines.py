"""JSON lines: one object for each logged row, with other lines in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.read.inputs import Reading
from engine.read.parts.json_text import opens_like_rows, parse_row
from engine.read.parts.limits import kept_lines
from engine.read.parts.logged_rows import read_logged_rows
from engine.read.source import Format, Source


def sniff(source: Source) -> bool:
    return opens_like_rows(source.text)


def read(source: Source) -> Reading:
    """Read the objects as rows; the other lines and the sentences inside objects are the log."""
    rows: list[dict[str, object]] = []
    log: list[str] = []
    broken = 0
    for line in source.lines:
        start = line.lstrip()
        row = parse_row(line) if start.startswith("{") else None
        if row is not None:
            rows.append(row)
            log.extend(_sentences(row))
        else:
            log.append(line)
            broken += start.startswith('{"')
    reading = read_logged_rows(rows, source.name)
    warnings = _warnings(broken, source.name)
    return replace(
        reading,
        log=kept_lines(log),
        warnings=(*warnings, *reading.warnings),
    )


def _sentences(row: Mapping[str, object]) -> list[str]:
    """Return texts of several words.

    The message of a structured log is one, and often an error.
    """
    return [value for value in row.values() if isinstance(value, str) and " " in value.strip()]


def _warnings(broken: int, name: str) -> tuple[str, ...]:
    if not broken:
        return ()
    return (f"{name}: {broken} lines open like JSON and are not (left out)",)


FORMAT = Format(
    name="json-lines",
    label="JSON lines",
    sniff=sniff,
    read=read,
)
