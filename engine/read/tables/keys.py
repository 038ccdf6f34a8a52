"""Columns of words that say to which curve, split or run a row belongs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.names import normalized
from engine.read.tables.axis import Axes, falls_back, rows_of_groups, runs_of
from engine.read.tables.cells import Numbers
from engine.read.tables.columns import Table, dense
from engine.read.tables.words import (
    METRIC_NAMES,
    RUN_NAMES,
    VALUE_NAMES,
    is_metric,
    split_of,
)

_MOST_RUNS = 100
_MOST_GROUPS = 2000  # different combinations of metric, split and run
_ROWS_OF_A_RUN = 2  # a column with fewer rows for each of its values names no runs


class Key(NamedTuple):
    """What a row says of itself; empty where it says nothing."""

    metric: str = ""
    split: str = ""
    run: str = ""


class Keys(NamedTuple):
    """groups: number of the key of each row. names: the columns that were used up."""

    groups: NDArray[np.intp]
    keys: list[Key]
    names: frozenset[str]
    value: str = ""


def keys_of(
    table: Table,
    axes: Axes,
    numbers: Mapping[str, Numbers],
) -> Keys:
    """Find the columns that sort the rows, and sort them."""
    texts = _text_columns(table, numbers)
    split = _first(name for name, cells in texts.items() if _names_splits(cells))
    value = _first(name for name in numbers if normalized(name) in VALUE_NAMES)
    metric = ""
    if value:
        others = {name: cells for name, cells in texts.items() if name != split}
        metric = _metric_column(others)
    runs = [name for name in table.columns if normalized(name) in RUN_NAMES]
    runs = [
        name
        for name in runs
        if name != metric
        and _names_runs(
            table,
            name,
            axes,
        )
    ]
    used = {name for name in (split, metric, *runs) if name}
    columns = [_cells_of(table, name) for name in (metric, split)]
    keys = _sorted_rows(
        columns,
        [(name, _cells_of(table, name)) for name in runs],
        table.height,
    )
    if not runs:
        more = _unnamed_runs(
            texts,
            used,
            axes,
            keys,
        )
        if more:
            used.add(more)
            labels = [(more, texts[more])]
            keys = _sorted_rows(
                columns,
                labels,
                table.height,
            )
        else:
            keys = _with_restarts(keys, axes)
    if not metric:
        value = ""
    return Keys(
        keys.groups,
        keys.keys,
        frozenset(used),
        value,
    )


def _text_columns(
    table: Table,
    numbers: Mapping[str, Numbers],
) -> dict[str, list[str]]:
    """Return the columns of words, a text for each row."""
    return {
        name: dense(table.columns[name], table.height)
        for name, column in numbers.items()
        if column.strays > len(column.values)
    }


def _first(names: Iterable[str]) -> str:
    return next(iter(names), "")


def _names_splits(cells: list[str]) -> bool:
    different = set(cells) - {""}
    return 0 < len(different) <= len(cells) and all(map(split_of, different))


def _metric_column(texts: Mapping[str, list[str]]) -> str:
    """Return the column that names what the value is: by its own name, else by its words."""
    named = [name for name in texts if normalized(name) in METRIC_NAMES]
    if named:
        return named[0]
    for name, cells in texts.items():
        different = set(cells)
        if len(different) <= _MOST_GROUPS and 2 * sum(map(is_metric, different)) > len(different):
            return name
    return ""


def _names_runs(
    table: Table,
    name: str,
    axes: Axes,
) -> bool:
    """Return whether a column named like a run tells several runs apart."""
    cells = dense(table.columns[name], table.height)
    different = len(set(cells))
    if not 1 < different <= _MOST_RUNS:
        return False
    if not axes.is_known:
        return True
    return different * _ROWS_OF_A_RUN <= table.height


def _unnamed_runs(
    texts: Mapping[str, list[str]],
    used: set[str],
    axes: Axes,
    keys: Keys,
) -> str:
    """Return a column of words that cuts an axis that goes back into parts that do not.

    Without an axis, different labels of all rows are one run each: a table of results.
    """
    for name, cells in texts.items():
        different = len(set(cells))
        if name in used or not 1 < different <= _MOST_RUNS or "" in cells:
            continue
        if not axes.is_known:
            if different == len(cells):
                return name
            continue
        axis = axes.steps if np.isfinite(axes.steps).all() else axes.epochs
        both = _sorted_rows(
            [cells],
            [],
            len(cells),
        )
        joint = keys.groups * _MOST_RUNS + both.groups
        if _any_falls(axis, keys.groups) and not _any_falls(axis, joint):
            return name
    return ""


def _any_falls(
    axis: NDArray[np.float64],
    groups: NDArray[np.intp],
) -> bool:
    return any(falls_back(axis[rows]) for rows in rows_of_groups(groups))


def _cells_of(table: Table, name: str) -> list[str] | None:
    if not name:
        return None
    return dense(table.columns[name], table.height)


def _sorted_rows(
    columns: Sequence[list[str] | None],
    runs: Sequence[tuple[str, list[str] | None]],
    height: int,
) -> Keys:
    """Number the combinations of metric, split and run in the order of their first rows."""
    parts = [cells or [""] * height for cells in (*columns, *(cells for _, cells in runs))]
    numbers: dict[tuple[str, ...], int] = {}
    groups = np.zeros(height, dtype=np.intp)
    for row, texts in enumerate(zip(*parts, strict=True)):
        number = numbers.setdefault(texts, len(numbers))
        groups[row] = number if number < _MOST_GROUPS else -1
    names = [name for name, _ in runs]
    keys = [
        _key(
            texts,
            len(columns),
            names,
        )
        for texts in numbers
    ]
    return Keys(
        groups,
        keys or [Key()],
        frozenset(),
    )


def _key(
    texts: tuple[str, ...],
    places: int,
    names: list[str],
) -> Key:
    metric, split = (*texts[:places], "", "")[:2]
    labels = [
        _run_label(name, text)
        for name, text in zip(
            names,
            texts[places:],
            strict=True,
        )
    ]
    return Key(
        metric,
        split_of(split),
        ", ".join(labels),
    )


def _run_label(name: str, text: str) -> str:
    """Return `fold 2`, and a text of words as it stands."""
    return f"{name} {text}" if text.isdigit() else text


def _with_restarts(
    keys: Keys,
    axes: Axes,
) -> Keys:
    """Give each run of a group its own key where the axis starts again."""
    runs = runs_of(axes, keys.groups)
    count = int(runs.max(initial=0)) + 1
    if count == 1:
        return keys
    told_apart = [
        key._replace(run=f"run {number + 1}") for key in keys.keys for number in range(count)
    ]
    groups = np.where(
        keys.groups < 0,
        -1,
        keys.groups * count + runs,
    )
    return Keys(
        groups,
        told_apart,
        keys.names,
    )
