"""Objects with the values of one logging point each, as JSON lines and trainer states have them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from engine.names import MAX_NAME, normalized
from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.parts.names import EPOCH_NAMES, HOUSEKEEPING, STEP_NAMES
from engine.read.parts.numbers import number_from_text
from engine.read.parts.row_lists import RowLists
from engine.read.parts.rows import Rows

_CONFIG_KEYS = frozenset({"config", "hparams", "hyperparameters", "args", "params"})
_DEPTH = 4
_NUMBER_LIMIT = 60
_NUMBERS = frozenset({int, float})

Role = Literal["value", "step", "epoch", "none"]


def objects_in(
    rows: object,
    name: str,
    detail: str,
) -> list[dict[str, object]]:
    """Return the rows. Raises ReadError with the detail for anything but a list of objects."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReadError((name, detail))
    return rows


def read_logged_rows(logged: Iterable[Mapping[str, object]], source: str) -> Reading:
    """Read one curve per key on the step or epoch of its row; nested keys are joined by a slash.

    `source` is the name of the input, for warnings.
    """
    rows = Rows()
    lists = RowLists()
    config: dict[str, object] = {}
    roles: dict[str, Role] = {}
    for row in logged:
        step = epoch = math.nan
        values: dict[str, float] = {}
        is_flat = _is_flat(row)
        numbers: Iterable[tuple[str, object]] = row.items()
        if not is_flat:
            numbers = _numbers(row, "", config, _DEPTH)
        for key, number in numbers:
            role = roles.get(key) or roles.setdefault(key, _role(key))
            if role == "value":
                values[key] = number  # type: ignore[assignment]
            elif role == "step":
                step = number  # type: ignore[assignment]
            elif role == "epoch":
                epoch = number  # type: ignore[assignment]
        if "train_runtime" in row:
            values.pop("train_loss", None)  # the mean over the whole run, written once at its end
        rows.add(
            values,
            step,
            epoch,
        )
        if not is_flat:
            lists.add(
                row,
                step,
                epoch,
            )
    return Reading(
        series=rows.series(),
        layers=lists.layers(),
        classes=lists.classes(),
        config=config,
        warnings=lists.warnings(source),
    )


def _is_flat(row: Mapping[str, object]) -> bool:
    """Return whether all values are numbers: such a row needs no further look at them."""
    return _NUMBERS.issuperset(map(type, row.values()))


def _role(key: str) -> Role:
    plain = normalized(key)
    if plain in STEP_NAMES:
        return "step"
    if plain in EPOCH_NAMES:
        return "epoch"
    return "none" if plain in HOUSEKEEPING else "value"


def _numbers(
    row: Mapping[str, object],
    prefix: str,
    config: dict[str, object],
    depth: int,
) -> Iterator[tuple[str, float]]:
    """Yield the numbers of a row under their paths; move configurations into `config`."""
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
        elif isinstance(value, str):
            number = number_from_text(value[:_NUMBER_LIMIT])
            if number is not None:
                yield prefix + key, number
