"""What loggers put in front of a line: time, level, logger, file and line, rank, container.

A prefix holds numbers that are no values. It is taken off before a line is read; the rank in it
says which process wrote the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.read.parts.line_search import masked

_LONGEST = 200  # characters that a prefix may have
_ROUNDS = 8  # parts of one prefix

_LEVELS = (
    "DEBUG", "INFO", "WARNING", "WARN", "ERROR", "CRITICAL", "NOTICE", "TRACE", "FATAL", "SUCCESS",
    "debug", "info", "warning", "error", "Info", "Warning",
)  # fmt: skip
_LEVEL = f"(?:{'|'.join(_LEVELS)})"
_CLOCK = r"\d{1,2}:\d\d:\d\d(?:[.,]\d{1,9})?"
_DATE = r"(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d[-/.]\d{2,4}|\d\d[-/]\d\d)"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d| UTC| GMT| [AP]M)?"
_PROGRAM = r"[\w./-]{1,80}\.(?:py|cc|cpp|cu)"
_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_SYSLOG = r" [\w.-]{1,60} [\w./-]{1,60}(?:\[\d{1,9}\])?(?=:)"
# Times, levels, places in a program and processes; each says that a logger wrote the line.
_ANCHORS = (
    rf"{_DATE}(?:[T _]|, ){_CLOCK}{_ZONE}(?: std(?:out|err) [FP](?= ))?",
    rf"{_CLOCK}{_ZONE}(?=\s{{0,3}}[|\]\[-]|\s{{1,8}}{_LEVEL}\b)",
    rf"[IWEFD]\d{{4}} {_CLOCK}(?:\s{{1,6}}\d{{1,9}} {_PROGRAM}:\d{{1,6}}\])?",
    rf"{_DAY},? (?:\w{{3}} )?\d{{1,2}} (?:\w{{3}} )?(?:\d{{4}} )?{_CLOCK}"
    r"(?: [A-Z]{2,4})?(?: \d{4})?",
    rf"{_MONTH} {{1,2}}\d{{1,2}} {_CLOCK}(?:{_SYSLOG})?",
    r"\d{4}[-/]\d\d[-/]\d\d(?= )",
    rf"\[[^\]\[]{{0,60}}{_CLOCK}[^\]\[]{{0,60}}\]",
    r"\[\d{4}-\d\d-\d\d\]",
    rf"\[[A-Za-z][\w.-]{{0,60}}\](?= {_DATE}[T ]{_CLOCK})",  # a host
    rf"\[ ?{_LEVEL}\s{{0,8}}\]",
    rf"\[[A-Za-z][\w.-]{{0,40}}\](?= {{1,3}}{_LEVEL}\b)",  # a thread
    rf"\[ ?{_LEVEL}:",
    rf"{_LEVEL}\s{{0,8}}(?=[:|\]\[-])",
    rf"{_LEVEL}(?=\s{{1,8}}[\w\[(*])",
    rf"\[{_PROGRAM}:\d{{1,6}}\]",
    rf"\({_PROGRAM}[ :]\d{{1,6}}\)",
    rf"{_PROGRAM}:\d{{1,6}}(?=[\] :|-])",
    r"\[\d{1,5},\d{1,5}\]<std(?:out|err)>:",
    r"\(\w{1,40}:\d{1,6}\)(?= [A-Z]{4,8}:)",
    r"[\w.-]{1,60}:\d{1,6}\t[\w.]{1,80}:\d{1,6}\t[A-Z]{4,8}(?=\t)",
    rf"\[{_LEVEL}\|{_PROGRAM}:\d{{1,6}}\]",
    r"\((?:\w{1,40} )?pid=\d{1,9}(?:, ip=[\d.]{7,15})?\)",
)
_ANCHOR = re.compile(
    rf"\s{{0,8}}(?:{'|'.join(_ANCHORS)})\s{{0,4}}(?:[-|:\]>](?=\s|\[|$)|>>(?= )|,(?= ))?"
)
_PROCESS = r"(?:rank|default|worker|gpu|process|proc|local_rank)"
_RANK = re.compile(
    rf"\s{{0,8}}(?:\[?\[?{_PROCESS}[ :_]?(\d{{1,5}})\]{{1,2}}:?|(\d{{1,4}}):(?= {{1,3}}\D))",
    re.IGNORECASE,
)
_LOGGERS = (
    r"\[[A-Za-z_][\w.:<>-]{0,60}(?: \w{1,20})?\]\s{0,4}:?",
    r"[A-Za-z_][\w.<>]{0,200}+(?::[\w<>.]{1,60}+){0,3}(?::\d{1,6})?"
    r"(?: - | \| |:(?![\s\d.=-]))(?:\d{1,6} - )?",
    r"\[\]",
)
_LOGGER = re.compile(rf"\s{{0,8}}:?(?:{'|'.join(_LOGGERS)})")
# A logger in brackets that is no logger: the set that the values are of.
_SPLIT = re.compile(
    r"\b(?:train|valid|val|test|dev|eval|validation|training)\b\]?\s*:?$", re.IGNORECASE
)
_MAY_OPEN = frozenset("0123456789[( IWEFDdiweMTSJAOGNCR")
_PROCESSES = ("gpu", "rank", "process")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_KNOWN = 4096  # beginnings of lines


class _Prefix(NamedTuple):
    """Where the prefix of a line ends, and between which places it names the rank."""

    end: int = 0
    rank: slice = slice(0)


_NONE = _Prefix()


def split_prefix(line: str) -> tuple[str, str]:
    """Return the line without its prefix, and the rank that the prefix names (empty without).

    `0: ` in front of a line is taken for a rank by `rank_of` of the whole log only.
    """
    if _opens_without(line):
        return line, ""
    return _split(line, _prefix_of(line))


def split_prefixes(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the same for each of many lines; of those that differ in digits alone one is searched,
    for what a digit is says nothing of where a prefix ends.
    """
    known: dict[str, _Prefix] = {}
    for line, zeros in zip(lines, masked(lines), strict=True):
        if _opens_without(line):
            yield line, ""
            continue
        head = zeros[:_LONGEST]
        prefix = known.get(head)
        if prefix is None:
            prefix = _prefix_of(line)
            if len(known) < _MOST_KNOWN:
                known[head] = prefix
        yield _split(line, prefix)


