"""Draws curves as SVG text: `thumbnail` for cards and lists, `figure` with axes for reading.

No style attributes (the content-security-policy forbids them): looks come from classes in
charts.css. Every chart carries a <title> and a <desc>, whose ids start with the caller's `uid`,
unique on its page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from charts.presets import PRESETS, Preset
from charts.records import Curve, Labels, Level, Shade
from charts.scale import (
    Point,
    Scale,
    domain,
    held,
    last_before_gap,
    log_domain,
    log_ticks,
    runs,
    thin,
    tick_text,
    ticks,
    wants_log,
)

WIDTH, HEIGHT = 300, 212
LETTER = 6.6  # mean width of a letter at the size that charts.css gives to text
KEY_HEIGHT = 17
LONGEST_KEY = 36
THUMBNAIL = (220, 54)
STEP_AND_LOSS = Labels()


@dataclass(frozen=True, slots=True)
class Frame:
    x: Scale
    y: Scale

    def at(self, point: Point) -> str:
        return f"{self.x(point[0]):.1f},{self.y(point[1]):.1f}"


def thumbnail(preset: str, alt: str, uid: str) -> str:
    """A card-sized drawing of a preset; `alt` replaces the preset's own description. KeyError:
    unknown preset.
    """
    shape = PRESETS[preset]
    width, height = THUMBNAIL
    frame = Frame(Scale(0, 1, 2, width - 2), Scale(0, 1, height - 3, 4))
    parts = [f'<path class="axis" d="M0,{height - 0.5}H{width}"/>']
    if shape.level:
        parts.append(_level_line(frame, shape.level))
    parts.extend(_curve(frame, curve) for curve in shape.curves)
    return _document("chart thumbnail", THUMBNAIL, uid, (alt or shape.description, ""), parts)


def preset_figure(preset: str, alt: str, uid: str) -> str:
    """A preset with axes, without numbers. KeyError: unknown preset."""
    shape: Preset = PRESETS[preset]
    return _figure(shape, (alt or shape.description, ""), uid, y_range=(0.0, 1.0))


def figure(
    curves: Sequence[Curve],
    text: tuple[str, str],
    uid: str,
    labels: Labels = STEP_AND_LOSS,
    shade: Shade | None = None,
) -> str:
    """Recorded curves with axes. `text` is (title, description). Long curves are thinned, keeping
    their extremes; the y axis is logarithmic where the values span more than three powers of ten.
    """
    return _figure(Preset("", tuple(curves), labels, shade=shade), text, uid, y_range=None)


def _figure(
    shape: Preset, text: tuple[str, str], uid: str, y_range: tuple[float, float] | None
) -> str:
    keys = _keys(shape)
    top = 26 + KEY_HEIGHT * (1 + max((row for _, _, row in _key_places(keys)), default=0))
    frame = _frame(shape, top, y_range)
    parts = [_shade(frame, shape.shade)] if shape.shade else []
    parts += _axes(frame, shape.labels)
    if shape.level:
        parts.append(_level_line(frame, shape.level))
    parts.extend(_curve(frame, curve) for curve in shape.curves)
    parts += [_legend(keys), *_headings(frame, shape, top)]
    return _document("chart", (WIDTH, HEIGHT), uid, text, parts)


def _frame(shape: Preset, top: float, y_range: tuple[float, float] | None) -> Frame:
    xs = held(x for curve in shape.curves for x in curve.x)
    ys = held([*shape.labels.y_holds, *(y for curve in shape.curves for y in curve.y)])
    log = y_range is None and wants_log(ys)
    low, high = y_range or (log_domain(ys) if log else domain(ys))
    if not log and y_range is None:
        high = max(high, ticks(low, high)[-1])
    left = 8 + LETTER * max(map(len, _y_texts(low, high, log))) if shape.labels.ticks else 6
    bottom = HEIGHT - (40 if shape.labels.ticks else 24)
    return Frame(Scale(*_x_domain(xs), left, WIDTH - 6), Scale(low, high, bottom, top, log))


def _x_domain(xs: list[float]) -> tuple[float, float]:
    low, high = (min(xs), max(xs)) if xs else (0.0, 1.0)
    if low < high:
        return low, high
    # Beside 1e18 a half is lost in rounding, and the axis has no length.
    pad = max(0.5, 1e-12 * abs(low))
    return low - pad, high + pad


def _y_texts(low: float, high: float, log: bool) -> list[str]:
    return [tick_text(value) for value in (log_ticks(low, high) if log else ticks(low, high))]


def _axes(frame: Frame, labels: Labels) -> list[str]:
    x, y = frame.x, frame.y
    parts = [f'<path class="axis" d="M{x.start:.1f},{y.start:.1f}H{x.end:.1f}"/>']
    if labels.ticks:
        for value in log_ticks(y.low, y.high) if y.log else ticks(y.low, y.high):
            parts.append(f'<path class="grid" d="M{x.start:.1f},{y(value):.1f}H{x.end:.1f}"/>')
            parts.append(_text(x.start - 6, y(value) + 4, tick_text(value), anchor="end"))
        parts += [
            _text(x(value), y.start + 16, tick_text(value), "middle")
            for value in ticks(x.low, x.high)
        ]
    else:
        parts.append(f'<path class="axis" d="M{x.start:.1f},{y.end:.1f}V{y.start:.1f}"/>')
    parts.append(_text(x.end, y.start + (32 if labels.ticks else 17), labels.x, anchor="end"))
    return parts


def _shade(frame: Frame, shade: Shade) -> str:
    start, end = frame.x(shade.start), frame.x(shade.end)
    height = frame.y.start - frame.y.end
    width = max(2.0, end - start)
    return (
        f'<rect class="span" x="{start:.1f}" y="{frame.y.end:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}"/>'
    )


def _headings(frame: Frame, shape: Preset, top: float) -> list[str]:
    """The y axis' name and the shade's label stand in a strip above the plot, where no curve
    runs.
    """
    parts = [_text(0, top - 8, shape.labels.y)]
    if shape.shade and shape.shade.label:
        free_from = LETTER * len(shape.labels.y) + 10
        label = _cut(shape.shade.label, int((WIDTH - free_from) / LETTER))
        start = min(max(frame.x(shape.shade.start), free_from), WIDTH - LETTER * len(label))
        parts.append(_text(start, top - 8, label, css="span-label"))
    return parts


def _curve(frame: Frame, curve: Curve) -> str:
    points = thin(list(zip(curve.x, curve.y, strict=True)))
    path = "".join(
        "M" + " ".join(frame.at(point) for point in _two_at_least(run)) for run in runs(points)
    )
    drawn = f'<path class="curve {curve.role}" d="{path}"/>' if path else ""
    end = last_before_gap(points)
    if end is None:
        return drawn
    return (
        f'{drawn}<circle class="ring" cx="{frame.x(end[0]):.1f}" cy="{frame.y(end[1]):.1f}" '
        'r="3.6"/>'
    )


def _two_at_least(run: list[Point]) -> list[Point]:
    """A single point is drawn as a dot: a line to itself with round ends."""
    return run if len(run) > 1 else [run[0], run[0]]


def _level_line(frame: Frame, level: Level) -> str:
    return (
        f'<path class="chance" d="M{frame.x.start:.1f},{frame.y(level.y):.1f}H{frame.x.end:.1f}"/>'
    )


def _keys(shape: Preset) -> list[tuple[str, str]]:
    """(class of the sample, label) for the legend."""
    keys = [(f"curve {curve.role}", _cut(curve.label, LONGEST_KEY)) for curve in shape.curves]
    if shape.level:
        keys.append(("chance", shape.level.label))
    if any(not math.isfinite(y) for curve in shape.curves for y in curve.y):
        keys.append(("ring", "not a number"))
    return keys


def _key_places(keys: list[tuple[str, str]]) -> list[tuple[str, float, int]]:
    """(label, left edge, row) per key; a key that does not fit goes to the next row."""
    places, left, row = [], 0.0, 0
    for _, label in keys:
        width = 24 + LETTER * len(label) + 14
        if left and left + width > WIDTH:
            left, row = 0.0, row + 1
        places.append((label, left, row))
        left += width
    return places


def _legend(keys: list[tuple[str, str]]) -> str:
    parts = []
    for (css, _), (label, left, row) in zip(keys, _key_places(keys), strict=True):
        middle = 9 + KEY_HEIGHT * row
        if css == "ring":
            parts.append(f'<circle class="ring" cx="{left + 9:.1f}" cy="{middle}" r="3.6"/>')
        else:
            parts.append(f'<path class="{css}" d="M{left + 1:.1f},{middle}h18"/>')
        parts.append(_text(left + 24, middle + 4, label, css="key"))
    return "".join(parts)


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _text(x: float, y: float, content: str, anchor: str = "", css: str = "") -> str:
    attributes = (f' text-anchor="{anchor}"' if anchor else "") + (f' class="{css}"' if css else "")
    return f'<text x="{x:.1f}" y="{y:.1f}"{attributes}>{escape(content)}</text>'


def _document(
    css: str, size: tuple[int, int], uid: str, text: tuple[str, str], parts: list[str]
) -> str:
    title, description = (escape(part) for part in text)
    name = escape(uid)
    labelled = f'aria-labelledby="{name}-title"' + (
        f' aria-describedby="{name}-desc"' if description else ""
    )
    described = f'<desc id="{name}-desc">{description}</desc>' if description else ""
    return (
        f'<svg class="{css}" viewBox="0 0 {size[0]} {size[1]}" role="img" {labelled}>'
        f'<title id="{name}-title">{title}</title>{described}{"".join(parts)}</svg>'
    )
