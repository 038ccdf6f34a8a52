"""Two inputs that give curves of one name: the same curves twice, or two runs."""

from __future__ import annotations

from collections.abc import (
    Iterator,
    Mapping,
)
from dataclasses import (
    dataclass,
    field,
)
from typing import NamedTuple

from engine.run import Floats, Series

_SAME = 0.6  # of the values of the shorter curve stand in the longer one as well
_DIGITS = 3  # tools print different numbers of digits
_COMPARED = 2000
_LISTED = 12  # names in one warning
_LEAST_POINTS = 3  # of a curve; fewer sum a run up


class Source(NamedTuple):
    """Curves of one input under canonical names."""

    name: str
    series: Mapping[str, Series]


def is_repeated(
    one: Series,
    other: Series,
) -> bool:
    """Say whether most values of the shorter curve are in the longer one, to three digits."""
    shorter, longer = sorted((one.y, other.y), key=len)
    given = _rounded(longer)
    compared = _rounded(shorter)
    if not compared:
        return True
    shared = sum(map(set(given).__contains__, compared))
    return shared >= _SAME * len(compared)


def _rounded(values: Floats) -> list[str]:
    """Return the first values with the digits that tools have in common."""
    first = values[:_COMPARED]
    return [f"{value:.{_DIGITS - 1}e}" for value in first.tolist()]


def is_richer(one: Series, other: Series) -> bool:
    """Say whether a curve has more points than another, or as many and a step where that has
    none.
    """
    if len(one) != len(other):
        return len(one) > len(other)
    return one.x_name == "step" and other.x_name == "index"


def is_curve_beside(
    one: Series,
    other: Series,
) -> bool:
    """Say whether the one is a curve where the other only sums a run up."""
    return len(other) < _LEAST_POINTS <= len(one)


@dataclass
class Shared:
    """Names that an input shares with earlier ones: earlier input -> names."""

    source: str
    repeated: dict[str, list[str]] = field(default_factory=dict)
    differing: dict[str, list[str]] = field(default_factory=dict)

    def note_repeated(
        self,
        before: str,
        name: str,
    ) -> None:
        names = self.repeated.setdefault(before, [])
        names.append(name)

    def note_differing(
        self,
        before: str,
        name: str,
    ) -> None:
        names = self.differing.setdefault(before, [])
        names.append(name)

    def warnings(self) -> Iterator[str]:
        """Yield one warning for each earlier input and kind."""
        for before, names in self.repeated.items():
            listed = first_names(names)
            yield f"{self.source} repeats curves of {before}: {listed}"
        for before, names in self.differing.items():
            listed = first_names(names)
            yield (
                f"{self.source} shows other values than {before} under {listed}: "
                f"two runs, or two ways of measuring; the first is diagnosed"
            )


def first_names(names: list[str]) -> str:
    """Return the first names with commas, and how many more there are."""
    listed = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    if more > 0:
        return f"{listed} and {more} more"
    return listed