def _split(line: str, prefix: _Prefix) -> tuple[str, str]:
    if prefix is _NONE:
        return line, ""
    return line[prefix.end :], line[prefix.rank]


def _opens_without(line: str) -> bool:
    """Cheap test: no prefix begins with that sign."""
    return line[:1] not in _MAY_OPEN and not line.startswith(_PROCESSES)


def _prefix_of(line: str) -> _Prefix:
    """Return the prefix of a line, which stands among its first characters."""
    if not _may_have_prefix(line):
        return _NONE
    rank = slice(0)
    position = 0
    end = min(len(line), _LONGEST)
    for _ in range(_ROUNDS):
        match = _ANCHOR.match(line, position, end)
        if match is None:
            match = _RANK.match(line, position, end)
            if match is None or match.group(1) is None:
                break
            rank = slice(*match.span(1))
        position = match.end()
    if not position:
        return _NONE
    return _Prefix(_behind_logger(line, position, end), rank)


def _behind_logger(
    line: str,
    position: int,
    end: int,
) -> int:
    """Return the place behind the logger, and its level, that stand at a place."""
    logger = _LOGGER.match(line, position, end)
    if logger is None or _SPLIT.search(logger.group()) is not None:
        return position
    level = _ANCHOR.match(line, logger.end(), end)
    return (level or logger).end()


def _may_have_prefix(line: str) -> bool:
    """Cheap test: each part of a prefix holds one of these signs, or is a level."""
    if ":" in line or "-" in line or "/" in line or "(" in line:
        return True
    if "]" in line:
        return _LETTER.search(line) is not None
    return line.lstrip().startswith(_LEVELS)


def numbered_rank(line: str) -> str:
    """Return the number in front of a line as `srun -l` and `mpirun` write it: `3: epoch 1`."""
    match = _RANK.match(line)
    return match.group(2) or "" if match else ""
