"""Bounds that keep reading linear and the memory small, whatever is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

MAX_LINE = 4000  # a longer line is no metric line; the signatures see its beginning
MAX_METRIC_LINES = 300_000  # of more lines every second (third, ...) is read for its numbers
MAX_CURVES = 5000  # of one input, and layers of one metric; each costs a look of every detector
MAX_LISTED_SETTINGS = 10_000  # what a configuration holds beyond them is not looked at
KEPT_FIRST = 2000
KEPT_LAST = 4000
KEPT_ERRORS = 2000
_ANSI = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")
_FRAME_END = re.compile(r"[\r\n\x08]+")
# Any of these words makes a line of a long log worth keeping. Plain searches: one pattern of all took 50 times as long.
TROUBLE = (
    "error", "warn", "exception", "traceback", "nan", "inf", "overflow", "fail", "kill", "abort", "signal", "assert",
    "timeout", "timed out", "memory", "cuda", "nccl", "xid", "corrupt", "mismatch", "invalid", "skip", "expected",
    "no space", "quota", "preempt", "evict", "longer than", "gradient",
)  # fmt: skip


def frames(text: str) -> list[str]:
    """The lines of a console log, where a carriage return or a backspace also ends one; colours are taken out."""
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    return [line for line in _FRAME_END.split(text) if line]


def kept_lines(lines: list[str]) -> tuple[str, ...]:
    """All lines of an ordinary log; of a very long one the first, the last, and those that speak of trouble."""
    if len(lines) <= KEPT_FIRST + KEPT_LAST:
        return tuple(line[:MAX_LINE] for line in lines)
    middle = list(islice(_of_trouble(lines[KEPT_FIRST:-KEPT_LAST]), KEPT_ERRORS))
    first = [line[:MAX_LINE] for line in lines[:KEPT_FIRST]]
    last = [line[:MAX_LINE] for line in lines[-KEPT_LAST:]]
    return (*first, *middle, *last)


def _of_trouble(lines: list[str]) -> Iterator[str]:
    """Words that stand nowhere are not looked for in each line."""
    whole = "\n".join(lines).lower()
    words = [word for word in TROUBLE if word in whole]
    for line in lines if words else ():
        short = line[:MAX_LINE]
        if any(word in short.lower() for word in words):
            yield short
