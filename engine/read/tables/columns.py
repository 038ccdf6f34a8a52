"""Cells of a table sorted into columns, with a name above each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple


class Cells(NamedTuple):
    """Cells of one column, and the row of each; rows that end before the column have none."""

    rows: Sequence[int]
    texts: Sequence[str]


class Table(NamedTuple):
    """`height` is the number of rows. A column of labels or of an index may have no name."""

    height: int
    columns: Mapping[str, Cells]


def table_of(
    names: list[str],
    rows: Iterable[list[str]],
) -> Table:
    """Sort rows of cells into columns; they may repeat the header, as a resumed run writes it.

    Short rows are not filled up: below a header of 2,000 names, lines of one cell would each
    become 2,000 cells. Rows are taken one by one, since a list for each takes 50 times the memory
    of its text.
    """
    numbers: list[list[int]] = [[] for _ in names]
    texts: list[list[str]] = [[] for _ in names]
    columns = list(
        zip(
            numbers,
            texts,
            strict=True,
        )
    )
    height = 0
    for row in rows:
        if row == names:
            continue
        for column, text in zip(
            columns,
            row,
            strict=False,
        ):
            column[0].append(height)
            column[1].append(text)
        height += 1
    cells = map(
        Cells,
        numbers,
        texts,
    )
    named = zip(
        different(names),
        cells,
        strict=True,
    )
    return Table(height, dict(named))


def different(names: Iterable[str]) -> list[str]:
    """Return the names without blanks around them; one that is there twice becomes `loss.1`."""
    seen: dict[str, int] = {}
    told_apart: list[str] = []
    for name in names:
        plain = name.strip()
        count = seen.get(plain, 0)
        seen[plain] = count + 1
        if count:
            plain = f"{plain}.{count}"
        told_apart.append(plain)
    return told_apart


def dense(cells: Cells, height: int) -> list[str]:
    """Return one text for each row, empty where the row ends before the column."""
    texts = [""] * height
    for row, text in zip(
        cells.rows,
        cells.texts,
        strict=True,
    ):
        texts[row] = text.strip()
    return texts
