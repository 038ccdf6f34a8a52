"""Tables for people: columns set apart by blanks (fastai) or by bars (Markdown), a header above them."""

from __future__ import annotations

import re

from engine.names import normalized
from engine.read.formats import csv_table
from engine.read.inputs import Reading
from engine.read.parts.limits import MAX_LINE, frames, kept_lines
from engine.read.parts.names import EPOCH_NAMES, STEP_NAMES
from engine.read.parts.numbers import is_missing, number_from_text

_BLANKS = re.compile(r"\s{2,}|\t")
_NAME = re.compile(r"[A-Za-z_][\w ./%@\-]{0,40}")
_CLOCK = re.compile(r"\d{1,3}(?::\d\d){1,2}")
_RULE = frozenset("|-+:= \t")
_SNIFFED = 400


def sniff(text: str) -> bool:
    return _header(frames(text[:60_000])[:_SNIFFED]) is not None


def read(text: str, name: str) -> Reading:
    lines = frames(text)
    found = _header(lines)
    if found is None:
        return Reading("text-table")
    place, names = found
    rows, others = [], lines[:place]
    for line in lines[place + 1 :]:
        cells = _cells(line)
        if _is_row(cells, len(names)):
            rows.append(["" if _CLOCK.fullmatch(cell) else cell for cell in cells])
        elif not _is_rule(line):
            others.append(line)
    table = csv_table.from_rows(names, rows, name, "text-table")
    return Reading("text-table", table.series, log=kept_lines(others), warnings=table.warnings)


def _header(lines: list[str]) -> tuple[int, list[str]] | None:
    """(place, names) of the first line of names, one of them the epoch or step, with a line of numbers below it."""
    for place, line in enumerate(lines[:-1]):
        names = _cells(line)
        if len(names) < 2 or not any(normalized(name) in EPOCH_NAMES | STEP_NAMES for name in names):
            continue
        if len(set(names)) < len(names) or not all(_NAME.fullmatch(name) for name in names):
            continue
        below = next((later for later in lines[place + 1 : place + 3] if not _is_rule(later)), "")
        if _is_row(_cells(below), len(names)):
            return place, names
    return None


def _cells(line: str) -> list[str]:
    line = line[:MAX_LINE].strip()
    if "|" in line:
        return [cell.strip() for cell in line.strip("|").split("|")]
    return _BLANKS.split(line)


def _is_row(cells: list[str], width: int) -> bool:
    numbers = sum(number_from_text(cell) is not None for cell in cells)
    fillers = sum(is_missing(cell) or bool(_CLOCK.fullmatch(cell)) for cell in cells)
    return len(cells) == width and numbers > 0 and numbers + fillers == width


def _is_rule(line: str) -> bool:
    return set(line) <= _RULE
