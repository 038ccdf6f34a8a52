"""Say in words what the curves of a figure show, for those who do not see it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from charts.points import Point
from charts.records import Curve
from charts.scale import tick_text
from dictionary.figures.curves import Shown


@dataclass(frozen=True, slots=True)
class Course:
    """Numbers of a curve as texts. `place` is the x of the lowest value."""

    first: str
    last: str
    lowest: str
    place: str
    highest: str


def description(shown: Shown) -> str:
    unit, _, _ = shown.labels.x.partition(",")
    sentences = [sentence(curve, unit) for curve in shown.curves]
    return " ".join(sentences)


def sentence(curve: Curve, unit: str) -> str:
    """Describe one curve; `unit` is the name of its x axis."""
    name = curve.label.capitalize()
    points = finite_points(curve)
    if not points:
        return f"{name}: not a number."

    ending = ""
    if not math.isfinite(curve.y[-1]):
        ending = ", then not a number"
    course = course_of(points)
    parts = (
        f"{name}: from {course.first}",
        f"to {course.last}{ending};",
        f"between {course.lowest}",
        f"({unit} {course.place})",
        f"and {course.highest}.",
    )
    return " ".join(parts)


def finite_points(curve: Curve) -> list[Point]:
    """Leave out the gaps of the curve."""
    points = []
    for x, y in zip(curve.x, curve.y, strict=True):
        if math.isfinite(y):
            points.append((x, y))
    return points


def course_of(points: list[Point]) -> Course:
    """Return the numbers of a curve that has at least one finite point."""
    values = [y for _, y in points]
    first = values[0]
    last = values[-1]
    lowest = min(values)
    highest = max(values)
    place = points[values.index(lowest)]
    return Course(
        first=rounded(first),
        last=rounded(last),
        lowest=rounded(lowest),
        place=tick_text(place[0]),
        highest=rounded(highest),
    )


def rounded(value: float) -> str:
    """Keep three digits: a reader needs no more."""
    digits = f"{value:.3g}"
    return tick_text(float(digits))
