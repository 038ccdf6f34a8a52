"""A figure with its label, and the statistics that the figures share."""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Number = int | float
Values = Mapping[str, Number | None]
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Figure:
    """One line of a table: `key` names it in JSON, `label` on paper. None: cannot be measured."""

    key: str
    label: str
    values: Values

    @property
    def text(self) -> str:
        return " / ".join(map(shown, self.values.values()))


def shown(value: Number | None) -> str:
    """Write a number with thousands separators, fractions with three digits."""
    if value is None:
        return "-"
    if isinstance(value, float) and abs(value) < 1000:
        return f"{value:.3g}"
    return f"{value:,.0f}"


def share(part: Number, whole: Number) -> float | None:
    """Return None where there is no whole, as for a checkout without tests."""
    if not whole:
        return None
    return part / whole


def percent(part: Number, whole: Number) -> float | None:
    """Return 100 times the share; also a number in 100 lines."""
    return share(100 * part, whole)


def median(values: Sequence[Number]) -> Number | None:
    """Return the middle value, or the mean of the two middle ones."""
    if not values:
        return None
    return statistics.median(values)


def mean(values: Sequence[Number]) -> float | None:
    """Return the arithmetic mean, or None of nothing."""
    return share(sum(values), len(values))


def largest(values: Sequence[Number]) -> Number | None:
    """Return the maximum, or None of nothing."""
    return max(values, default=None)


def ninetieth(values: Sequence[Number]) -> Number | None:
    """Return the value that nine tenths of the values come before."""
    if not values:
        return None
    place = int(0.9 * len(values))
    return sorted(values)[place]


def spread(values: Sequence[Number]) -> dict[str, Number | None]:
    return {
        "median": median(values),
        "p90": ninetieth(values),
        "max": largest(values),
    }


def number_over(limit: Number, values: Iterable[Number]) -> int:
    """Count the values above the limit."""
    return sum(value > limit for value in values)


def number_of(
    condition: Callable[[Thing], bool],
    things: Iterable[Thing],
) -> int:
    """Count the things for which the condition is true."""
    return sum(map(condition, things))
