"""From data units to pixels: scales, round tick values, and fewer points for long curves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MAX_POINTS = 400
LOG_FROM_RATIO = 1000.0  # a linear axis cannot show what is a thousand times smaller than its top
LARGEST, SMALLEST = 1e300, 1e-300  # beyond these the arithmetic of an axis overflows
Point = tuple[float, float]


def held(values: Iterable[float]) -> list[float]:
    """The finite ones of the values, held within what an axis can show."""
    return [_hold(value) for value in values if math.isfinite(value)]


def _hold(value: float) -> float:
    return math.copysign(min(max(abs(value), SMALLEST), LARGEST), value) if value else 0.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps [low, high] in data units to [start, end] in pixels."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        if self.log:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)


def wants_log(values: Sequence[float]) -> bool:
    return bool(values) and min(values) > 0 and max(values) / min(values) > LOG_FROM_RATIO


def domain(values: Sequence[float]) -> tuple[float, float]:
    """The range of values on a linear axis: from zero where zero is near, and never empty."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    if 0 < low < 0.6 * high:
        low = 0.0
    if high - low <= 1e-12 * max(abs(low), abs(high)):
        pad = abs(low) * 0.5 or 1.0
        return low - pad, high + pad
    return low, high


def log_domain(values: Sequence[float]) -> tuple[float, float]:
    low = 10.0 ** math.floor(math.log10(min(values)))
    return low, max(10.0 ** math.ceil(math.log10(max(values))), low * 10)


def round_step(span: float, count: int) -> float:
    """The smallest of 1, 2, 5 times a power of ten that cuts `span` into at most `count` parts."""
    power = 10.0 ** math.floor(math.log10(span / count))
    return next(power * factor for factor in (1, 2, 5, 10, 20) if span / (power * factor) <= count)


def ticks(low: float, high: float, count: int = 5) -> list[float]:
    step = round_step(high - low, count)
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    last = min(last, first + count)  # between neighboring floats, rounding would find more
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float, count: int = 5) -> list[float]:
    bottom, top = round(math.log10(low)), round(math.log10(high))
    stride = max(1, math.ceil((top - bottom) / count))
    return [10.0**power for power in range(bottom, top + 1, stride)]


def tick_text(value: float) -> str:
    if value == 0 or 0.001 <= abs(value) < 10_000:
        return f"{round(value, 6):g}".replace("-", "\N{MINUS SIGN}")
    if 10_000 <= abs(value) < 1_000_000 and value % 100 == 0:
        return f"{value / 1000:g}k".replace("-", "\N{MINUS SIGN}")
    mantissa, exponent = f"{value:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "\N{MINUS SIGN}")


def thin(points: Sequence[Point], limit: int = MAX_POINTS) -> list[Point]:
    """At most `limit` points. Of each stretch the lowest, the highest and one gap (a y that is not
    finite) stay.
    """
    if len(points) <= limit:
        return list(points)
    stretches = max(1, (limit - 2) // 3)
    size = math.ceil(len(points) / stretches)
    kept = {0, len(points) - 1}
    for start in range(0, len(points), size):
        kept.update(_extremes(points, range(start, min(start + size, len(points)))))
    return [points[index] for index in sorted(kept)]


def _extremes(points: Sequence[Point], indices: range) -> Iterator[int]:
    finite = [index for index in indices if math.isfinite(points[index][1])]
    if finite:
        yield min(finite, key=lambda index: points[index][1])
        yield max(finite, key=lambda index: points[index][1])
    if len(finite) < len(indices):
        yield next(index for index in indices if not math.isfinite(points[index][1]))


def runs(points: Sequence[Point]) -> list[list[Point]]:
    """The stretches between gaps."""
    parts: list[list[Point]] = [[]]
    for point in points:
        if math.isfinite(point[0]) and math.isfinite(point[1]):
            parts[-1].append(point)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def last_before_gap(points: Sequence[Point]) -> Point | None:
    """The last finite point before the first value that is not finite; None where all are
    finite.
    """
    previous: Point | None = None
    for x, y in points:
        if not math.isfinite(y):
            return previous
        previous = (x, y)
    return None
