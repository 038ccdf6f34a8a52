"""Counts of this process: the last resort, while neither cache nor database answers."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from web.limits.count import Count

MOST_KEYS = 10_000  # the one that began first is forgotten for another
_counts: OrderedDict[str, Count] = OrderedDict()
_lock = Lock()


def add(key: str, seconds: int, now: float) -> Count:
    with _lock:
        last = _counts.get(key)
        over = now - seconds
        if last is None or last.since <= over:
            return _begin(key, now)
        count = Count(
            times=last.times + 1,
            since=last.since,
        )
        _counts[key] = count
        return count


def _begin(key: str, now: float) -> Count:
    _counts.pop(key, None)
    if len(_counts) >= MOST_KEYS:
        _counts.popitem(last=False)
    count = Count(times=1, since=now)
    _counts[key] = count
    return count


def forget() -> None:
    with _lock:
        _counts.clear()
