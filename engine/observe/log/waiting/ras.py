"""Read who is behind from the report of NCCL's RAS client (`ncclras`).

Format: src/ras/client_support.cc of NCCL 2.24 to 2.28 and its user guide. A difference of one
operation is usual in a run that goes on; the report is of a moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from engine.observe.log.waiting.standing import Standing, in_order

_MISMATCH = "different collective operation counts"
_MISSING = "missing communicator data from"
_COUNT = re.compile(
    r"\d{1,7} ranks? (?:have|has) launched up to operation (\d{1,18})",
    re.IGNORECASE,
)
_RANK = re.compile(r"^\s{0,12}Rank (\d{1,7}) -- GPU ")
_LISTED = re.compile(r"The missing ranks?: ([\d, -]{1,400})")
_RANGE = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?")
_MOST_RANKS = 1_000  # that a range of ranks may name


class _Level(NamedTuple):
    """Ranks that have launched the same number of operations; those that are listed by number."""

    operation: int
    ranks: list[str]


def read_ras(lines: Sequence[str]) -> Standing | None:
    """Return who is behind; None where no report of missing or lagging ranks is there."""
    missing = _missing(lines)
    if missing:
        return Standing(missing, "does not answer")
    levels = _levels(lines)
    if len(levels) < 2:
        return None
    last = min(levels)
    first = max(levels)
    return Standing(
        in_order(last.ranks),
        reason=f"launched only {last.operation} operations",
        call=f"operation {first.operation}",
    )


def _missing(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the ranks that did not answer: in a list, or a line for each of them."""
    ranks: list[str] = []
    is_below = False
    for line in lines:
        if _MISSING in line.lower():
            is_below = True
        elif not line.strip():
            is_below = False
        listed = _LISTED.search(line)
        if listed:
            ranks.extend(_spread(listed[1]))
        rank = _RANK.match(line)
        if rank and is_below:
            ranks.append(rank[1])
    return in_order(ranks)


def _levels(lines: Sequence[str]) -> list[_Level]:
    """Return each count of operations with the ranks that are listed below it."""
    levels: list[_Level] = []
    is_within = False
    for line in lines:
        if _MISMATCH in line.lower():
            is_within = True
        if not is_within:
            continue
        count = _COUNT.search(line)
        if count:
            operation = int(count[1])
            levels.append(_Level(operation, []))
        rank = _RANK.match(line)
        if rank and levels:
            levels[-1].ranks.append(rank[1])
    return levels


def _spread(text: str) -> Iterator[str]:
    """Yield the numbers of a list such as `1, 4-6`."""
    for first, last in _RANGE.findall(text):
        start = int(first)
        end = int(last or first)
        if end - start < _MOST_RANKS:
            numbers = range(start, end + 1)
            yield from map(str, numbers)
