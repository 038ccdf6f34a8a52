"""Points of a curve: fewer of them where it is long, and its parts between gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, isfinite

MAX_POINTS = 400
Point = tuple[float, float]  # x and y in data units


def thin(points: Sequence[Point], limit: int = MAX_POINTS) -> list[Point]:
    """Return at most `limit` points.

    The first and the last point stay, and of each stretch the lowest, the highest and one gap
    (a y that is not finite).
    """
    if len(points) <= limit:
        return list(points)
    last = len(points) - 1
    kept = {0, last}
    for stretch in _stretches(len(points), limit):
        landmarks = _landmarks(points, stretch)
        kept.update(landmarks)

    return [points[index] for index in sorted(kept)]


def _stretches(length: int, limit: int) -> Iterator[range]:
    """Cut the indices into stretches.

    Both ends and three points of each stretch must not be more than `limit` points.
    """
    count = max(1, (limit - 2) // 3)
    size = ceil(length / count)
    for start in range(0, length, size):
        end = min(start + size, length)
        yield range(start, end)


def _landmarks(points: Sequence[Point], stretch: range) -> Iterator[int]:
    """Yield the indices of the lowest point, the highest point and the first gap."""

    def height(index: int) -> float:
        _, y = points[index]
        return y

    finite = []
    gaps = []
    for index in stretch:
        y = height(index)
        if isfinite(y):
            finite.append(index)
        else:
            gaps.append(index)

    if finite:
        yield min(finite, key=height)
        yield max(finite, key=height)
    yield from gaps[:1]


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """Return the parts between gaps, where x or y is not finite. No part is empty."""
    parts: list[list[Point]] = []
    current: list[Point] = []
    for point in points:
        if all(map(isfinite, point)):
            current.append(point)
        elif current:
            parts.append(current)
            current = []
    if current:
        parts.append(current)
    return parts


def last_before_gap(points: Sequence[Point]) -> Point | None:
    """Return the last point before the first gap.

    Return None where every y is finite, and where the first is not: then there is no point that a
    ring could mark.
    """
    previous: Point | None = None
    for x, y in points:
        if not isfinite(y):
            return previous
        previous = (x, y)
    return None
