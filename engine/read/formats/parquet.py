"""Parquet tables, where pyarrow is installed; each is read as CSV."""

from __future__ import annotations

import importlib
import io
from pathlib import PurePosixPath
from typing import Any

from engine.read.errors import ReadError
from engine.read.inputs import NamedFile, Reading
from engine.read.parts.limits import MAX_UNPACKED
from engine.read.source import Format, Source

MARK = b"PAR1"
_CELL_BYTES = 8
_EXPORT = 'send what pandas.read_parquet("{0}").to_csv("{0}.csv") writes'


def sniff(source: Source) -> bool:
    return source.content.startswith(MARK)


def read(source: Source) -> Reading:
    """Return the table as CSV. Raises ReadError without pyarrow, and for a broken table."""
    name = PurePosixPath(source.name).name
    try:
        parquet = importlib.import_module("pyarrow.parquet")
        arrow_csv = importlib.import_module("pyarrow.csv")
    except ImportError as error:
        detail = f"is a Parquet table, and pyarrow is not installed here: {_EXPORT.format(name)}"
        raise ReadError((source.name, detail)) from error
    try:
        content = _as_csv(source.content, parquet, arrow_csv)
    except Exception as error:  # pyarrow raises errors of its own, which cannot be named here
        detail = f"is a Parquet table that cannot be read: {_EXPORT.format(name)}"
        raise ReadError((source.name, detail)) from error
    file = NamedFile(f"{PurePosixPath(name).stem}.csv", content)
    return Reading(inner=(file,))


def _as_csv(
    content: bytes,
    parquet: Any,
    arrow_csv: Any,
) -> bytes:
    """Raises ValueError for a table of too many cells, and errors of pyarrow."""
    opened = parquet.ParquetFile(io.BytesIO(content))
    rows = opened.metadata.num_rows
    columns = opened.metadata.num_columns
    if rows * columns * _CELL_BYTES > MAX_UNPACKED:
        raise ValueError("too many cells")
    table = opened.read()
    flat = [
        name
        for name, kind in zip(table.column_names, table.schema.types, strict=True)
        if not kind.num_fields
    ]
    output = io.BytesIO()
    arrow_csv.write_csv(table.select(flat), output)
    return output.getvalue()


FORMAT = Format(
    name="parquet",
    label="a Parquet table",
    sniff=sniff,
    read=read,
)
