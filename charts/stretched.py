"""Draw a plot that keeps its type and line widths at every width.

The svg is the plot itself: its padding, in plots.css, has room for titles and numbers. Places
across are in percent, places down in pixels. Only the curves stand in an inner svg that is
stretched, and their strokes are not scaled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, isfinite

from charts.frame import Frame, x_range, y_scale
from charts.marks import line_path
from charts.points import Point, last_before_gap, thin
from charts.records import Curve, Labels, Level, Role, Shade
from charts.scale import Range, Scale, drawable, tick_text, ticks

ACROSS = 1000  # units of the stretched svg from left to right
POINTS = 90  # of a curve at most: more cannot be told apart
X_TICKS = 4
PIXELS_A_TICK = 30  # of height
NARROWEST_SHADE = 0.008  # of the width
EDGE = 0.04  # of the width: a number this near to an edge stays inside of it
# Distances in pixels from the plot to a baseline.
NAME_ABOVE = 14
NUMBERS_BELOW = 20
NAME_BELOW = 38
NUMBER_BESIDE = 8
NAME_LEFT = 50
HALF_A_DIGIT = 4.5
LEVEL_NAME_ABOVE = 6

# What ends each curve, so that no two are told apart by color alone.
MARKERS: dict[Role, str] = {
    "train": '<circle r="4"/>',
    "validation": '<path d="M-4-4H4V4H-4z"/>',
    "third": '<path d="M0-5.5 5.5 4.5h-11z"/>',
    "fourth": '<path d="M0-5.5 5.5 0 0 5.5-5.5 0z"/>',
}
RING = '<circle class="ring" r="4"/>'


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn. height: of the plot in pixels.

    x_holds: values that the x axis includes as well; with `labels.y_holds` two plots can share
    their axes. unit_square: the curves are a shape in the unit square, without numbers.
    """

    curves: Sequence[Curve]
    labels: Labels
    height: int
    x_holds: Sequence[float] = ()
    shade: Shade | None = None
    level: Level | None = None
    unit_square: bool = False


def stretched(plot: Plot, words: tuple[str, str], uid: str) -> str:
    """Return the plot, below it a key where it has two curves or more.

    words: title and description. uid: start of the ids, unique on the page.
    """
    frame = _frame(plot)
    parts = [
        *_shade(frame, plot.shade),
        *_axes(frame, plot),
        *_level(frame, plot.level),
        _curves(frame, plot),
        *_markers(frame, plot.curves),
    ]
    css = "plot"
    if not plot.labels.ticks:
        css = "plot bare"
    title, description = map(escape, words)
    name = escape(uid)
    return "".join(
        [
            f'<svg class="{css}" height="{plot.height}" role="img" ',
            f'aria-labelledby="{name}-title" aria-describedby="{name}-desc">',
            f'<title id="{name}-title">{title}</title>',
            f'<desc id="{name}-desc">{description}</desc>',
            *parts,
            "</svg>",
            _key(plot.curves),
        ]
    )


def _frame(plot: Plot) -> Frame:
    xs: list[float] = [*plot.x_holds]
    ys: list[float] = [*plot.labels.y_holds]
    for curve in plot.curves:
        xs.extend(curve.x)
        ys.extend(curve.y)
    low, high = x_range(drawable(xs))
    unit: Range | None = None
    if plot.unit_square:
        unit = (0.0, 1.0)
    y = y_scale(
        drawable(ys),
        unit,
        plot.height,
        0,
    )
    x = Scale(low, high, 0, ACROSS)
    return Frame(x, y)


def _percent(frame: Frame, x: float) -> str:
    share = frame.x(x) / ACROSS
    return f"{share * 100:.4g}%"


def _line(css: str, y: float) -> str:
    """Return a line over the whole width."""
    return f'<line class="{css}" x2="100%" y1="{y:.1f}" y2="{y:.1f}"/>'


def _text(
    css: str,
    x: str,
    y: float,
    content: str,
) -> str:
    return f'<text class="{css}" x="{x}" y="{y:g}">{escape(content)}</text>'


def _axes(frame: Frame, plot: Plot) -> Iterator[str]:
    labels = plot.labels
    height = plot.height
    name = labels.y
    if frame.y.log:
        name = f"{name} (log)"
    left = "0"
    below = height + NUMBERS_BELOW
    if labels.ticks:
        yield from _y_ticks(frame, height)
        yield from _x_ticks(frame, height)
        left = f"-{NAME_LEFT}"
        below = height + NAME_BELOW
    yield _line("axis", height)
    yield _text(
        "name",
        left,
        -NAME_ABOVE,
        name,
    )
    yield _text(
        "end",
        "100%",
        below,
        labels.x,
    )


