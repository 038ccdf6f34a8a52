"""The console output of a Hugging Face trainer: one Python dict for each row, bars and warnings in
between.
"""

from __future__ import annotations

import re

from engine.read import json_lines, json_text
from engine.read.inputs import Reading
from engine.read.limits import MAX_LINE, frames, kept_lines

_ROW = re.compile(r"\{'[^'\n]{1,80}': [^{}\n]{1,3000}\}")
_ITEM = re.compile(r"'([^']{1,80})':\s*'?([^,'}]{1,60})'?")


def sniff(text: str) -> bool:
    row = _ROW.search(text, 0, 200_000)
    if row is None or "loss'" not in text:
        return False
    return _ITEM.search(row.group()) is not None


def read(text: str, name: str) -> Reading:
    rows: list[dict[str, object]] = []
    others: list[str] = []
    for line in frames(text):
        row = _ROW.search(line, 0, MAX_LINE) if "{'" in line else None
        if row:
            rows.append(_items(row.group()))
        else:
            others.append(line)
    reading = json_lines.from_rows(rows, "printed-dicts", name)
    return Reading("printed-dicts", reading.series, log=kept_lines(others))


def _items(row: str) -> dict[str, object]:
    """By the JSON parser, which is fast, after its quotes and its spelling of NaN; else item by
    item.
    """
    text = (
        row.replace("'", '"')
        .replace(": nan", ": NaN")
        .replace(": inf", ": Infinity")
        .replace(": -inf", ": -Infinity")
    )
    items = json_text.row(text)
    if items is not None:
        return items
    return dict(_ITEM.findall(row))
