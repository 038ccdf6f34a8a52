"""The measured rows as JSON, which the site shows and a later measurement amends."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.items import DATA
from benchmarks.peers.measure import Measured, RuleCount, Shares

SNAPSHOT = DATA / "peers.json"

# System and input.
Name = tuple[str, str]


def write_rows(rows: Sequence[Measured], path: Path) -> None:
    """Write the rows; those of other systems and inputs that are in the file stay."""
    kept: dict[Name, Measured] = {}
    if path.exists():
        earlier = read_rows(path)
        kept = _by_name(earlier)
    kept |= _by_name(rows)
    ordered = sorted(kept.values(), key=_name)
    tree = {
        "rows": [asdict(row) for row in ordered],
    }
    text = json.dumps(tree, indent=1)
    path.write_text(f"{text}\n")


def _by_name(rows: Iterable[Measured]) -> dict[Name, Measured]:
    """Keep the last row of each name."""
    named = {}
    for row in rows:
        name = _name(row)
        named[name] = row
    return named


def _name(row: Measured) -> Name:
    return row.system, row.input


def read_rows(path: Path = SNAPSHOT) -> list[Measured]:
    """Read a snapshot. Raises OSError, and TypeError or KeyError for another form."""
    tree = json.loads(path.read_text())
    return [_row(row) for row in tree["rows"]]


def _row(row: dict[str, Any]) -> Measured:
    """Read a row as `asdict` wrote it."""
    every = row["every"]
    published = row["published"]
    counts = row["rules"]
    rules = [RuleCount(**count) for count in counts]
    parts = {
        **row,
        "every": Shares(**every),
        "published": Shares(**published),
        "rules": tuple(rules),
    }
    return Measured(**parts)
