"""Offline runs of W&B (`run-*.wandb`): a log of protobuf records.

Read are the history, the settings and the printed lines; the summary where there is no history.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts.json_text import parse_value
from engine.read.parts.numbers import clamped_float
from engine.read.parts.protobuf import fields, signed
from engine.read.source import Format, Source
from engine.read.stores.block_log import records
from engine.read.stores.nested import numbers_in
from engine.read.stores.points import Points

_MAGIC = b":W&B"
_HEADER_BYTES = 7  # magic word, another of two bytes, version
_GROUP = "history"
_OWN = "_"  # names of W&B itself: _step, _runtime, _timestamp, _wandb
_STEP = "_step"
_PRINTED = "output.log"
_BROKEN = (IndexError, ValueError)

# Numbers of the fields, by message: wandb/proto/wandb_internal.proto
_HISTORY = 2
_SUMMARY = 3
_OUTPUT = 4
_CONFIG = 5
_OUTPUT_RAW = 13
_RUN = 17
_RUN_CONFIG = 4
_ITEM = 1
_HISTORY_STEP = 2
_STEP_NUMBER = 1
_ITEM_KEYS = {1, 2}  # a key, or the parts of a nested one
_ITEM_VALUE = 16
_LINE = 3


@dataclass
class _Run:
    points: Points = field(default_factory=Points)
    summary: dict[str, float] = field(default_factory=dict)
    config: dict[str, object] = field(default_factory=dict)
    printed: list[str] = field(default_factory=list)
    broken: int = 0


def sniff(source: Source) -> bool:
    return source.content.startswith(_MAGIC)


def read(source: Source) -> Reading:
    """Read the run. Raises ReadError for a file without any whole record."""
    run = _Run()
    count = 0
    for message in records(source.content, _HEADER_BYTES):
        count += 1
        try:
            _collect(message, run)
        except _BROKEN:
            run.broken += 1
    if count == run.broken:
        detail = "holds no whole record of a W&B run"
        raise ReadError((source.name, detail))
    warnings = []
    if run.broken:
        warnings.append(f"{source.name}: {run.broken} broken records (left out)")
    points = _points(run)
    return Reading(
        curves=points.curves(_GROUP),
        config=run.config,
        inner=_printed(run),
        warnings=tuple(warnings),
    )


def _points(run: _Run) -> Points:
    """Return the history; the last values where no history was written."""
    if not run.points:
        for name, value in run.summary.items():
            run.points.add(
                name,
                value,
                math.nan,
            )
    return run.points


def _printed(run: _Run) -> tuple[NamedFile, ...]:
    text = "".join(run.printed)
    if not text.strip():
        return ()
    content = text.encode()
    return (NamedFile(_PRINTED, content),)


def _collect(message: bytes, run: _Run) -> None:
    for number, value in fields(message):
        if not isinstance(value, bytes):
            continue
        if number == _HISTORY:
            _collect_history(value, run.points)
        elif number == _SUMMARY:
            run.summary.update(_numbers(value))
        elif number == _CONFIG:
            _collect_settings(value, run.config)
        elif number == _RUN:
            _collect_run(value, run)
        elif number in {_OUTPUT, _OUTPUT_RAW}:
            run.printed.extend(_lines(value))


def _collect_history(message: bytes, points: Points) -> None:
    step = _step_of(message)
    for name, value in _numbers(message):
        points.add(
            name,
            value,
            step,
        )


def _step_of(message: bytes) -> float:
    """Return the step that the record or its item `_step` gives."""
    for names, value in _items(message):
        if names == [_STEP] and isinstance(value, int | float):
            return clamped_float(value)
    for number, value in fields(message):
        if number == _HISTORY_STEP and isinstance(value, bytes):
            parts = dict(fields(value))
            given = parts.get(_STEP_NUMBER, 0)
            if isinstance(given, int):
                return float(signed(given))
    return math.nan


def _numbers(message: bytes) -> Iterator[tuple[str, float]]:
    for names, value in _items(message):
        if not names[0].startswith(_OWN):
            name = "/".join(names)
            yield from numbers_in(name, value)


def _collect_run(message: bytes, run: _Run) -> None:
    for number, value in fields(message):
        if number == _RUN_CONFIG and isinstance(value, bytes):
            _collect_settings(value, run.config)


def _collect_settings(
    message: bytes,
    config: dict[str, object],
) -> None:
    for names, value in _items(message):
        if not names[0].startswith(_OWN):
            name = ".".join(names)
            config[name] = value


def _items(
    message: bytes,
) -> Iterator[tuple[list[str], object]]:
    """Yield path and value of each item; an item without a name or value is passed over.

    Raises ValueError for a value that is not JSON.
    """
    for number, item in fields(message):
        if number != _ITEM or not isinstance(item, bytes):
            continue
        names: list[str] = []
        text = b""
        for part, value in fields(item):
            if not isinstance(value, bytes):
                continue
            if part in _ITEM_KEYS:
                name = value.decode("utf-8", errors="replace")
                names.append(name)
            elif part == _ITEM_VALUE:
                text = value
        if names and text:
            yield names, parse_value(text)


def _lines(message: bytes) -> Iterator[str]:
    for number, value in fields(message):
        if number == _LINE and isinstance(value, bytes):
            yield value.decode("utf-8", errors="replace")


FORMAT = Format(
    name="wandb-run",
    label="an offline run of W&B",
    sniff=sniff,
    read=read,
)
