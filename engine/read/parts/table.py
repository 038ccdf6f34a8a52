"""Columns of cells with a name above each, read as curves."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.tables.columns import Cells, Table, table_of
from engine.read.tables.curves import Look, curves_of

__all__ = ["Cells", "Table", "read_table", "table_of"]


def read_table(
    table: Table,
    file: str,
    look: Look | None = None,
) -> Reading:
    """Read each column as curves on the steps or epochs; `look` says how the cells are written."""
    curves, config, warnings = curves_of(table, look or Look(file))
    return Reading(
        curves=curves,
        config=config,
        warnings=warnings,
    )
