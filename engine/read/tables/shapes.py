"""Tables that lie on their side: a metric in each row, the steps, splits or runs above."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from engine.read.tables.cells import number_of_cell
from engine.read.tables.columns import Cells, Table, dense, different
from engine.read.tables.words import (
    METRIC_NAMES,
    axis_of,
    is_metric,
    is_unnamed,
    split_of,
)

_NUMBERED = re.compile(r"[A-Za-z _\-]{0,20}\d{1,12}")
_LEAST_METRICS = 0.5  # share of the labels that must be quantities
_MOST_LABELS = 2000


def upright(table: Table) -> Table:
    """Turn a table whose rows are metrics, so that its columns are."""
    if not _lies(table):
        return table
    (corner, labels), *others = table.columns.items()
    names = different(labels.texts)
    above = [name for name, _ in others]
    top = _name_above(corner, above)
    columns = {
        top: Cells(
            range(len(above)),
            above,
        )
    }
    bodies = [dense(cells, table.height) for _, cells in others]
    rows = list(zip(*bodies, strict=True))
    for name, texts in zip(
        names,
        rows,
        strict=True,
    ):
        columns.setdefault(
            name,
            Cells(
                range(len(above)),
                texts,
            ),
        )
    return Table(len(above), columns)


def _name_above(
    corner: str,
    above: list[str],
) -> str:
    """Return the name of the column that the header of a table on its side becomes."""
    if axis_of(corner)[0]:
        return corner
    if all(map(split_of, above)):
        return "split"
    return "" if _count_up(above) else "run"


def _lies(table: Table) -> bool:
    """Return whether the first column holds different metrics, and no column is an axis."""
    if len(table.columns) < 2 or not 0 < table.height <= _MOST_LABELS:
        return False
    (corner, labels), *others = table.columns.items()
    above = [name for name, _ in others]
    if len(labels.texts) < table.height or not _are_labels(labels):
        return False
    if _count_up(above):
        return True
    if any(axis_of(name)[0] for name in above):
        return False
    if not _are_metrics(labels.texts):
        return False
    if all(map(split_of, above)):
        return True
    is_header = is_unnamed(corner) or corner.strip().lower() in METRIC_NAMES
    return is_header and not any(map(is_metric, above))


def _are_labels(cells: Cells) -> bool:
    """Return whether the cells are texts, all different."""
    texts = [text.strip() for text in cells.texts]
    if len(set(texts)) < len(texts):
        return False
    return all(text and number_of_cell(text) is None for text in texts)


def _count_up(names: list[str]) -> bool:
    """Return whether the names are numbers that rise: `1, 2, 3`, `epoch 1, epoch 2`."""
    if len(names) < 2:
        return False
    counts: list[int] = []
    for name in names:
        plain = name.strip()
        if not _NUMBERED.fullmatch(plain):
            return False
        digits = plain.lstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ _-")
        counts.append(int(digits))
    if any(is_metric(name) for name in names):
        return False
    pairs = itertools.pairwise(counts)
    return all(before < after for before, after in pairs)


def _are_metrics(labels: Sequence[str]) -> bool:
    metrics = sum(map(is_metric, labels))
    return metrics >= _LEAST_METRICS * len(labels)
