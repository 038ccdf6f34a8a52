"""Lists of numbers with something else among them, such as a word where a value failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from engine.read.documents.points import Points, points_of
from engine.read.parts.numbers import number_from_json


class Spoiled(NamedTuple):
    """Points of the numbers; the warning names the first value that is none."""

    points: Points
    warning: str


def spoiled_points(values: Sequence[object], pointer: str) -> Spoiled | None:
    """Return the numbers of a list at `pointer` at their positions.

    None for a list that does not begin with a number, or whose values are for the most part none:
    it is a setting.
    """
    faults = list(map(_fault, values))
    wrong = [place for place, fault in enumerate(faults) if fault]
    if not wrong or wrong[0] == 0 or 2 * len(wrong) > len(values):
        return None
    numbers = list(values)
    for place in wrong:
        numbers[place] = None
    points = points_of(numbers)
    if points is None:
        return None
    first = wrong[0]
    place_of_first = f"{pointer}/{first}"
    left_out = _left_out(len(wrong))
    return Spoiled(
        points,
        f"{place_of_first}: {faults[first]} {left_out}",
    )


def _left_out(count: int) -> str:
    if count == 1:
        return "(left out)"
    return f"(left out, and {count - 1} more)"


def _fault(value: object) -> str:
    """Say why a value is no number; empty for a number and for null."""
    try:
        number_from_json(value)
    except ValueError as error:
        return str(error)
    return ""
