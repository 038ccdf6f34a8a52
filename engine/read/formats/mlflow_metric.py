"""Files of MLflow's local store: one metric a file, each line `milliseconds value step`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from engine.read.inputs import Reading
from engine.read.parts.numbers import number_from_text
from engine.read.source import Format, Source
from engine.read.stores.points import Points

_LINE = re.compile(r"(\d{12,14}) (\S{1,40}) (-?\d{1,12})", re.ASCII)
_SNIFFED_CHARACTERS = 4000
_SNIFFED_LINES = 5
_FOLDER = "metrics"  # of the store; names of metrics may hold further folders
_GROUP = "metrics"


def sniff(source: Source) -> bool:
    lines = source.text[:_SNIFFED_CHARACTERS].splitlines()
    first = lines[:_SNIFFED_LINES]
    return bool(first) and all(map(_LINE.fullmatch, first))


def read(source: Source) -> Reading:
    """Read one curve on its steps, named by the file and its folders below `metrics`."""
    points = Points()
    name = _name(source.name)
    for step, value in _points(source.text):
        points.add(
            name,
            value,
            step,
        )
    return Reading(curves=points.curves(_GROUP))


def _name(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts:
        return "metric"
    if _FOLDER not in parts[:-1]:
        return parts[-1]
    behind = parts[::-1].index(_FOLDER)
    return "/".join(parts[-behind:])


def _points(text: str) -> Iterator[tuple[float, float]]:
    """Yield step and value of each line; a line of another form is left out."""
    for line in text.splitlines():
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        value = number_from_text(match.group(2))
        if value is not None:
            yield float(match.group(3)), value


FORMAT = Format(
    name="mlflow-metric",
    label="an MLflow metric file",
    sniff=sniff,
    read=read,
)
