"""Headers of tables in a log, judged by the first row below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.read.parts.limits import MAX_LINE
from engine.read.tables.cells import number_of_cell
from engine.read.tables.grid import BY_BLANKS, Grid
from engine.read.tables.layout import (
    BAR_SIGNS,
    Span,
    cells_in,
    cleaned_name,
    fits,
    grouped_words,
    holds_quantity,
    is_axis,
    is_name,
    is_rule,
    spans_of,
    style_of,
    without_bar,
)
from engine.read.tables.words import is_metric

_LINES_TO_A_ROW = 4  # between header and first row, rules and blank lines among them
_MOST_COLUMNS = 200
_LONGEST_AXIS = 60
_DIGIT = re.compile(r"\d")
_IN_FRONT = "█ \t#"


def grid_at(
    lines: Sequence[str],
    place: int,
) -> Grid | None:
    """Return a table whose names stand in a line, with its header as its lines; None for none."""
    line, _ = without_bar(lines[place])
    row = _first_row(lines, place)
    header = line.strip(_IN_FRONT) if line.lstrip().startswith(("█", "# ")) else line
    is_wrapped = header.rstrip().endswith("\\")
    header = header.rstrip().rstrip("\\").rstrip()
    style = style_of(header)
    cells = cells_in(header, style)
    below = _cells_below(lines, place, cells) if style == "bars" else []
    if below:
        cells = [f"{upper} {lower}".strip() for upper, lower in zip(cells, below, strict=True)]
        header = " | ".join(cells)
        row = _first_row(lines, place + 1)
    if not 2 <= len(cells) <= _MOST_COLUMNS or not _may_fit(
        header,
        cells,
        style,
        row,
    ):
        return None
    names = [cleaned_name(cell) for cell in cells]
    if not _can_be_names(names) or not holds_quantity(names, style):
        return None
    grid = None
    if row is not None:
        grid = _with_first_row(
            style,
            names,
            header,
            row,
        )
    if grid is None and _may_wait(style, names):
        grid = Grid(
            style,
            names,
            [],
        )
    if grid is None:
        return None
    if style in BY_BLANKS and not grid.has_index:
        grid.heads = spans_of(header, grid.style)
        _join_line_above(
            grid,
            lines,
            place,
        )
    grid.is_wrapped = is_wrapped
    grid.lines.append(place)
    if below:
        grid.lines.append(place + 1)
    return grid


def _cells_below(
    lines: Sequence[str],
    place: int,
    cells: list[str],
) -> list[str]:
    """Return the second line of a header between bars, empty for a header of one line.

    MATLAB writes `Mini-batch` above `Accuracy`, and nothing below `Epoch`.
    """
    if place + 1 >= len(lines) or len(cells) < 2:
        return []
    line = lines[place + 1]
    if is_rule(line) or style_of(line) != "bars" or _DIGIT.search(line):
        return []
    below = cells_in(line, "bars")
    if len(below) != len(cells) or not any(map(is_metric, below)):
        return []
    return below


def _may_fit(
    header: str,
    cells: list[str],
    style: str,
    row: str | None,
) -> bool:
    """Return whether a row has as many cells as the header, or one more; a cheap test."""
    if row is None or style == "words":
        return True
    if _begins_with_axis(header):
        return True
    surplus = len(cells_in(row, style)) - len(cells)
    surplus_words = len(row.split()) - len(cells)
    more = len(row.split()) - len(header.split())
    return not {0, 1}.isdisjoint((surplus, surplus_words, more))


def _can_be_names(names: list[str]) -> bool:
    """Return whether cells are names; the first may be missing, above an index."""
    first, *others = names
    if first and not is_name(first):
        return False
    return all(map(is_name, others))


def _first_row(
    lines: Sequence[str],
    place: int,
) -> str | None:
    """Return the first line below the header that is no rule, if it holds a digit."""
    below = lines[place + 1 : place + 1 + _LINES_TO_A_ROW]
    for line in below:
        if not is_rule(line):
            row, _ = without_bar(line[:MAX_LINE])
            return row if _DIGIT.search(row) else None
    return None


def could_be_header(
    lines: Sequence[str],
    place: int,
) -> bool:
    """Return whether numbers stand below a line, or its first name is an axis; a cheap test."""
    return _first_row(lines, place) is not None or _begins_with_axis(lines[place])


def _begins_with_axis(line: str) -> bool:
    words = line[:_LONGEST_AXIS].strip(_IN_FRONT + BAR_SIGNS).split(None, 1)
    return bool(words) and is_axis(words[0])


def _with_first_row(
    style: str,
    names: list[str],
    header: str,
    row: str,
) -> Grid | None:
    """Return the table if the first row fits the header, with an index or grouped words."""
    grid = Grid(
        style,
        names,
        [],
    )
    if style in BY_BLANKS:
        grid.heads = spans_of(header, style)
    if grid.cells(row) is not None:
        return grid
    grid.heads = []
    indexed = Grid(
        style,
        ["", *names],
        [],
        has_index=True,
    )
    cells = indexed.cells(row)
    if cells is not None and _is_index(cells[0]):
        return indexed
    if style not in BY_BLANKS:
        return None
    words = header.split()
    cells = row.split()
    joined = grouped_words(words, len(cells))
    if joined and fits(cells, joined):
        return Grid(
            style,
            joined,
            [],
        )
    single = Grid(
        "words",
        words,
        spans_of(header, "words"),
    )
    if len(words) > len(names) and single.cells(row) is not None:
        return single
    plain = Grid(
        "words",
        ["", *words],
        [],
        has_index=True,
    )
    if len(words) > len(names) and plain.cells(row) is not None and _is_index(cells[0]):
        return plain
    return None


def _may_wait(
    style: str,
    names: list[str],
) -> bool:
    """Return whether a header is sure enough to wait for its first row, as below a drawn bar."""
    if style == "words" or len(names) < 3:
        return False
    return is_axis(names[0]) and any(map(is_metric, names))


def _is_index(cell: str) -> bool:
    return cell.lstrip("-").isdigit()


def _join_line_above(
    grid: Grid,
    lines: Sequence[str],
    place: int,
) -> None:
    """Join a header of two lines: each word of the upper one stands right above one of the lower.

    Vowpal Wabbit writes `average` above `loss`.
    """
    if place == 0 or len(grid.heads) != grid.width:
        return
    upper = spans_of(lines[place - 1], grid.style)
    if len(upper) != grid.width or any(number_of_cell(span.text) is not None for span in upper):
        upper = spans_of(lines[place - 1], "words")
    if len(upper) != grid.width or not all(
        map(
            _is_above,
            upper,
            grid.heads,
        )
    ):
        return
    if not all(is_name(span.text) for span in upper):
        return
    grid.names = [
        f"{span.text} {name}"
        for span, name in zip(
            upper,
            grid.names,
            strict=True,
        )
    ]
    grid.lines.append(place - 1)


def _is_above(upper: Span, lower: Span) -> bool:
    return upper.start == lower.start or upper.end == lower.end


def sideways_at(
    lines: Sequence[str],
    place: int,
) -> Grid | None:
    """Return a table between bars whose rows begin with metrics: `| metric | train | val |`."""
    line = lines[place]
    if place + 1 >= len(lines) or not is_rule(lines[place + 1]):
        return None
    names = cells_in(line, "bars")
    row = _first_row(lines, place)
    if row is None or len(names) < 3:
        return None
    grid = Grid(
        "bars",
        names,
        [],
        is_sideways=True,
        lines=[place],
    )
    cells = grid.cells(row)
    if cells is None or not is_metric(cells[0]) or any(map(is_metric, names[1:])):
        return None
    return grid