def _y_ticks(frame: Frame, height: int) -> Iterator[str]:
    for value in _y_values(frame, height):
        y = frame.y(value)
        yield _line("grid", y)
        baseline = round(y + HALF_A_DIGIT, 1)
        yield _text(
            "end",
            f"-{NUMBER_BESIDE}",
            baseline,
            tick_text(value),
        )


def _y_values(frame: Frame, height: int) -> list[float]:
    """Return as many round values as the height has room for."""
    scale = frame.y
    most = max(2, height // PIXELS_A_TICK)
    if not scale.log:
        return ticks(scale.low, scale.high, most)
    values = scale.ticks()
    stride = ceil(len(values) / (most + 1))
    return values[::stride]


def _x_ticks(frame: Frame, height: int) -> Iterator[str]:
    """Write the numbers; those at an edge stay inside of it."""
    scale = frame.x
    for value in ticks(scale.low, scale.high, X_TICKS):
        share = scale(value) / ACROSS
        css = "mid"
        if share < EDGE:
            css = "start"
        elif share > 1 - EDGE:
            css = "end"
        yield _text(
            css,
            _percent(frame, value),
            height + NUMBERS_BELOW,
            tick_text(value),
        )


def _shade(frame: Frame, shade: Shade | None) -> Iterator[str]:
    """Mark what a sentence is about: a field with an upper edge, never too narrow to see."""
    if shade is None:
        return
    start = frame.x(shade.start) / ACROSS
    end = frame.x(shade.end) / ACROSS
    width = max(NARROWEST_SHADE, end - start)
    left = min(start, 1 - width)
    height = frame.bottom - frame.top
    across = f'x="{left * 100:.4g}%" width="{width * 100:.4g}%"'
    yield f'<rect class="field" {across} height="{height:g}"/>'
    yield f'<rect class="field-edge" {across} y="-1.5" height="3"/>'


def _level(frame: Frame, level: Level | None) -> Iterator[str]:
    """Draw a height with its name above it."""
    if level is None:
        return
    y = frame.y(level.y)
    yield _line("level", y)
    yield _text(
        "end on",
        "100%",
        round(y - LEVEL_NAME_ABOVE, 1),
        level.label,
    )


def _curves(frame: Frame, plot: Plot) -> str:
    paths = []
    for curve in plot.curves:
        points = _points(curve)
        drawn = line_path(frame, curve.role, points)
        paths.append(drawn)
    height = plot.height
    return "".join(
        [
            f'<svg width="100%" height="{height}" viewBox="0 0 {ACROSS} {height}" ',
            'preserveAspectRatio="none">',
            *paths,
            "</svg>",
        ]
    )


def _points(curve: Curve) -> list[Point]:
    pairs = zip(curve.x, curve.y, strict=True)
    return thin(list(pairs), POINTS)


def _markers(frame: Frame, curves: Sequence[Curve]) -> Iterator[str]:
    """Mark the end of each curve, or the last point before it stops being a number."""
    for curve in curves:
        points = _points(curve)
        gap = last_before_gap(points)
        place = gap or points[-1]
        mark = MARKERS[curve.role]
        if gap:
            mark = RING
        if all(map(isfinite, place)):
            yield _marker(frame, curve.role, place, mark)


def _marker(
    frame: Frame,
    role: Role,
    place: Point,
    mark: str,
) -> str:
    x = _percent(frame, place[0])
    y = frame.y(place[1])
    return f'<svg class="mark {role}" x="{x}" y="{y:.1f}">{mark}</svg>'


def _key(curves: Sequence[Curve]) -> str:
    """Return samples of the curves with their names, nothing for a single one."""
    if len(curves) == 1:
        return ""
    items = map(_sample, curves)
    return "".join(['<ul class="plot-key">', *items, "</ul>"])


def _sample(curve: Curve) -> str:
    role = curve.role
    return "".join(
        [
            '<li><svg class="plot-sample" width="28" height="12" aria-hidden="true">',
            f'<path class="curve {role}" d="M1 6H27"/>',
            f'<svg class="mark {role}" x="14" y="6">{MARKERS[role]}</svg></svg>',
            escape(curve.label),
            "</li>",
        ]
    )
