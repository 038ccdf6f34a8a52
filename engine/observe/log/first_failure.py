"""Find which of several ranks failed first.

The launcher of PyTorch says so itself. Without it, time stamps do, where all candidates have one of
the same kind; a log that joins the files of the ranks is not in order. Else the first line counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.observe.log.ranks import Moment, RankedLines, moment_of

_SUMMARY = "root cause (first observed failure)"
_SUMMARY_LINES = 8  # in which the launcher names the rank
_RANK = re.compile(r"\brank\s{1,8}: (\d{1,6})\b")
_LINES_ABOVE = 200  # looked at for the time stamp of a line that has none


class Candidate(NamedTuple):
    """A line that may be the cause: its number, its rank, the length of the match."""

    line: int
    rank: str
    length: int
    signature: str


def first_failure(
    candidates: Sequence[Candidate],
    ranked: RankedLines,
) -> Candidate:
    """Return the earliest candidate of the rank that failed first; there is at least one."""
    blamed = blamed_rank(ranked.lines)
    of_blamed = [candidate for candidate in candidates if candidate.rank == blamed]
    if blamed and of_blamed:
        candidates = of_blamed
    in_order = sorted(candidates, key=_by_line)
    dated: list[Moment] = []
    kinds: set[str] = set()
    for candidate in in_order:
        moment = _moment(candidate, ranked)
        if moment is None:
            return in_order[0]
        kind, _, _ = moment
        kinds.add(kind)
        dated.append(moment)
    if len(kinds) > 1:
        return in_order[0]
    first = min(dated)
    earliest = dated.index(first)
    return in_order[earliest]


def _by_line(candidate: Candidate) -> tuple[int, int]:
    return candidate.line, -candidate.length


def blamed_rank(lines: Sequence[str]) -> str:
    """Return the rank that the launcher saw failing first; empty without its summary."""
    for number, line in enumerate(lines):
        if _SUMMARY not in line.lower():
            continue
        start = number + 1
        end = start + _SUMMARY_LINES
        for below in lines[start:end]:
            rank = _RANK.search(below)
            if rank:
                return rank[1]
    return ""


def _moment(candidate: Candidate, ranked: RankedLines) -> Moment | None:
    """Return the time stamp of the line, else of the closest line above that its rank wrote."""
    lowest = max(-1, candidate.line - _LINES_ABOVE)
    for number in range(candidate.line, lowest, -1):
        if ranked.rank(number) != candidate.rank:
            continue
        moment = moment_of(ranked.lines[number])
        if moment is not None:
            return moment
    return None
