"""Tables with a delimiter: Lightning metrics.csv, Keras CSVLogger, exports of trackers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import PurePosixPath

from engine.read.errors import ReadError
from engine.read.inputs import Reading
from engine.read.metric_names.words import words_of
from engine.read.parts.limits import kept_lines
from engine.read.parts.table import Cells, Table, read_table, table_of
from engine.read.source import Format, Source
from engine.read.tables.curves import Look
from engine.read.tables.delimited import Layout, header_names, layout_of
from engine.read.tables.words import split_among

MAX_COLUMNS = 2000
_SNIFFED_CHARACTERS = 300_000
_SNIFFED_LINES = 240
_LINE_END = re.compile(r"\r\n|\r|\n")
# File of TensorBoard's download button: `run-train-tag-epoch_loss.csv`.
_DOWNLOAD = re.compile(r"run-(.{0,120}?)-tag-(.{1,120})")
# Return, length and time of an episode, below a comment with the time of the start.
_MONITOR = {"r": "episode_reward", "l": "episode_length", "t": "time"}
_MONITOR_START = '"t_start"'
_SETTING = re.compile(r"[#%/\s]{1,8}([A-Za-z_][\w.\-]{0,60})\s?[=:]\s?([^\s,;{}]{1,80})\s?")


def sniff(source: Source) -> bool:
    """Find lines of as many cells, with names above them or numbers only."""
    return _layout(source.text) is not None


def _layout(text: str) -> Layout | None:
    start = text[:_SNIFFED_CHARACTERS]
    if "\r" in start:
        lines = _LINE_END.split(start, maxsplit=_SNIFFED_LINES)
    else:  # the matcher takes far longer
        lines = start.split("\n", maxsplit=_SNIFFED_LINES)
    return layout_of(lines[:_SNIFFED_LINES])


def read(source: Source) -> Reading:
    """Read the columns below the header.

    Raises ReadError for too many columns and for quotes that do not close.
    """
    layout = _layout(source.text)
    if layout is None:
        return Reading()
    number = layout.first
    width = len(layout.names)
    if width > MAX_COLUMNS:
        place = f"{source.name}:{number}"
        detail = f"has {width} columns; at most {MAX_COLUMNS} are read"
        raise ReadError((place, detail))
    table = _plain_table(source.text, layout)
    if table is None:
        rows = _rows(source, layout)
        table = table_of(layout.names, rows)
    if _is_monitor(layout):
        table = _with_long_names(table)
    name, split = _name_in_file(source.name)
    look = Look(
        file=source.name,
        first_line=number + 1,
        has_decimal_commas=layout.delimiter != ",",
        value_name=name,
        split=split,
    )
    reading = read_table(
        table,
        source.name,
        look,
    )
    return replace(
        reading,
        config={**_settings(layout), **reading.config},
        log=kept_lines([line for line in layout.comments if line.strip()]),
        warnings=(
            *_warning_without_header(source.name, layout),
            *reading.warnings,
        ),
    )


def _is_monitor(layout: Layout) -> bool:
    """Return whether each row is an episode, as the Monitor of Gym and its heirs writes them."""
    if not set(_MONITOR) <= set(layout.names):
        return False
    return any(_MONITOR_START in line for line in layout.comments)


def _with_long_names(table: Table) -> Table:
    columns = {_MONITOR.get(name, name): cells for name, cells in table.columns.items()}
    return Table(table.height, columns)


def _warning_without_header(
    file: str,
    layout: Layout,
) -> tuple[str, ...]:
    if layout.has_header:
        return ()
    width = len(layout.names)
    return (f"{file}: no line names the {width} columns: send a first line with their names",)


def _settings(layout: Layout) -> dict[str, object]:
    """Return the settings in the comments above the table: `# lr=0.001`."""
    matches = map(_SETTING.fullmatch, layout.comments)
    return {match.group(1): match.group(2) for match in matches if match}


def _name_in_file(file: str) -> tuple[str, str]:
    """Return what the file's name says of a column that is only called value, and its split."""
    path = PurePosixPath(file.replace("\\", "/"))
    stem = path.name.rpartition(".")[0] or path.name
    match = _DOWNLOAD.fullmatch(stem)
    if match is None:
        return stem, ""
    run, tag = match.groups()
    return tag, split_among(words_of(run))


def _plain_table(
    text: str,
    layout: Layout,
) -> Table | None:
    """Return all cells by one split, three times as fast as the module csv.

    That needs a table without quotes, with as many cells in each line; None for any other.
    """
    if '"' in text:
        return None
    lines = text.split("\n")
    if "\r" in text:
        lines = text.replace("\r\n", "\n").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    first = layout.first
    below = lines[first:]
    header = lines[first - 1] if first and layout.has_header else ""
    if not below or header in below or "\r" in header:
        return None
    delimiter = layout.delimiter
    width = len(layout.names)
    delimiters = width - 1
    if any(line.count(delimiter) != delimiters for line in below):
        return None
    joined = delimiter.join(below)
    cells = joined.split(delimiter)
    height = len(below)
    rows = range(height)
    columns: dict[str, Cells] = {}
    for place, name in enumerate(header_names(layout)):
        below_header = cells[place::width]
        columns[name] = Cells(rows, below_header)
    return Table(height, columns)


def _rows(
    source: Source,
    layout: Layout,
) -> Iterator[list[str]]:
    """Yield the rows that are not empty, by the module csv. Raises ReadError."""
    text = io.StringIO(source.text, newline="")
    below = islice(
        text,
        layout.first,
        None,
    )
    reader = csv.reader(
        below,
        delimiter=layout.delimiter,
        skipinitialspace=True,
    )
    try:
        yield from filter(None, reader)
    except csv.Error as error:
        place = f"{source.name}:{reader.line_num + layout.first}"
        detail = f"not a table: {error}"
        raise ReadError((place, detail)) from error


FORMAT = Format(
    name="csv",
    label="a CSV table",
    sniff=sniff,
    read=read,
)
