"""Cells as tools print them: numbers with units, percent signs, wrappers, clocks, bars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.read.parts.numbers import is_missing, number_from_text
from engine.read.tables.columns import Cells
from engine.run import Floats

_NUMBER = r"[-+]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][-+]?\d++)?"
_CLOCK = re.compile(
    r"(?:\d{1,4} days?,? ?)?\d{1,4}(?::\d\d){1,2}(?:\.\d{1,9})?s?"
    r"|\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?.{0,20})?"
    r"|\d{1,3}h ?\d{1,2}m(?: ?\d{1,2}s)?|\d{1,3}m ?\d{1,2}s"
)
_DURATION = re.compile(_NUMBER + r" ?(?:s|ms|us|µs|min|m|h|sec|secs|seconds|minutes|hours)")
_PERCENT_CELL = re.compile(rf"({_NUMBER}) ?%")
_WITH_UNIT = re.compile(
    rf"({_NUMBER}) ?(?:[KMGT]i?B?|k|x|dB|it/s|s/it|[a-z]{{1,10}}/(?:s|sec|step)|tok/s|W|°C)"
)
_WITH_SPREAD = re.compile(rf"({_NUMBER}) ?(?:±|\+/-|\+-|\() ?{_NUMBER}\)?")
_WRAPPED = re.compile(
    rf"(?:[A-Za-z_]++\.)*+[A-Za-z_]\w*+\(\[?\s*+({_NUMBER}|-?nan|-?inf)\s*+\]?(?:,[^()]{{0,80}})?\)"
)
_OF_TOTAL = re.compile(r"[A-Za-z ]{0,12}[\[(]? ?(\d{1,12}) ?(?:/|of) ?\d{1,12} ?[\])]?:?")
_COUNTED = re.compile(r"[A-Za-z_ #]{1,16}(\d{1,12})|(\d{1,12})[:.]")
_NON_FINITE = re.compile(r"([-+]?(?:nan|inf))\.0", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"([-+]?\d{1,30}),(\d{1,30}(?:[eE][-+]?\d{1,3})?) ?(%?)")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d{1,30})?")
_MAY_BE_NUMBER = re.compile(r"\d|nan|inf", re.IGNORECASE)
_SKIPPED = frozenset({"no log", "true", "false", "—", "?", "not logged", "nodata", "*"})
_LONGEST_CELL = 120
_LONGEST_LIST = 20  # numbers
_PERCENT_SCALE = 100.0


class Stray(NamedTuple):
    """Cell that is neither a number nor missing."""

    row: int
    text: str


class Numbers(NamedTuple):
    """Numbers of one column, their rows, and what else stands in it.

    strays: number of cells that are neither a number nor missing; `stray` is the first.
    is_percent: the cells carry the sign, and were divided by 100.
    """

    rows: NDArray[np.intp]
    values: Floats
    stray: Stray | None = None
    strays: int = 0
    is_percent: bool = False


def numbers_of(
    cells: Cells,
    has_decimal_commas: bool = False,
    is_axis: bool = False,
) -> Numbers:
    """Return the numbers of a column, fast where each cell is a number or blank."""
    texts = cells.texts
    placed = zip(
        cells.rows,
        texts,
        strict=True,
    )
    rows = [row for row, text in placed if text]
    try:
        values = [float(text) for text in texts if text]
    except ValueError:
        return _numbers_with_strays(
            cells,
            has_decimal_commas,
            is_axis,
        )
    return Numbers(
        rows=np.array(rows, dtype=np.intp),
        values=np.array(values, dtype=np.float64),
    )


def _numbers_with_strays(
    cells: Cells,
    has_decimal_commas: bool,
    is_axis: bool,
) -> Numbers:
    """Return the numbers of a column in any spelling, and the first stray cell."""
    texts: Sequence[str] = cells.texts
    if has_decimal_commas:
        texts = with_points(texts, is_axis)
    rows: list[int] = []
    values: list[float] = []
    strays: list[Stray] = []
    percents = 0
    for row, text in zip(
        cells.rows,
        texts,
        strict=True,
    ):
        number = number_of_cell(text)
        if number is None and is_axis:
            number = count_of_cell(text)
        if number is not None:
            rows.append(row)
            values.append(number)
            percents += text.endswith("%")
        elif not is_filler(text):
            strays.append(Stray(row, text))
    shares = np.array(values, dtype=np.float64)
    if percents:
        shares /= _PERCENT_SCALE
    first = strays[0] if strays else None
    return Numbers(
        rows=np.array(rows, dtype=np.intp),
        values=shares,
        stray=first,
        strays=len(strays),
        is_percent=percents > 0,
    )


def with_points(
    texts: Iterable[str],
    is_axis: bool = False,
) -> list[str]:
    """Write the decimal commas of a column as points where every cell fits `12,5` or is whole.

    A count such as `1,000` has no decimals: there the comma groups the digits.
    """
    cells = [text.strip() for text in texts]
    if not any("," in cell for cell in cells):
        return cells
    if is_axis and all(map(_is_grouped_or_whole, cells)):
        return [cell.replace(",", "") for cell in cells]
    if all(map(_fits_decimal_comma, cells)):
        return [cell.replace(",", ".") for cell in cells]
    return cells


def _is_grouped_or_whole(cell: str) -> bool:
    return cell.isdigit() or is_missing(cell) or _GROUPED.fullmatch(cell) is not None


def has_decimal_comma(cell: str) -> bool:
    return _DECIMAL_COMMA.fullmatch(cell) is not None


def _fits_decimal_comma(cell: str) -> bool:
    if has_decimal_comma(cell):
        return True
    return is_missing(cell) or number_from_text(cell) is not None


def number_of_cell(text: str) -> float | None:
    """Return the number of a cell without its unit, its spread and its wrapper; None for none.

    A percentage is returned as it stands: whether it is divided is a question of the column. Of a
    list it is the mean.
    """
    number = number_from_text(text)
    if number is not None:
        return number
    if len(text) > _LONGEST_CELL or not _MAY_BE_NUMBER.search(text):
        return None
    text = text.strip()
    match = _dressed(text)
    if match and not _DURATION.fullmatch(text):
        return number_from_text(match.group(1))
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    listed = numbers_of_list(text)
    if not listed:
        return None
    return sum(listed) / len(listed)


def numbers_of_list(text: str) -> list[float]:
    """Return the numbers of a cell that is a list, `[0.21, 1.1]`; none for any other cell."""
    if not text.startswith("[") or not text.endswith("]"):
        return []
    words = text[1:-1].replace(",", " ").split()
    if len(words) > _LONGEST_LIST:
        return []
    numbers: list[float] = []
    for word in words:
        number = number_from_text(word)
        if number is None:
            return []
        numbers.append(number)
    return numbers


def with_sums(cells: Cells) -> Cells:
    """Return a column of losses with the sum for each list of its terms, as DeepXDE trains."""
    if not any(text.startswith("[") for text in cells.texts):
        return cells
    summed = []
    for text in cells.texts:
        terms = numbers_of_list(text.strip())
        if terms:
            total = sum(terms)
            text = repr(total)
        summed.append(text)
    return Cells(cells.rows, summed)


def _dressed(text: str) -> re.Match[str] | None:
    """Match a number that is more than digits; its first group is the plain number."""
    return (
        _PERCENT_CELL.fullmatch(text)
        or _WITH_UNIT.fullmatch(text)
        or _WITH_SPREAD.fullmatch(text)
        or _WRAPPED.fullmatch(text)
        or _NON_FINITE.fullmatch(text)
    )


def count_of_cell(text: str) -> float | None:
    """Return the count of an axis cell: 3 of `3/10`, `[3/10]`, `Epoch 3` and `3:`."""
    if len(text) > _LONGEST_CELL:
        return None
    text = text.strip()
    match = _OF_TOTAL.fullmatch(text) or _COUNTED.fullmatch(text)
    if match is None:
        return None
    digits = match.group(match.lastindex or 0)
    return float(digits)


def is_filler(text: str) -> bool:
    """Return whether a cell stands for no value or is a clock: `No log`, `00:12`, `3.86s`."""
    if is_missing(text):
        return True
    if len(text) > _LONGEST_CELL:
        return False
    word = text.strip().lower()
    return word in _SKIPPED or (word[0].isdigit() and is_clock(word))


def is_clock(text: str) -> bool:
    """Return whether a text is a clock, a date or a duration."""
    return _CLOCK.fullmatch(text) is not None or _DURATION.fullmatch(text) is not None
