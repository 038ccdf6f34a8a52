"""Fit the two scales of a figure around its curves and its axis texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.elements import horizontal
from charts.points import Point
from charts.presets import Preset
from charts.scale import (
    Range,
    Scale,
    domain,
    drawable,
    extent,
    log_domain,
    tick_text,
    ticks,
    wants_log,
)

WIDTH = 300  # of a figure, in pixels
HEIGHT = 212
LETTER = 6.6  # mean width of a letter at the size that charts.css gives to text
RIGHT_MARGIN = 6
# Room for the texts of an axis: without and with numbers on it.
BARE_LEFT = 6.0
BARE_BOTTOM = 24
NUMBERED_LEFT = 8.0  # and the width of the longest number
NUMBERED_BOTTOM = 40


@dataclass(frozen=True, slots=True)
class Frame:
    """Place data in the plot. Pixels are counted from the top, so `top` is less than `bottom`."""

    x: Scale
    y: Scale

    @property
    def left(self) -> float:
        return self.x.start

    @property
    def right(self) -> float:
        return self.x.end

    @property
    def top(self) -> float:
        return self.y.end

    @property
    def bottom(self) -> float:
        return self.y.start

    def at(self, point: Point) -> Point:
        """Return the pixels of a point."""
        x, y = point
        return self.x(x), self.y(y)

    def across(self, css: str, height: float) -> str:
        """Draw a line over the whole width of the plot."""
        return horizontal(
            css,
            self.left,
            self.right,
            height,
        )


def frame_of(shape: Preset, top: float, y_range: Range | None) -> Frame:
    """Leave `top` pixels free above the plot. `y_range` None: fit the y axis to the values."""
    xs: list[float] = []
    ys: list[float] = [*shape.labels.y_holds]
    for curve in shape.curves:
        xs.extend(curve.x)
        ys.extend(curve.y)

    left = BARE_LEFT
    bottom = HEIGHT - BARE_BOTTOM
    if shape.labels.ticks:
        bottom = HEIGHT - NUMBERED_BOTTOM
    y = y_scale(drawable(ys), y_range, bottom, top)
    if shape.labels.ticks:
        left = NUMBERED_LEFT + _tick_width(y)

    low, high = x_range(drawable(xs))
    x = Scale(low, high, left, WIDTH - RIGHT_MARGIN)
    return Frame(x, y)


def thumbnail_frame(shape: Preset, size: tuple[int, int]) -> Frame:
    """Fit the scales of a small drawing without axes, in pixels of `size`."""
    width, height = size
    xs: list[float] = []
    ys: list[float] = []
    for curve in shape.curves:
        xs.extend(curve.x)
        ys.extend(curve.y)
    low, high = x_range(drawable(xs))
    y = y_scale(drawable(ys), None, height - 3, 4)
    return Frame(Scale(low, high, 2, width - 2), y)


def y_scale(
    values: Sequence[float],
    y_range: Range | None,
    bottom: float,
    top: float,
) -> Scale:
    """Return a log scale where the values want one; a linear one ends at or above a tick."""
    if y_range is not None:
        return Scale(*y_range, bottom, top)
    if wants_log(values):
        low, high = log_domain(values)
        return Scale(low, high, bottom, top, log=True)
    low, high = domain(values)
    highest_tick = ticks(low, high)[-1]
    return Scale(low, max(high, highest_tick), bottom, top)


def x_range(values: Sequence[float]) -> Range:
    low, high = extent(values)
    if low < high:
        return low, high
    # Beside 1e18 a half is lost in rounding, and the axis has no length.
    pad = max(0.5, 1e-12 * abs(low))
    return low - pad, high + pad


def _tick_width(scale: Scale) -> float:
    """Return the width of the longest number on an axis, in pixels."""
    texts = map(tick_text, scale.ticks())
    return LETTER * max(map(len, texts))
