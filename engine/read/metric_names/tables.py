"""Tables beside this module: tab-separated, one row a thing, so that names are added as data."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

_FOLDER = Path(__file__).parent


def rows_of(table: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by its name."""
    path = _FOLDER / f"{table}.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(
            file,
            delimiter="\t",
        )
        yield from reader
