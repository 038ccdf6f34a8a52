"""JSON lines: one object for each logged row, as many loggers write, with other lines in
between.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from engine.names import MAX_NAME, normalized
from engine.read import json_text
from engine.read.inputs import Reading
from engine.read.limits import frames, kept_lines
from engine.read.names import EPOCH_NAMES, HOUSEKEEPING, STEP_NAMES
from engine.read.numbers import number_from_text
from engine.read.row_lists import RowLists
from engine.read.rows import Rows

_CONFIG_KEYS = frozenset({"config", "hparams", "hyperparameters", "args", "params"})
_SNIFFED = 60
_DEPTH = 4
_NUMBERS = frozenset({int, float})


def sniff(text: str) -> bool:
    beginning = text[:60_000]
    first_lines = beginning.splitlines()[:_SNIFFED]
    lines = [line for line in first_lines if line.strip()]
    objects = sum(map(_is_object, lines))
    if objects < max(1, len(lines) // 3):
        return False
    return len(lines) > 1 or _has_number(lines[0])


def _is_object(line: str) -> bool:
    line = line.strip()
    if not line.startswith('{"'):
        return False
    if not line.endswith("}"):
        return False
    return json_text.row(line) is not None


def _has_number(line: str) -> bool:
    """One line alone is a row only if numbers stand at its top; otherwise it is a document of its
    own.
    """
    row = json_text.row(line)
    if not row:
        return False
    return all(isinstance(value, int | float | str) for value in row.values())


def read(text: str, name: str) -> Reading:
    rows: list[dict[str, object]] = []
    others: list[str] = []
    broken = 0
    for line in frames(text):
        row = None
        if line.lstrip().startswith("{"):
            row = json_text.row(line)
        if row is None:
            others.append(line)
            broken += line.lstrip().startswith('{"')
            continue
        rows.append(row)
        others.extend(_sentences(row))
    reading = from_rows(rows, "json-lines", name)
    warnings = (f"{name}: {broken} lines open like JSON and are not (left out)",) if broken else ()
    return replace(reading, log=kept_lines(others), warnings=(*warnings, *reading.warnings))


def _sentences(row: Mapping[str, object]) -> list[str]:
    """Texts of several words, such as the message of a structured log: an error may stand in
    them.
    """
    return [value for value in row.values() if isinstance(value, str) and " " in value.strip()]


def from_rows(raw: Iterable[Mapping[str, object]], kind: str, name: str) -> Reading:
    rows, lists = Rows(), RowLists()
    config: dict[str, object] = {}
    roles: dict[str, str] = {}
    for row in raw:
        step = epoch = math.nan
        values: dict[str, float] = {}
        flat = _is_flat(row)
        for key, number in row.items() if flat else _numbers(row, "", config, _DEPTH):
            role = roles.get(key) or roles.setdefault(key, _role(key))
            if role == "value":
                values[key] = number  # type: ignore[assignment]
            elif role == "step":
                step = number  # type: ignore[assignment]
            elif role == "epoch":
                epoch = number  # type: ignore[assignment]
        if "train_runtime" in row:
            values.pop("train_loss", None)  # the mean over the whole run, written once at its end
        rows.add(values, step, epoch)
        if not flat:
            lists.add(row, step, epoch)
    return Reading(
        kind,
        rows.series(),
        lists.layers(),
        lists.classes(),
        config,
        warnings=lists.warnings(name),
    )


def _is_flat(row: Mapping[str, object]) -> bool:
    """Nothing but numbers: such a row needs no further look at its values."""
    return _NUMBERS.issuperset(map(type, row.values()))


def _role(key: str) -> str:
    plain = normalized(key)
    if plain in STEP_NAMES:
        return "step"
    if plain in EPOCH_NAMES:
        return "epoch"
    return "none" if plain in HOUSEKEEPING else "value"


def _numbers(
    row: Mapping[str, object], prefix: str, config: dict[str, object], depth: int
) -> Iterator[tuple[str, float]]:
    for key, value in row.items():
        if type(value) is float:
            yield prefix + key, value
        elif isinstance(value, dict):
            if normalized(key) in _CONFIG_KEYS:
                config.update(value)
            elif depth:
                # Each value below carries the path in its name, of which no more is looked at.
                group = f"{prefix}{key}"[:MAX_NAME]
                yield from _numbers(value, f"{group}/", config, depth - 1)
        elif isinstance(value, int) and not isinstance(value, bool):
            yield prefix + key, value
        elif isinstance(value, str) and (number := number_from_text(value[:60])) is not None:
            yield prefix + key, number
