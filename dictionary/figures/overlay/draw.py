"""Turn an overlay into numbers for its template: paths, ticks, and a row of values for each run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from charts.points import Point, thin
from charts.points import runs as parts_between_gaps
from charts.scale import Scale, domain, drawable, log_domain, tick_text, wants_log
from dictionary.figures.description import rounded
from dictionary.figures.overlay.choose import Overlay, Run

WIDTH = 1000.0  # of the drawing, stretched to that of the page
HEIGHT = 290.0  # pixels
ROLES = ("train", "validation", "third", "fourth", "fifth")
COURSE_ENDS = ("start of the run", "end")
LAYER_ENDS = ("last layer", "first layer, at the input")
HALF_A_LETTER = 4.5
TIMES = "\N{MULTIPLICATION SIGN}"
TIMES = "\N{MULTIPLICATION SIGN}"


@dataclass(frozen=True, slots=True)
class Tick:
    """`y` of the line and `baseline` of the number, in pixels."""

    y: float
    baseline: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One run: its path, and its values as recorded, in words.

    lowest: with the place in percent of the run.
    """

    role: str
    term: str
    url: str
    path: str
    first: str
    lowest: str
    place: str
    highest: str
    last: str


@dataclass(frozen=True, slots=True)
class Drawing:
    title: str
    ends: tuple[str, str]
    ticks: Sequence[Tick]
    lines: Sequence[Line]
    is_log: bool
    left_out: int
    by_layer: bool
    height: float = HEIGHT
    width: float = WIDTH


def drawing_of(overlay: Overlay) -> Drawing:
    scale = scale_of(overlay.runs)
    lines = []
    for role, run in zip(ROLES, overlay.runs, strict=False):
        lines.append(line_of(run, role, scale))
    by_layer = overlay.quantity.by_layer
    ends = LAYER_ENDS if by_layer else COURSE_ENDS
    return Drawing(
        title=overlay.quantity.label,
        ends=ends,
        ticks=[tick_at(value, scale) for value in scale.ticks()],
        lines=lines,
        is_log=scale.log,
        left_out=overlay.recorded - len(overlay.runs),
        by_layer=by_layer,
    )


def scale_of(runs: Sequence[Run]) -> Scale:
    """Return the scale of the ratios: from the bottom of the picture up."""
    values = []
    for run in runs:
        values.extend(drawable(run.ratios))
    positive = [value for value in values if value > 0]
    is_log = wants_log(positive)
    low, high = log_domain(positive) if is_log else domain(values)
    return Scale(
        low,
        high,
        HEIGHT,
        0.0,
        log=is_log,
    )


def tick_at(value: float, scale: Scale) -> Tick:
    y = round(scale(value), 1)
    text = tick_text(value) + TIMES
    return Tick(y, y + HALF_A_LETTER, text)


def line_of(run: Run, role: str, scale: Scale) -> Line:
    finite = np.isfinite(run.y)
    values = run.y[finite]
    lowest = int(values.argmin())
    share = run.x[finite][lowest]
    return Line(
        role,
        run.term,
        run.url,
        path=path_of(run, scale),
        first=rounded(values[0]),
        lowest=rounded(values[lowest]),
        place=f"{share:.0%}",
        highest=rounded(values.max()),
        last=in_words(run.y[-1]),
    )


def in_words(value: float) -> str:
    return rounded(value) if np.isfinite(value) else "not a number"


def path_of(run: Run, scale: Scale) -> str:
    """Return the commands of the path; it breaks where a value is not finite."""
    pairs = zip(run.x.tolist(), run.ratios.tolist(), strict=True)
    points = thin(list(pairs))
    commands = []
    for part in parts_between_gaps(points):
        places = [place_of(point, scale) for point in part]
        joined = " ".join(places)
        commands.append(f"M{joined}")
    return "".join(commands)


def place_of(point: Point, scale: Scale) -> str:
    x, y = point
    across = WIDTH * x
    return f"{across:.0f},{scale(y):.1f}"
