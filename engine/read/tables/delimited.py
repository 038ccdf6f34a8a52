"""Lines of cells with one delimiter: where the header stands, and which delimiter it is."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.read.tables.cells import is_filler, number_of_cell
from engine.read.tables.columns import different
from engine.read.tables.words import is_metric, is_unnamed

DELIMITERS = ",;\t|"
_BARS = ("|", "+-", "+=")
_NAME = re.compile(r"[^\W\d][^=({\[:<>]{0,119}(?:[(\[@:][^=\"'{}]{0,60})?|[#%][^=]{0,60}")
_NUMBERED = re.compile(r"\w{0,20}[ _\-]?\d{1,9}")
_COMMENT_MARKS = ("#", "//", "%")
_MOST_COMMENTS = 200
_LOOKED_AT = 6
_DECIMAL_COMMA = re.compile(r"(?<!\d)\d++,\d++")


class Layout(NamedTuple):
    """How a delimited text is written.

    names: of the columns; empty where nothing names them. comments: number of lines above.
    first: position of the first line of cells among the lines.
    """

    delimiter: str
    names: list[str]
    comments: list[str]
    first: int
    has_header: bool = True


def layout_of(lines: Sequence[str]) -> Layout | None:
    """Find header and delimiter from the first lines of a text; None if it is no table."""
    comments: list[str] = []
    start = 0
    for line in lines[:_MOST_COMMENTS]:
        if line.strip() and not line.lstrip().startswith(_COMMENT_MARKS):
            break
        comments.append(line)
        start += 1
    body = [line for line in lines[start : start + _LOOKED_AT] if line.strip()]
    above = _last_written(comments)
    if not body or body[0].lstrip().startswith(_BARS):
        return None
    plain = above.lstrip().lstrip("#%/ ")
    return (
        _with_header(
            body,
            comments,
            start,
        )
        or _below_comment(
            plain,
            body,
            comments,
            start,
        )
        or _below_glued_comment(
            above,
            body,
            comments,
            start,
        )
        or _without_header(
            body,
            comments,
            start,
        )
    )


def _last_written(comments: list[str]) -> str:
    written = [line for line in comments if line.strip()]
    return written[-1] if written else ""


def _with_header(
    body: list[str],
    comments: list[str],
    start: int,
) -> Layout | None:
    """Return the layout of lines that begin with names, in one line or in two."""
    if len(body) < 2:
        return None
    delimiter = _delimiter(body[0])
    names = cells_of(body[0], delimiter)
    below = [cells_of(line, delimiter) for line in body[1:]]
    first = start + 1
    if len(below) > 1 and _is_second_header(names, below[0]):
        names = _joined(names, below[0])
        below = below[1:]
        first += 1
    if not are_names(names, below[0]) or not _fit(names, below[0]):
        return None
    return Layout(
        delimiter,
        names,
        comments,
        first,
    )


def _fit(
    names: list[str],
    cells: list[str],
) -> bool:
    """Return whether cells can stand below names: as many, a number or a blank among them."""
    surplus = len(cells) - len(names)
    if abs(surplus) > 1:
        return False
    return any(number_of_cell(cell) is not None for cell in cells)


def are_names(
    names: list[str],
    below: list[str],
) -> bool:
    """Return whether cells are names of columns; one column needs the name of a metric."""
    if not names or (len(names) == 1 and not is_metric(names[0])):
        return False
    if len(names) == 1 and len(below) != 1:
        return False
    plain = [name.strip() for name in names]
    if plain.count("") > 1 or (len(set(plain)) == 1 and len(plain) > 1):
        return False
    if all(_is_name(name) for name in plain[1:] or plain) and _is_name(plain[0] or "index"):
        return plain != [""]
    if len(plain) < 3:
        return False
    return _is_sideways(plain, below)


def _is_name(name: str) -> bool:
    if name.lower() in {"nan", "inf", "none"} or not name:
        return False
    return _NAME.fullmatch(name) is not None and number_of_cell(name) is None


def _is_sideways(
    names: list[str],
    below: list[str],
) -> bool:
    """Return whether numbers stand above and a name at the left: a table of a metric a row."""
    if number_of_cell(names[0]) is not None or is_metric(names[0]) or not below:
        return False
    if not all(_NUMBERED.fullmatch(name) for name in names[1:]):
        return False
    return is_metric(below[0])


def _is_second_header(
    names: list[str],
    below: list[str],
) -> bool:
    """Return whether two lines of names stand above each other, as pandas writes two levels."""
    if len(names) != len(below) or len(names) < 2:
        return False
    repeats = len(set(names)) < len(names)
    return repeats and all(_is_name(name.strip()) or is_unnamed(name) for name in below)


def _joined(
    upper: list[str],
    lower: list[str],
) -> list[str]:
    """Return `train/loss` of `train` above `loss`."""
    joined: list[str] = []
    for outer, inner in zip(
        upper,
        lower,
        strict=True,
    ):
        parts = [part.strip() for part in (outer, inner) if not is_unnamed(part)]
        joined.append("/".join(parts))
    return joined


def _below_comment(
    above: str,
    body: list[str],
    comments: list[str],
    start: int,
) -> Layout | None:
    """Return the layout of numbers below a comment that names them: `# loss,acc`."""
    delimiter = _delimiter(body[0])
    names = cells_of(above, delimiter)
    cells = cells_of(body[0], delimiter)
    if len(names) != len(cells) or not are_names(names, cells) or not _all_numbers(cells):
        return None
    return Layout(
        delimiter,
        names,
        comments[:-1],
        start,
    )


def _below_glued_comment(
    above: str,
    body: list[str],
    comments: list[str],
    start: int,
) -> Layout | None:
    """Return the layout where the sign of a comment is the first name: `#,loss`."""
    if not above.lstrip().startswith(("#,", "#;", "#\t")):
        return None
    return _below_comment(
        above,
        body,
        comments,
        start,
    )


def _without_header(
    body: list[str],
    comments: list[str],
    start: int,
) -> Layout | None:
    """Return the layout of lines that are all numbers, or of names with numbers behind them."""
    if len(body) < 2:
        return None
    delimiter = _delimiter(body[0])
    rows = [cells_of(line, delimiter) for line in body]
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        return None
    names = [f"column {number}" for number in range(1, width + 1)]
    if width > 1 and len(rows) > 2 and all(map(_all_numbers, rows)):
        if _rises([row[0] for row in rows]):
            names[0] = ""  # an index
        return Layout(
            delimiter,
            names,
            comments,
            start,
            has_header=False,
        )
    labels = [row[0] for row in rows]
    others = [row[1:] for row in rows]
    if width > 3 and all(map(is_metric, labels)) and all(map(_all_numbers, others)):
        counts = [str(number) for number in range(1, width)]
        return Layout(
            delimiter,
            ["", *counts],
            comments,
            start,
        )
    return None


def _rises(cells: list[str]) -> bool:
    """Return whether cells are whole numbers that rise by one or more."""
    if not all(cell.strip().isdigit() for cell in cells):
        return False
    counts = list(map(int, cells))
    return all(before < after for before, after in itertools.pairwise(counts))


def _all_numbers(cells: list[str]) -> bool:
    if not any(number_of_cell(cell) is not None for cell in cells):
        return False
    return all(number_of_cell(cell) is not None or is_filler(cell) for cell in cells)


def cells_of(
    line: str,
    delimiter: str,
) -> list[str]:
    """Return the cells of one line, none for a line that cannot be of a table."""
    reader = csv.reader(
        [line],
        delimiter=delimiter,
        skipinitialspace=True,
    )
    try:
        return next(reader, [])
    except csv.Error:  # a NUL, or a cell beyond the module's size limit: no table
        return []


def _delimiter(line: str) -> str:
    """Return the delimiter that is most frequent; a comma between digits may be a decimal one."""
    counts = {delimiter: line.count(delimiter) for delimiter in DELIMITERS}
    if counts[";"] or counts["\t"]:
        counts[","] -= len(_DECIMAL_COMMA.findall(line))
    return max(DELIMITERS, key=lambda delimiter: counts[delimiter])


def header_names(layout: Layout) -> list[str]:
    return different(layout.names)
