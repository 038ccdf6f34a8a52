"""One line of a table as it is drawn: its cells, its rules, and the bar behind it."""

from __future__ import annotations

import re
from typing import NamedTuple

from engine.read.parts.numbers import is_plain_number
from engine.read.tables.cells import (
    count_of_cell,
    has_decimal_comma,
    is_filler,
    number_of_cell,
)
from engine.read.tables.words import axis_of, is_metric

BAR_SIGNS = "|│┃║┆┊¦"
_BARS = re.compile(f"[{BAR_SIGNS}]")
_BLANKS = re.compile(r"\t|(?<=\S)\s{2,}")
_WORD = re.compile(r"\S+")
_TEXT = re.compile(r"\S+(?: \S+)*")
_RULE = frozenset("|-+:=_ \t│┃║┆┊¦─━═┄┈╌┼╋╪╬├┤┝┥┠┨┣┫╠╣┡┩╇┢┪╈┏┓┗┛┌┐└┘┬┴┳┻╔╗╚╝╦╩╭╮╯╰╞╡┯┷┰┸~*")
_BAR_IN_FRONT = re.compile(
    r"\s{0,8}\[(?:[-=>#.]{4,40}|[-=>#. ]{0,20}\d{1,3}%[-=>#. ]{0,20})\](?=\s)"
)
_NAME = re.compile(r"[^\W\d][^={}<>\"']{0,60}|[#%].{0,20}")
_PROGRESS = frozenset("|█▉▊▋▌▍▎▏━─╸╺#▁░▒▓=>[")
_MOST_PERCENTS = 4
_CLOSERS = ")]}:"
_AXES = ("step", "epoch")
_WORDS_OF_A_NAME = 5


class Span(NamedTuple):
    """Text of a cell and its place in the line."""

    start: int
    end: int
    text: str


def is_rule(line: str) -> bool:
    """Return whether a line is drawn only: `|---|---|`; a blank line is a rule too."""
    return _RULE.issuperset(line)


def without_bar(line: str) -> tuple[str, bool]:
    """Return the line without its progress bar, and whether there was one.

    It stands behind (`64: 16% ━━──`), or in brackets in front: xLearn's `[ 10%  ]`.
    """
    in_front = _BAR_IN_FRONT.match(line)
    if in_front is not None:
        return line[in_front.end() :], True
    place = -1
    for _ in range(_MOST_PERCENTS):
        place = line.find("%", place + 1)
        if place < 0:
            break
        behind = line[place + 1 : place + 4].lstrip()
        if behind.startswith("|") and line[place + 1] != "|":
            continue  # the end of a cell: `| 45.31% |`
        if behind[:1] and behind[0] in _PROGRESS:
            head = line[:place].rstrip("0123456789.")
            return head.rstrip(" :\t"), True
    return line, False


def has_bars(line: str) -> bool:
    return _BARS.search(line) is not None


def style_of(line: str) -> str:
    """Return how cells are set apart: bars, a delimiter, blanks (two and more) or words."""
    if has_bars(line):
        return "bars"
    if "\t" in line.strip():
        return "tabs"
    text = line.strip()
    if _BLANKS.search(text):
        return "blanks"
    for delimiter in ",;":
        if delimiter in text:
            return delimiter
    return "words"


def cells_in(
    line: str,
    style: str,
) -> list[str]:
    """Return the cells of a line, without blanks around them."""
    text = line.strip()
    if style == "words":
        return text.split()
    if style == "blanks":
        return _BLANKS.split(text)
    if style == "bars":
        cells = _BARS.split(text)
        cells = cells[not cells[0] :]
        if cells and not cells[-1].strip():
            cells.pop()
    else:
        delimiter = "\t" if style == "tabs" else style
        cells = line.rstrip("\r\n").split(delimiter)
    return [cell.strip() for cell in cells]


def spans_of(
    line: str,
    style: str,
) -> list[Span]:
    """Return the cells with their places, for columns that are set apart by blanks."""
    pattern = _WORD if style == "words" else _TEXT
    return [Span(*match.span(), match.group()) for match in pattern.finditer(line)]


def is_name(cell: str) -> bool:
    return _NAME.fullmatch(cell) is not None


def is_axis(name: str) -> bool:
    return axis_of(name)[0] in _AXES


def holds_quantity(
    names: list[str],
    style: str,
) -> bool:
    """Return whether names are of a run: an axis or a metric is among them.

    Of words with single blanks between them, which are prose more often, half must be.
    """
    known = sum(is_axis(name) or is_metric(name) for name in names)
    least = len(names) / 2 if style == "words" else 1
    return known >= least


def grouped_words(
    words: list[str],
    count: int,
) -> list[str] | None:
    """Join words to `count` names, each with an axis or a quantity at its end.

    `Step Training Loss Validation Loss` has three. None if the words do not make that many.
    """
    names: list[str] = []
    open_words: list[str] = []
    for word in words:
        open_words.append(word)
        name = " ".join(open_words)
        ends = is_axis(name) or is_metric(name) or word.lower() == "time"
        if ends:
            names.append(name)
            open_words = []
        elif len(open_words) > _WORDS_OF_A_NAME:
            return None
    if open_words or len(names) != count:
        return None
    return names


def aligned(
    spans: list[Span],
    heads: list[Span],
) -> list[str] | None:
    """Sort the cells of a row below the heads they stand under; None if one stands under none."""
    texts = [""] * len(heads)
    place = 0
    for span in spans:
        while place < len(heads) and heads[place].end <= span.start:
            place += 1
        if place == len(heads) or heads[place].start >= span.end or texts[place]:
            return None
        texts[place] = span.text
    return texts


def fits(
    cells: list[str],
    names: list[str],
) -> bool:
    """Return whether cells are a row below the names: numbers, blanks, clocks; words only where
    the name is neither an axis nor a metric.
    """
    numbers = 0
    words = 0
    for name, cell in zip(
        names,
        cells,
        strict=True,
    ):
        if is_plain_number(cell) or number_of_cell(cell) is not None or has_decimal_comma(cell):
            numbers += 1
        elif is_filler(cell):
            continue
        elif is_axis(name) and count_of_cell(cell) is not None:
            numbers += 1
        elif is_axis(name) or is_metric(name) or _is_position(cell):
            return False
        else:
            words += 1
    return numbers > 0 and words <= max(1, numbers)


def _is_position(cell: str) -> bool:
    """Return whether a cell is `2/12`, which is an epoch and no word."""
    return "/" in cell and count_of_cell(cell) is not None


def cleaned_name(cell: str) -> str:
    """Return a name without brackets that only its neighbors close: `Box(P` ... `mAP50-95)`."""
    name = cell.strip().strip("*`").strip()
    if name.count("(") < name.count(")"):
        name = name.rstrip(_CLOSERS)
    if name.count("(") > name.count(")"):
        name = name.rpartition("(")[2]
    return name.rstrip(":\\ ")
