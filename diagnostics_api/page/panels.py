"""Curves of a case below one another, with numbered spans of what the answer rests on.

Places across are percent of the plot and places down are pixels, so that type and lines keep their
size at every width.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from charts.points import Point, last_before_gap, runs, thin
from charts.scale import Scale, domain, drawable, log_domain, tick_text, wants_log
from diagnostics_api.page.titles import title_of
from engine.report import Evidence
from engine.run import Case, Series

HEIGHT = 150
UNITS = 10  # of the stretched curves in a percent
MOST_PANELS = 4
MOST_POINTS = 240
LEAST_MARK = 1.5  # percent: a span of one step can be seen


class Mark(NamedTuple):
    """A numbered span. left, width, middle: in percent of the plot."""

    number: int
    direction: str
    left: float
    width: float
    middle: float


class Tick(NamedTuple):
    """place: in percent across, in pixels down."""

    place: float
    text: str


class Numbered(NamedTuple):
    """A sentence of the evidence, with the number of its span."""

    number: int
    part: Evidence


@dataclass(frozen=True, slots=True)
class Panel:
    """One curve. end: where it ends, in percent and pixels. is_cut: values after it are no numbers.
    points: what a script reads, as "x,y x,y".
    """

    name: str
    title: str
    description: str
    is_log: bool
    x_name: str
    ticks_x: tuple[Tick, ...]
    ticks_y: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    path: str
    points: str
    end: Point
    is_cut: bool


def numbered(
    parts: Sequence[Evidence],
    case: Case,
) -> tuple[Numbered, ...]:
    """Number the evidence that lies on a curve, on at most MOST_PANELS curves."""
    drawn: set[str] = set()
    found: list[Numbered] = []
    for part in parts:
        span = part.span
        if span is None or not _is_curve(case, span.series):
            continue
        name = span.series
        is_room = len(drawn) < MOST_PANELS
        if name in drawn or is_room:
            drawn.add(name)
            number = len(found) + 1
            found.append(Numbered(number, part))
    return tuple(found)


def panels_of(
    evidence: Sequence[Numbered],
    case: Case,
) -> tuple[Panel, ...]:
    """Return a panel of each curve that the numbered evidence lies on."""
    names: dict[str, None] = {}
    for each in evidence:
        span = each.part.span
        if span is not None:
            names[span.series] = None
    drawn = [case.series[name] for name in names]
    panels = []
    for series in drawn:
        axis = series.x_name
        along = [other for other in drawn if other.x_name == axis]
        across = _across(along)
        marks = _marks(
            evidence,
            series.name,
            across,
        )
        panel = _panel(
            series,
            across,
            tuple(marks),
        )
        panels.append(panel)
    return tuple(panels)


def _is_curve(case: Case, name: str) -> bool:
    series = case.series.get(name)
    if series is None or len(series) < 2:
        return False
    known = drawable(series.y.tolist())
    return bool(known)


def _across(along: Sequence[Series]) -> Scale:
    """Return the scale that all curves along the same axis share, in percent."""
    places: list[float] = []
    for series in along:
        known = drawable(series.x.tolist())
        places.extend(known)
    low = min(places)
    high = max(places)
    if high <= low:
        high = low + 1
    return Scale(
        low,
        high,
        start=0,
        end=100,
    )


def _down(values: Sequence[float]) -> Scale:
    known = drawable(values)
    is_log = wants_log(known)
    make = log_domain if is_log else domain
    low, high = make(known)
    return Scale(
        low,
        high,
        start=HEIGHT,
        end=0,
        log=is_log,
    )


def _marks(
    evidence: Sequence[Numbered],
    name: str,
    across: Scale,
) -> Iterator[Mark]:
    for number, part in evidence:
        span = part.span
        if span is None or span.series != name:
            continue
        left = across(span.start)
        right = across(span.end)
        width = max(right - left, LEAST_MARK)
        left = min(left, 100 - width)
        middle = left + width / 2
        yield Mark(
            number,
            part.direction,
            round(left, 1),
            round(width, 1),
            round(middle, 1),
        )


def _panel(
    series: Series,
    across: Scale,
    marks: tuple[Mark, ...],
) -> Panel:
    values = series.y.tolist()
    places = series.x.tolist()
    pairs = zip(places, values, strict=True)
    points = thin(list(pairs), MOST_POINTS)
    down = _down(values)
    parts = runs(points)
    cut = last_before_gap(points)
    paths = [_path(part, across, down) for part in parts]
    last = cut or parts[-1][-1]
    return Panel(
        name=series.name,
        title=title_of(series.name),
        description=_description(parts),
        is_log=down.log,
        x_name=series.x_name,
        ticks_x=_ticks(across),
        ticks_y=_ticks(down),
        marks=marks,
        path="".join(paths),
        points=_as_read(points),
        end=_place(last, across, down),
        is_cut=cut is not None,
    )


def _ticks(scale: Scale) -> tuple[Tick, ...]:
    ticks = []
    for value in scale.ticks():
        place = round(scale(value), 1)
        text = tick_text(value)
        tick = Tick(place, text)
        ticks.append(tick)
    return tuple(ticks)


def _place(
    point: Point,
    across: Scale,
    down: Scale,
) -> Point:
    """Return percent and pixels of a point."""
    x, y = point
    left = across(x)
    top = down(y)
    return round(left, 1), round(top, 1)


def _path(
    part: Sequence[Point],
    across: Scale,
    down: Scale,
) -> str:
    """Return a run of points in units of the stretched plot; a single one is a dot."""
    places = []
    for x, y in part:
        left = across(x) * UNITS
        top = down(y)
        places.append(f"{left:.1f},{top:.1f}")
    if len(places) == 1:
        places *= 2
    joined = "L".join(places)
    return f"M{joined}"


def _as_read(points: Sequence[Point]) -> str:
    pairs = [f"{x:.6g},{_as_script(y)}" for x, y in points]
    return " ".join(pairs)


def _as_script(value: float) -> str:
    """Write a number as a script reads it, which knows no `inf` and no `nan`."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return f"{value:.4g}"


def _description(parts: Sequence[Sequence[Point]]) -> str:
    """Say where a curve begins and ends and between which values it stays."""
    heights = []
    for part in parts:
        heights += [y for _, y in part]
    first_x, first = parts[0][0]
    last_x, last = parts[-1][-1]
    low = min(heights)
    high = max(heights)
    begins = f"From {first:.4g} at {first_x:g}"
    ends = f"to {last:.4g} at {last_x:g}"
    return f"{begins} {ends}, between {low:.4g} and {high:.4g}."
