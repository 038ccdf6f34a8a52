"""How far each rank of a run has come, and who is behind."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is behind in a run that hangs.

    behind: ranks, as the text names them; empty where it does not tell. reason: what shows it, as
    the end of a sentence about each of them. call: the operation that the others wait in, such as
    ALLREDUCE; empty if unknown. since: how long, as the end of a sentence; empty if unknown.
    """

    behind: tuple[str, ...]
    reason: str = ""
    call: str = ""
    since: str = ""


def in_order(ranks: Collection[str]) -> tuple[str, ...]:
    """Return ranks in the order of their numbers, each once, other names behind them."""
    names = set(ranks)
    return tuple(sorted(names, key=_number))


def _number(rank: str) -> tuple[bool, int, str]:
    if is_number(rank):
        return False, int(rank), ""
    return True, 0, rank


def is_number(rank: str) -> bool:
    """Return whether a rank is named by its number, rather than by a process or a device."""
    return rank.isascii() and rank.isdigit()


def lowest(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return the ranks with the lowest count; none where all have the same."""
    values = set(counts.values())
    if len(values) < 2:
        return ()
    least = min(values)
    behind = []
    for rank, count in counts.items():
        if count == least:
            behind.append(rank)
    return in_order(behind)


def silent(ranks: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers missing below the highest rank that speaks; none if half or more are.

    A text from a few of many ranks says nothing about the others.
    """
    numbers = set()
    for rank in ranks:
        if is_number(rank):
            numbers.add(int(rank))
    if len(numbers) < 2:
        return ()
    highest = max(numbers)
    missing = [str(number) for number in range(highest) if number not in numbers]
    if len(missing) >= len(numbers):
        return ()
    return tuple(missing)
