"""Documents that a log prints over one or many lines: a history of lists, a list of rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from engine.read.documents.fields import says_position
from engine.read.documents.findings import Findings
from engine.read.documents.python_values import MAX_PRINTED, Parse, parse_printed
from engine.read.documents.walk import read_document
from engine.read.parts.names import Names

_MAX_LINES = 5000  # of one printed document
_LEAST_POINTS = 3
_BUDGET = 4  # characters looked at for each of the log, over all values that do not end
# A bracket at the start of a line or behind `History:`, `train_losses =`, `OrderedDict(`.
_OPENING = re.compile(r"(?:^\s{0,40}|[:=(,]\s{0,20})(?=[\[{])")
_MOST_PARSED = 2000  # lines that begin a value: a log with more of them is one of rows
_TRIES = 4  # brackets of a line: its clock and its level may stand in some, too
_LABEL = re.compile(r"([A-Za-z_][\w.\-]{0,80})\s{0,20}[:=]\s{0,20}$")
_CALLEE = re.compile(r"[\w.]{1,60}\($")
_LONGEST_LABEL = 130


# Line -> brackets that it opens and does not close; many values without an end share their lines.
Depths = dict[int, int]


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
    depths: Depths = {}
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
    depths: Depths,
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
    depths: Depths,
) -> tuple[str, int]:
    """Return the text up to the line where its brackets are closed, and the line behind it."""
    first = lines[place][column:]
    depth = _depth(first)
    length = len(first)
    end = place + 1
    last = min(len(lines), place + _MAX_LINES)
    while depth > 0 and end < last and length < MAX_PRINTED:
        line = lines[end]
        length += len(line)
        if end not in depths:
            depths[end] = _depth(line)
        depth += depths[end]
        end += 1
    if depth > 0:
        return " " * length, end
    return "\n".join([first, *lines[place + 1 : end]]), end


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
