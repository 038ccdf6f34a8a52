"""Bounds that keep reading linear and the memory small, whatever is sent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from engine.read.parts.line_search import chunks_of, joined, lines_with

MAX_LINE = 4000  # a longer line is no metric line; the signatures see its beginning
MAX_METRIC_LINES = 300_000  # of more lines every second (third, ...) is read for its numbers
MAX_SINGLE_LINES = 300_000  # the same of lines that are read one by one
MAX_CURVES = 5000  # of one input, and layers of one metric; every detector looks at each
MAX_LISTED_SETTINGS = 10_000  # settings of a configuration beyond these are not looked at
MAX_FILE_NAME = 255  # characters, from the end; every warning about a file carries its name
MIB = 2**20
MAX_UNPACKED = 64 * MIB  # bytes that are kept of what one request holds packed
MAX_RATIO = 250  # unpacked to packed bytes; logs full of bars reach 100, bombs 1000
RATIO_FREE = 4 * MIB  # unpacked bytes for which the ratio is not asked
MAX_MEMBERS = 20_000  # of an archive; a run folder with its data set is packed apart
MAX_READ_MEMBERS = 500  # of an archive that are read; each is tried by every format
MAX_INNER_DEPTH = 4  # archive, spreadsheet, sheet and one more
MAX_ARCHIVE_DEPTH = 2  # an archive in an archive, and no further
MAX_LISTED_FILES = 8  # names of files in one warning
KEPT_FIRST = 2000
KEPT_LAST = 4000
KEPT_ERRORS = 2000
_ANSI = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_FRAME_END = re.compile(r"[\r\n\x08]+")
# Any of these words makes a line of a long log worth keeping.
TROUBLE = (
    "error", "warn", "exception", "traceback", "nan", "inf", "overflow", "fail", "kill", "abort",
    "signal", "assert", "timeout", "timed out", "memory", "cuda", "nccl", "xid", "corrupt",
    "mismatch", "invalid", "skip", "expected", "no space", "quota", "preempt", "evict",
    "longer than", "gradient",
)  # fmt: skip


def frames(text: str) -> list[str]:
    """Return the lines of a console log without colors.

    A carriage return or a backspace ends a line too: progress bars are drawn with them.
    """
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    has_frames = "\r" in text or "\b" in text
    lines = _FRAME_END.split(text) if has_frames else text.split("\n")
    return list(filter(None, lines))


def lines_of_output(lines: list[str], read: Collection[int]) -> list[str]:
    """Return the lines without those of the numbers `read`, which were settings or a table.

    Those are no output of a trainer, whose silence says something; a word of trouble is kept.
    """
    if not read:
        return lines
    troubled = set(_lines_of_trouble([lines[number] for number in read]))
    return [
        line
        for number, line in enumerate(lines)
        if number not in read or line[:MAX_LINE] in troubled
    ]


def kept_lines(lines: list[str]) -> tuple[str, ...]:
    """Return all lines of an ordinary log.

    Of a very long one keep the first lines, the last lines, and those with a word of trouble.
    """
    if len(lines) <= KEPT_FIRST + KEPT_LAST:
        return tuple(_cut(lines))
    middle = _lines_of_trouble(lines[KEPT_FIRST:-KEPT_LAST])
    return (
        *_cut(lines[:KEPT_FIRST]),
        *islice(middle, KEPT_ERRORS),
        *_cut(lines[-KEPT_LAST:]),
    )


def _cut(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield line[:MAX_LINE]


def _lines_of_trouble(lines: list[str]) -> Iterator[str]:
    """Yield the lines that contain a word of TROUBLE, cut to the longest line that is kept."""
    for chunk in chunks_of(lines):
        short = list(_cut(chunk))
        troubled = lines_with(joined(short), TROUBLE)
        for number in sorted(troubled):
            yield short[number]
