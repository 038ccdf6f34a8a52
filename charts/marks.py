"""Draw the marks inside the plot: curves, a level, a shade."""

from __future__ import annotations

from collections.abc import Sequence

from charts.elements import path
from charts.frame import Frame
from charts.points import Point, last_before_gap, runs, thin
from charts.records import Curve, Level, Shade

NARROWEST_SHADE = 2.0  # pixels


def curve_path(frame: Frame, curve: Curve) -> str:
    """Draw the thinned curve, with a ring at the last point before its first gap.

    Raises ValueError where x and y differ in length.
    """
    pairs = zip(curve.x, curve.y, strict=True)
    points = thin(list(pairs))
    drawn = line_path(frame, curve.role, points)
    end = last_before_gap(points)
    if end is None:
        return drawn
    return drawn + _ring(frame, end)


def line_path(frame: Frame, role: str, points: Sequence[Point]) -> str:
    """Draw one path with a gap wherever a value is not finite.

    Return "" where no value is finite: a path without commands is invalid.
    """
    commands = ""
    for run in runs(points):
        commands += _moves(frame, run)
    if not commands:
        return ""
    css = f"curve {role}"
    return path(css, commands)


def _moves(frame: Frame, run: Sequence[Point]) -> str:
    """Return the commands of one run.

    A single point becomes a dot: a line to itself, whose ends are round.
    """
    places = []
    for point in run:
        x, y = frame.at(point)
        place = f"{x:.1f},{y:.1f}"
        places.append(place)
    if len(places) == 1:
        places *= 2
    return "M" + " ".join(places)


def _ring(frame: Frame, point: Point) -> str:
    """Mark where a curve stops being a number."""
    x, y = frame.at(point)
    return f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="3.6"/>'


def level_line(frame: Frame, level: Level) -> str:
    """Draw the level over the whole width; its label is in the legend."""
    height = frame.y(level.y)
    return frame.across("chance", height)


def shade_rectangle(frame: Frame, shade: Shade) -> str:
    """Cover the height of the plot.

    A shade without width, a single step, is drawn NARROWEST_SHADE wide.
    """
    start = frame.x(shade.start)
    end = frame.x(shade.end)
    width = max(NARROWEST_SHADE, end - start)
    height = frame.bottom - frame.top
    return (
        f'<rect class="span" x="{start:.1f}" y="{frame.top:.1f}" '
        f'width="{width:.1f}" height="{height:.1f}"/>'
    )
