"""Documents that a log prints over one or many lines: a history of lists, a list of rows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from engine.read.documents.fields import says_position
from engine.read.documents.findings import Findings
from engine.read.documents.python_values import MAX_PRINTED, Parse, parse_printed
from engine.read.documents.walk import read_document
from engine.read.parts.names import Names

_MAX_LINES = 5000  # of one printed document
_LOOK = 16  # lines whose brackets are counted at once
_LEAST_POINTS = 3
_BUDGET = 4  # characters looked at for each of the log, over all values that do not end
# A bracket at the start of a line or behind `History:`, `train_losses =`, `OrderedDict(`.
_OPENING = re.compile(r"(?:^\s{0,40}|[:=(,]\s{0,20})(?=[\[{])")
_MOST_PARSED = 2000  # lines that begin a value: a log with more of them is one of rows
_TRIES = 4  # brackets of a line: its clock and its level may stand in some, too
_LABEL = re.compile(r"([A-Za-z_][\w.\-]{0,80})\s{0,20}[:=]\s{0,20}$")
_CALLEE = re.compile(r"[\w.]{1,60}\($")
_LONGEST_LABEL = 130


class _Closing(NamedTuple):
    """The line behind a value, or behind those that were searched for its end in vain.

    length: characters of the value's lines up to there.
    """

    end: int
    length: int
    is_found: bool


class _Depths:
    """How many brackets are open in front of each line, and how many characters stand there, both
    counted from one line on: many values without an end share their lines.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._restart(0)

    def _restart(self, start: int) -> None:
        self._start = start
        self._open = [0]
        self._size = [0]

    def closing(self, depth: int, length: int, first: int) -> _Closing:
        """Find the line in which so many open brackets are closed, from the first one on; a value
        whose lines are too many, or too long, has none. length: of what stands above.
        """
        end = self._start + len(self._open)
        if not self._start <= first < end:
            self._restart(first)
        place = first - self._start
        closed = self._open[place] - depth
        above = self._size[place] - length
        longest = above + MAX_PRINTED
        last = min(len(self._lines), first - 1 + _MAX_LINES)
        stop = last - self._start
        while True:
            end = self._too_long(place, stop, longest)
            found = self._first_closed(place, end, closed)
            is_known = end < len(self._open) - 1
            if found is not None or is_known or end == stop:
                break
            place = end
            self._look_on(stop)
        is_found = found is not None
        at = found if found is not None else end
        return _Closing(
            self._start + at,
            self._size[at] - above,
            is_found,
        )

    def _too_long(self, place: int, stop: int, longest: int) -> int:
        """Return the first place with so many characters before it, else the last that is known."""
        last = len(self._open) - 1
        known = min(stop, last)
        return bisect_left(
            self._size,
            longest,
            place,
            known,
        )

    def _first_closed(
        self,
        place: int,
        end: int,
        closed: int,
    ) -> int | None:
        """Return the first place at which no more brackets are open than there may be."""
        depths = self._open[place : end + 1]
        for at, depth in enumerate(depths, place):
            if depth <= closed:
                return at
        return None

    def _look_on(self, stop: int) -> None:
        """Count the brackets of the next lines."""
        known = len(self._open) - 1
        end = min(known + _LOOK, stop)
        first = self._start + known
        last = self._start + end
        for line in self._lines[first:last]:
            depth = self._open[-1] + _depth(line)
            size = self._size[-1] + len(line)
            self._open.append(depth)
            self._size.append(size)


class PrintedDocument(NamedTuple):
    """lines: those that it takes; value: the lists and dicts that it prints, whose curves are
    among the findings.
    """

    lines: range
    value: object
    findings: Findings


class Printed(NamedTuple):
    """end: the line up to which printed values were looked for."""

    documents: list[PrintedDocument]
    end: int


def printed_documents(
    lines: Sequence[str],
    names: Names | None = None,
) -> list[PrintedDocument]:
    """Return the printed values that hold curves."""
    return find_printed(lines, names).documents


def find_printed(
    lines: Sequence[str],
    names: Names | None = None,
    parse: Parse = parse_printed,
) -> Printed:
    """Find the printed values that hold curves; a list of numbers gets the name before it."""
    found: list[PrintedDocument] = []
    depths = _Depths(lines)
    budget = _BUDGET * sum(map(len, lines)) + MAX_PRINTED
    parsed = 0
    place = 0
    while place < len(lines) and budget > 0 and parsed < _MOST_PARSED:
        printed, looked_at = _printed_at(
            lines,
            place,
            names,
            depths,
            parse,
        )
        budget -= looked_at
        parsed += looked_at > 0
        if printed is not None:
            found.append(printed)
        place = place + 1 if printed is None else printed.lines.stop
    return Printed(found, place)


def _printed_at(
    lines: Sequence[str],
    place: int,
    names: Names | None,
    depths: _Depths,
    parse: Parse,
) -> tuple[PrintedDocument | None, int]:
    """Return what is printed from a line on, and how many characters were looked at."""
    line = lines[place]
    looked_at = 0
    if "[" not in line and "{" not in line:
        return None, looked_at
    for opening in islice(
        _OPENING.finditer(line),
        _TRIES,
    ):
        label, start = _before(line, opening.end())
        text, end = _whole_value(
            lines,
            place,
            start,
            depths,
        )
        looked_at += len(text)
        value = _value_of(
            text,
            label,
            parse,
        )
        if value is None:
            continue
        findings = read_document(
            value,
            names,
            "",
        )
        if any(len(curve) >= _LEAST_POINTS for curve in findings.curves):
            lines_of_value = range(place, end)
            return PrintedDocument(lines_of_value, value, findings), looked_at
    return None, looked_at


def _before(
    line: str,
    bracket: int,
) -> tuple[str, int]:
    """Return the name before a bracket, and where the value begins: with the call around it."""
    before = line[max(0, bracket - _LONGEST_LABEL) : bracket]
    call = _CALLEE.search(before)
    if call is not None:
        return "", bracket - len(call.group())
    label = _LABEL.search(before)
    return (label.group(1) if label else ""), bracket


def _whole_value(
    lines: Sequence[str],
    place: int,
    column: int,
    depths: _Depths,
) -> tuple[str, int]:
    """Return the text up to the line where its brackets are closed, and the line behind it."""
    first = lines[place][column:]
    depth = _depth(first)
    if depth <= 0:
        return first, place + 1
    below = place + 1
    closing = depths.closing(
        depth,
        len(first),
        below,
    )
    if not closing.is_found:
        return " " * closing.length, closing.end
    return "\n".join([first, *lines[below : closing.end]]), closing.end


def _depth(text: str) -> int:
    opened = text.count("[") + text.count("{") + text.count("(")
    return opened - text.count("]") - text.count("}") - text.count(")")


def _value_of(
    text: str,
    label: str,
    parse: Parse,
) -> object | None:
    """Return the value if curves may stand in it."""
    if text.count(",") + text.count(" ") < _LEAST_POINTS - 1 or "[" not in text:
        return None
    value = parse(text)
    if isinstance(value, list) and not any(isinstance(each, dict) for each in value):
        value = {label: value} if label else None
    if not isinstance(value, dict | list) or not value:
        return None
    if isinstance(value, dict) and _is_row(value):
        return None
    return value


def _is_row(value: dict[str, object]) -> bool:
    """Return whether a dict is one row of a log, with a list for its layers or classes."""
    return any(
        says_position(key)
        for key, own in value.items()
        if not isinstance(
            own,
            list | dict,
        )
    )
