"""Console output of a Hugging Face trainer: one Python dict a row, bars and warnings in between."""

from __future__ import annotations

import re

from engine.read.inputs import Reading
from engine.read.parts.json_text import parse_row
from engine.read.parts.limits import MAX_LINE, kept_lines
from engine.read.parts.logged_rows import read_logged_rows
from engine.read.source import Format, Source

_ROW = re.compile(r"\{'[^'\n]{1,80}': [^{}\n]{1,3000}\}")
_PAIR = re.compile(r"'([^']{1,80})':\s*'?([^,'}]{1,60})'?")
_SNIFFED_CHARACTERS = 200_000
_TO_JSON = (
    ("'", '"'),
    (": nan", ": NaN"),
    (": inf", ": Infinity"),
    (": -inf", ": -Infinity"),
)


def sniff(source: Source) -> bool:
    """Find a printed dict with a pair, in a text with a loss."""
    row = _ROW.search(
        source.text,
        0,
        _SNIFFED_CHARACTERS,
    )
    if row is None or "loss'" not in source.text:
        return False
    return _PAIR.search(row.group()) is not None


def read(source: Source) -> Reading:
    """Read each dict as a row; all lines without one are the log."""
    rows: list[dict[str, object]] = []
    log: list[str] = []
    for line in source.lines:
        row = _row(line)
        if row:
            rows.append(_pairs(row.group()))
        else:
            log.append(line)
    reading = read_logged_rows(rows, source.name)
    return Reading(series=reading.series, log=kept_lines(log))


def _row(line: str) -> re.Match[str] | None:
    if "{'" not in line:
        return None
    return _ROW.search(line, 0, MAX_LINE)


def _pairs(row: str) -> dict[str, object]:
    """Parse as JSON, which is fast, with its quotes and spelling of NaN; else pair by pair."""
    text = row
    for python, json in _TO_JSON:
        text = text.replace(python, json)
    pairs = parse_row(text)
    return dict(_PAIR.findall(row)) if pairs is None else pairs


FORMAT = Format(
    name="printed-dicts",
    label="printed Hugging Face metrics",
    sniff=sniff,
    read=read,
)
