"""Tables for people: columns set apart by blanks (fastai) or by bars (Markdown), below a header."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from engine.names import normalized
from engine.read.inputs import Reading
from engine.read.parts.limits import MAX_LINE, frames, kept_lines
from engine.read.parts.names import AXIS_NAMES
from engine.read.parts.numbers import is_missing, number_from_text
from engine.read.parts.table import read_table, table_of
from engine.read.source import Format, Source

_BLANKS = re.compile(r"\s{2,}|\t")
_NAME = re.compile(r"[A-Za-z_][\w ./%@\-]{0,40}")
_CLOCK = re.compile(r"\d{1,3}(?::\d\d){1,2}")
_RULE = frozenset("|-+:= \t")
_SNIFFED_CHARACTERS = 60_000
_SNIFFED_LINES = 400


class _Header(NamedTuple):
    """Place of the line with the names, and the names."""

    place: int
    names: list[str]


def sniff(source: Source) -> bool:
    """Find a header with a row below it."""
    start = source.text[:_SNIFFED_CHARACTERS]
    lines = frames(start)[:_SNIFFED_LINES]
    return _header(lines) is not None


def read(source: Source) -> Reading:
    """Read the rows below the header; all other lines but rules are the log."""
    lines = source.lines
    header = _header(lines)
    if header is None:
        return Reading()
    place, names = header
    width = len(names)
    log = lines[:place]
    rows: list[list[str]] = []
    for line in lines[place + 1 :]:
        cells = _cells(line)
        if _is_row(cells, width):
            row = map(_without_clock, cells)
            rows.append(list(row))
        elif not _is_rule(line):
            log.append(line)
    table = table_of(names, rows)
    reading = read_table(table, source.name)
    return replace(reading, log=kept_lines(log))


def _header(lines: list[str]) -> _Header | None:
    """Find the first line of names, one of them epoch or step, with a line of numbers below it."""
    for place, line in enumerate(lines[:-1]):
        names = _cells(line)
        if not _are_names(names):
            continue
        next_lines = lines[place + 1 : place + 3]
        below = _first_without_rule(next_lines)
        cells = _cells(below)
        if _is_row(cells, len(names)):
            return _Header(place, names)
    return None


def _are_names(cells: list[str]) -> bool:
    """Return whether the cells are different names, one of them epoch or step."""
    if len(cells) < 2:
        return False
    if AXIS_NAMES.isdisjoint(map(normalized, cells)):
        return False
    if len(set(cells)) < len(cells):
        return False
    return all(map(_NAME.fullmatch, cells))


def _first_without_rule(lines: list[str]) -> str:
    """Return the first line that is no rule, empty without one."""
    for line in lines:
        if not _is_rule(line):
            return line
    return ""


def _cells(line: str) -> list[str]:
    """Return the cells between bars, else between blanks."""
    line = line[:MAX_LINE].strip()
    if "|" not in line:
        return _BLANKS.split(line)
    inner = line.strip("|")
    cells = inner.split("|")
    return [cell.strip() for cell in cells]


def _is_row(
    cells: list[str],
    width: int,
) -> bool:
    """Return whether there are `width` cells, all numbers, clocks or blank, and a number in one."""
    if len(cells) != width:
        return False
    numbers = sum(map(_is_number, cells))
    fillers = sum(map(_is_filler, cells))
    if numbers == 0:
        return False
    return numbers + fillers == width


def _is_number(cell: str) -> bool:
    return number_from_text(cell) is not None


def _is_filler(cell: str) -> bool:
    return _is_clock(cell) or is_missing(cell)


def _is_clock(cell: str) -> bool:
    return _CLOCK.fullmatch(cell) is not None


def _without_clock(cell: str) -> str:
    if _is_clock(cell):
        return ""
    return cell


def _is_rule(line: str) -> bool:
    """Return whether the line is drawn only: `|---|---|`."""
    return set(line) <= _RULE


FORMAT = Format(
    name="text-table",
    label="a table of columns",
    sniff=sniff,
    read=read,
)
