"""Rows that are printed as a list each: `[0, 1.41, 1.45, 0.28, '00:00']`, as fastai does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.read.inputs import Curve
from engine.read.tables.cells import is_clock, is_filler, number_of_cell
from engine.read.tables.columns import table_of
from engine.read.tables.curves import Look, curves_of
from engine.read.tables.found import FoundTable

_LIST = re.compile(r"\[\d{1,9}(?:, [^,\[\]]{1,40}){2,200}\]")
_LEAST_ROWS = 2
_METRIC = "metric"
_UNNAMED = f"{_METRIC} 1"
_LOSSES = ("train_loss", "valid_loss")


def found_lists(lines: Sequence[str]) -> list[FoundTable]:
    """Return the rows with a count in front and a clock behind, which fastai prints without names.

    Its columns are epoch, training loss, validation loss, then the metrics, whose names it does
    not print.
    """
    rows: list[list[str]] = []
    places: list[int] = []
    for place, line in enumerate(lines):
        if not line.startswith("[") or not line[1:2].isdigit():
            continue
        cells = _cells(line)
        if not cells:
            continue
        width = len(cells)
        if not rows or width == len(rows[0]):
            rows.append(cells)
            places.append(place)
    if len(rows) < _LEAST_ROWS:
        return []
    names = _names(len(rows[0]))
    first = places[0]
    look = Look(
        file="",
        group=f"lists at line {first + 1}",
    )
    table = table_of(names, rows)
    curves, _, _ = curves_of(table, look)
    named = map(_with_name, curves)
    return [
        FoundTable(
            tuple(places),
            tuple(named),
        )
    ]


def _with_name(curve: Curve) -> Curve:
    """Call the one unnamed metric a score of validation, or an error where it falls: between 0 and
    1 a fast.ai learner has accuracy or error_rate there.
    """
    if curve.name != _UNNAMED:
        return curve
    is_no_share = (curve.y < 0) | (curve.y > 1)
    if is_no_share.any():
        return curve
    is_falling = curve.y[-1] < curve.y[0]
    name = "valid_error" if is_falling else "valid_score"
    return replace(curve, name=name)


def _names(width: int) -> list[str]:
    """Return names of the columns between epoch and time: the losses, then unnamed metrics."""
    between = width - 2
    losses = _LOSSES[:between]
    metrics = range(1, between - len(losses) + 1)
    unnamed = [f"{_METRIC} {number}" for number in metrics]
    return [
        "epoch",
        *losses,
        *unnamed,
        "time",
    ]


def _cells(line: str) -> list[str]:
    """Return the cells of a list that begins with a count and ends with a clock, else none."""
    text = line.strip()
    if not _LIST.fullmatch(text):
        return []
    inner = text[1:-1]
    cells = [cell.strip(" '\"") for cell in inner.split(",")]
    count, *between, clock = cells
    if not count.isdigit():
        return []
    if not is_clock(clock):
        return []
    for cell in between:
        if number_of_cell(cell) is None and not is_filler(cell):
            return []
    return cells
