"""From data units to pixels: scales, the ranges of axes, and round tick values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, copysign, floor, isfinite, log, log10

# A linear axis cannot show a value that is a thousand times smaller than its top.
LOG_FROM_RATIO = 1000.0

# Beyond these sizes the arithmetic of an axis overflows.
LARGEST = 1e300
SMALLEST = 1e-300

# An axis starts at zero where its lowest value is below this share of the highest.
NEAR_ZERO = 0.6

# A linear range narrower than this share of its values is widened: rounding would empty it.
NARROWEST = 1e-12

TICKS = 5  # at most, about
# Times a power of ten. The last factors are for spans that rounding has made too long.
STEP_FACTORS = (1, 2, 5, 10, 20)
ROUNDING = 1e-9  # of a step: a tick that misses the end of the axis by less is drawn
MINUS = "\N{MINUS SIGN}"

Range = tuple[float, float]  # low and high, in data units


def drawable(values: Iterable[float]) -> list[float]:
    """Drop the values that are not finite.

    Bound the others to the sizes that an axis can show.
    """
    finite = filter(isfinite, values)
    return list(map(_bounded, finite))


def _bounded(value: float) -> float:
    """Return a value of the same sign whose size is 0 or from SMALLEST to LARGEST."""
    if value == 0:
        return 0.0
    size = max(abs(value), SMALLEST)
    bounded_size = min(size, LARGEST)
    return copysign(bounded_size, value)


@dataclass(frozen=True, slots=True)
class Scale:
    """Map [low, high] in data units to [start, end] in pixels.

    A log scale needs a positive `low`.
    """

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        """Return the pixel of a value; one outside the range lands on the nearer end."""
        share = self._share(value)
        bounded_share = min(1.0, max(0.0, share))
        length = self.end - self.start
        return self.start + bounded_share * length

    def _share(self, value: float) -> float:
        """Return the place between low (0) and high (1).

        On a linear scale a value outside the range gives less than 0 or more than 1.
        """
        if not self.log:
            span = self.high - self.low
            return (value - self.low) / span
        ratio = max(value, self.low) / self.low
        whole_ratio = self.high / self.low
        return log(ratio) / log(whole_ratio)

    def ticks(self) -> list[float]:
        """Return round values between low and high, powers of ten on a log scale."""
        if self.log:
            return log_ticks(self.low, self.high)
        return ticks(self.low, self.high)


def wants_log(values: Sequence[float]) -> bool:
    """Return whether an axis should be logarithmic.

    It should where all values are positive and the highest is more than LOG_FROM_RATIO times the
    lowest.
    """
    low, high = extent(values)
    if low <= 0:
        return False
    return high / low > LOG_FROM_RATIO


def extent(values: Sequence[float]) -> Range:
    """Return the lowest and the highest value; 0 and 1 where there are none."""
    if not values:
        return 0.0, 1.0
    return min(values), max(values)


def domain(values: Sequence[float]) -> Range:
    """Return the range of a linear axis.

    It starts at zero where zero is near, and is never empty: a single value gets half its size on
    either side, and 0 gets 1.
    """
    low, high = extent(values)
    if 0 < low < NEAR_ZERO * high:
        low = 0.0

    span = high - low
    size = max(abs(low), abs(high))
    if span > NARROWEST * size:
        return low, high
    pad = abs(low) * 0.5 or 1.0
    return low - pad, high + pad


def log_domain(values: Sequence[float]) -> Range:
    """Return the powers of ten around the values, one power apart at least.

    Raises ValueError for a value of 0 or less.
    """
    lowest, highest = extent(values)
    bottom = floor(log10(lowest))
    top = ceil(log10(highest))
    low = 10.0**bottom
    high = 10.0**top
    return low, max(high, low * 10)


def round_step(span: float, count: int) -> float:
    """Return the smallest round step that cuts `span` into at most `count` parts.

    A round step is 1, 2 or 5 times a power of ten.
    """
    exponent = log10(span / count)
    power = 10.0 ** floor(exponent)
    step = power
    for factor in STEP_FACTORS:
        step = power * factor
        if span / step <= count:
            break
    return step


def ticks(low: float, high: float, count: int = TICKS) -> list[float]:
    """Return the multiples of a round step from `low` to `high`, at most `count` + 1.

    Raises ValueError where `high` is not above `low`.
    """
    step = round_step(high - low, count)
    lowest = low / step
    highest = high / step
    first = ceil(lowest - ROUNDING)
    last = floor(highest + ROUNDING)

    # Between two floats that are next to each other, rounding would yield more.
    end = min(last, first + count)
    numbers = range(first, end + 1)
    return [number * step for number in numbers]


def log_ticks(low: float, high: float, count: int = TICKS) -> list[float]:
    """Return powers of ten from `low` to `high`, at most `count` + 1.

    They are a whole number of powers apart, so the highest may be left out.
    Raises ValueError for a bound of 0 or less.
    """
    bottom = round(log10(low))
    top = round(log10(high))
    stride = ceil((top - bottom) / count)
    exponents = range(bottom, top + 1, max(1, stride))
    return [10.0**exponent for exponent in exponents]


def tick_text(value: float) -> str:
    """Write a number as short as an axis needs it, with a minus sign instead of a hyphen.

    Examples: 0.25, 12k for 12000, 3e-5 for 0.00003.
    """
    return _number_text(value).replace("-", MINUS)


def _number_text(value: float) -> str:
    """Choose between three ways to write a number.

    From a thousandth to ten thousand it is written out; above, multiples of a hundred are written
    in thousands; all others get one digit and a power of ten.
    """
    size = abs(value)
    if value == 0 or 0.001 <= size < 10_000:
        rounded = round(value, 6)
        return f"{rounded:g}"
    if 10_000 <= size < 1_000_000 and value % 100 == 0:
        thousands = value / 1000
        return f"{thousands:g}k"
    mantissa, exponent = f"{value:.0e}".split("e")
    return f"{mantissa}e{int(exponent)}"
