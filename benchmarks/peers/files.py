"""Write the rows of a run as a table or as JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers.tables import Row


def write_csv(rows: Sequence[Row], path: Path) -> None:
    """Write a table with a header; a cell that was not measured is blank."""
    columns: dict[str, None] = {}
    for row in rows:
        columns |= dict.fromkeys(row)
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(columns))
        writer.writeheader()
        writer.writerows(rows)


def write_json_lines(rows: Sequence[Row], path: Path) -> None:
    """Write one object a line; NaN and Infinity as Python writes them."""
    with path.open("w") as file:
        for row in rows:
            line = json.dumps(row)
            file.write(f"{line}\n")
