"""Curves of a table: each column of numbers, sorted by what its rows say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from engine.read.inputs import Curve
from engine.read.metric_names.metric import metric_of
from engine.read.parts.numbers import quoted
from engine.read.tables.axis import Axes, axes_of, placed, rows_of_groups
from engine.read.tables.cells import Numbers, numbers_of, with_sums
from engine.read.tables.columns import Cells, Table
from engine.read.tables.keys import Key, Keys, keys_of
from engine.read.tables.shapes import upright
from engine.read.tables.words import (
    VALUE_NAMES,
    axis_of,
    is_housekeeping,
    is_metric,
    is_unnamed,
    without_unit,
)

_BOUNDS = re.compile(r"__(MIN|MAX)$")  # columns that Weights & Biases adds to an export
_RUN_PREFIX = re.compile(r"(.{1,120}) - (.{1,120})")
_SETTING = re.compile(r"(?:params|config|hparams|hyperparameters)[./](.{1,120})")
_FIRST_LINE = 2  # of a file, below its header


class Look(NamedTuple):
    """How a table is written and where it stands.

    file: for the warnings. group: of all its curves; the file without one of its own.
    first_line: number of the line with the first row. value_name: name of a column that is only
        called `value`. split: of the whole table, where its place says one.
    """

    file: str
    group: str = ""
    first_line: int = _FIRST_LINE
    has_decimal_commas: bool = False
    value_name: str = ""
    split: str = ""
    grain: str = ""


class TableReading(NamedTuple):
    curves: tuple[Curve, ...]
    config: dict[str, object]
    warnings: tuple[str, ...]


def curves_of(
    table: Table,
    look: Look,
) -> TableReading:
    """Read each column as curves on the steps or epochs.

    Blank cells are values that were not recorded. Other cells without a number are left out with a
    warning that names the first of them.
    """
    table = upright(table)
    axes = axes_of(table, look.has_decimal_commas)
    config = _settings(table)
    numbers = {
        name: numbers_of(_with_terms_summed(name, cells), look.has_decimal_commas)
        for name, cells in table.columns.items()
        if name not in axes.names and not _SETTING.fullmatch(name)
    }
    keys = keys_of(table, axes, numbers)
    columns = {
        name: column for name, column in numbers.items() if _is_curve(name, column, keys, look)
    }
    warnings = [
        _stray_warning(look, name, column)
        for name, column in columns.items()
        if column.stray is not None
    ]
    curves = [
        curve
        for name, column in columns.items()
        for curve in _curves_of_column(name, column, axes, keys, look)
    ]
    if curves and axes.epoch_name:
        epochs = numbers_of(
            table.columns[axes.epoch_name],
            look.has_decimal_commas,
            is_axis=True,
        )
        curves.extend(_curves_of_column(axes.epoch_name, epochs, axes, keys, look))
    return TableReading(
        curves=tuple(_with_prefixes_read(curves)),
        config=config,
        warnings=tuple(warnings),
    )


def _with_terms_summed(name: str, cells: Cells) -> Cells:
    quantity = metric_of(name).quantity
    is_loss = quantity is not None and quantity.name == "loss"
    return with_sums(cells) if is_loss else cells


def _settings(table: Table) -> dict[str, object]:
    """Return the settings that a table of runs repeats in each row, as MLflow exports them."""
    found: dict[str, object] = {}
    for name, cells in table.columns.items():
        match = _SETTING.fullmatch(name)
        different = set(cells.texts)
        if match and len(different) == 1:
            found[match.group(1)] = different.pop()
    return found


def _is_curve(
    name: str,
    column: Numbers,
    keys: Keys,
    look: Look,
) -> bool:
    if name in keys.names or _BOUNDS.search(name):
        return False
    if is_unnamed(name):
        return False
    if keys.value:
        return name == keys.value
    if name.lower() in VALUE_NAMES and look.value_name:
        return True
    if is_housekeeping(name) and not is_metric(name):
        return False
    return column.stray is not None or len(column.values) > 0


def _stray_warning(
    look: Look,
    name: str,
    numbers: Numbers,
) -> str:
    column = f"column {quoted(name)}"
    if numbers.stray is None or not len(numbers.values):
        return f"{look.file}: {column} holds no numbers"
    row, text = numbers.stray
    line = row + look.first_line
    return f"{look.file}:{line}: {column}: not a number: {quoted(text)} (left out)"


def _curves_of_column(
    name: str,
    column: Numbers,
    axes: Axes,
    keys: Keys,
    look: Look,
) -> Iterator[Curve]:
    """Yield the curve of each group of rows in which the column has a value."""
    if not len(column.values):
        return
    groups = keys.groups[column.rows]
    for places in rows_of_groups(groups):
        rows = column.rows[places]
        key = keys.keys[groups[places[0]]]
        x, x_name = placed(axes, rows)
        yield Curve(
            name=_name(name, column, key, look),
            x=x,
            y=column.values[places],
            x_name=x_name,
            split=key.split or look.split,
            grain=look.grain,
            run=key.run,
            group=look.group or look.file,
        )


def _name(
    name: str,
    column: Numbers,
    key: Key,
    look: Look,
) -> str:
    """Return the name of the curve; a percent sign that was read from the cells leaves it."""
    if key.metric:
        return key.metric
    if look.value_name and name.lower() in VALUE_NAMES:
        return look.value_name
    if column.is_percent:
        return without_unit(name)
    return name


def _with_prefixes_read(curves: list[Curve]) -> Iterator[Curve]:
    """Cut `run - metric` of a tracker's export; the run is kept where the table holds several."""
    parts: Mapping[str, tuple[str, str]] = {curve.name: _parts(curve.name) for curve in curves}
    runs = {run for run, _ in parts.values() if run}
    for curve in curves:
        run, name = parts[curve.name]
        if not run:
            yield curve
            continue
        if is_housekeeping(name) or axis_of(name)[0]:
            continue
        if len(runs) == 1:
            run = curve.run
        yield replace(curve, name=name, run=run)


def _parts(name: str) -> tuple[str, str]:
    """Return run and metric of a column of a tracker's export; the run may hold ` - ` itself."""
    match = _RUN_PREFIX.fullmatch(name)
    if match is None:
        return "", name
    return match.group(1), match.group(2)
